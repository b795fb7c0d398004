import type { Report } from '../postmortem/report.ts'

/** What a list of reports says about each of them. */
export interface ReportFacts {
  readonly title: string | null
  /** The length of the incident: as computed from its start and end, or else as stated. */
  readonly durationMinutes: number | null
  readonly openTasks: number
}

/** Null for a document that is not a report. */
export function toReportFacts({ recognition, title, fields, actionItems }: Report): ReportFacts | null {
  if (!recognition.postmortem) return null
  return {
    title: title?.text ?? null,
    durationMinutes: fields.duration?.computedMinutes ?? fields.duration?.statedMinutes ?? null,
    openTasks: actionItems.filter(({ done }) => !done).length,
  }
}

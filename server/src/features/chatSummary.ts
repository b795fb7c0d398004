import type { Report } from '../postmortem/report.ts'
import { findMilestones } from '../postmortem/times/milestones.ts'
import type { DurationField, Fields } from '../postmortem/times/readFields.ts'
import { shortDuration } from './metricLenses.ts'

/** A few lines of plain text for the people waiting in the chat. They say only what the report says. */
export function summarizeForChat(report: Report): string | null {
  if (!report.recognition.postmortem) return null
  const { fields, title, actionItems } = report
  const lines = [
    title?.text ?? 'Postmortem',
    line('Outage', describeOutage(fields)),
    line('Impact', fields.impact?.text),
    line('Root cause', fields.rootCause?.text),
    line('Resolution', fields.resolution?.text),
    describeResponse(report),
    actionItems.length === 0 ? null : describeTasks(actionItems),
  ]
  return lines.filter((each) => each !== null).join('\n')
}

function line(name: string, text: string | null | undefined): string | null {
  return text == null || text === '' || text.includes('{{') ? null : `${name}: ${text}`
}

function describeOutage({ start, end, duration }: Fields): string | null {
  const span = [start?.text, end?.text].filter((each) => each !== undefined).join(' to ')
  const length = lengthOf(duration)
  if (length === null) return span === '' ? null : span
  return span === '' ? length : `${length} (${span})`
}

function lengthOf(duration: DurationField | null): string | null {
  const minutes = duration?.computedMinutes ?? duration?.statedMinutes ?? null
  return minutes === null ? (duration?.passage?.text ?? null) : shortDuration(minutes)
}

function describeResponse({ fields, timeline }: Report): string | null {
  const { detection, mitigation, resolution } = findMilestones(fields, timeline)
  const milestones = [
    ['Detected', detection],
    ['mitigated', mitigation],
    ['resolved', resolution],
  ] as const
  const parts = milestones.flatMap(([name, milestone]) =>
    milestone === null ? [] : [`${name} after ${shortDuration(milestone.minutes)}`],
  )
  const text = parts.join(', ')
  return text === '' ? null : text.charAt(0).toUpperCase() + text.slice(1)
}

function describeTasks(items: Report['actionItems']): string {
  const open = items.filter(({ done }) => !done).length
  return `Action items: ${open} open, ${items.length - open} done`
}

import type { Report } from '../postmortem/report.ts'

export interface WordCount {
  readonly words: number
  /** The length that the template asks for, if it asks for one. */
  readonly range: { readonly min: number; readonly max: number } | null
  readonly sections: readonly { readonly title: string; readonly words: number }[]
}

/** Null for a document that is no report. */
export function countReport(report: Report): WordCount | null {
  if (!report.recognition.postmortem) return null
  return {
    words: report.words,
    range: report.template.words,
    sections: report.sections.map((section) => ({ title: section.title.text, words: section.words })),
  }
}

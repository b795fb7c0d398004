import type { Report } from '../postmortem/report.ts'
import { countFilledPlaces, type FilledPlaces } from './filledPlaces.ts'

export interface WordCount {
  readonly words: number
  /** The number of words that the template asks for; null if it has no limits. */
  readonly range: { readonly min: number; readonly max: number } | null
  readonly sections: readonly { readonly title: string; readonly words: number }[]
  readonly places: FilledPlaces | null
}

/** Null for a document that is not a report. */
export function countReport(report: Report): WordCount | null {
  if (!report.recognition.postmortem) return null
  return {
    words: report.words,
    range: report.template.words,
    sections: report.sections.map((section) => ({ title: section.title.text, words: section.words })),
    places: countFilledPlaces(report),
  }
}

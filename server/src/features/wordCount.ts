import type { WordCount } from '@postmortem/shared/protocol'
import type { Report } from '../postmortem/report.ts'

export function countReport(report: Report): WordCount | null {
  if (!report.recognition.postmortem) return null
  return {
    words: report.words,
    range: report.template.words,
    sections: report.sections.map((section) => ({ title: section.title.text, words: section.words })),
  }
}

import { sentence } from '../messages/sentence.ts'
import type { Report } from '../postmortem/report.ts'
import type { MetricLens } from './metricLenses.ts'

/** The number of words above each section's title, counted as everywhere else. */
export function findSectionLenses({ recognition, sections }: Report): readonly MetricLens[] {
  if (!recognition.postmortem) return []
  return sections.map(({ title: { start, end }, words }) => ({
    range: { start, end },
    title: words === 1 ? sentence`1 word` : sentence`${words} words`,
    target: { start, end },
  }))
}

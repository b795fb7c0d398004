import type { Report } from '../postmortem/report.ts'

/** The last line of a copy for readers outside, with the hash of the text above it. */
export const editionMark = /\n<!-- postmortem-edition: ([0-9a-f]{32}) -->\n$/

/** Longer than the mark with all line endings that may be in and after it. */
const maxMarkLength = 80

/** A copy of a report for readers outside is not another report. */
export function isEdition({ source }: Report): boolean {
  const end = source.slice(Math.max(0, source.length - maxMarkLength), source.length)
  return editionMark.test(end.replaceAll('\r\n', '\n'))
}

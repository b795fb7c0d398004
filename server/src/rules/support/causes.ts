import { isContent } from '../../postmortem/blocks/placedLine.ts'
import type { Statement } from '../../postmortem/fields/statements.ts'
import type { Report } from '../../postmortem/report.ts'

/** The cause as stated in the summary and in detail; null if it is not stated there. */
export interface Causes {
  readonly brief: Statement | null
  readonly detailed: Statement | null
  /** True if another statement is only the title of text that explains the cause. */
  readonly isExplained: boolean
}

export function causesOf(report: Report): Causes {
  const { statements } = report
  const causes = statements.filter(({ subject, passages }) => subject === 'cause' && passages.length > 0)
  const inDetail = causes.filter((each) => !each.brief)
  const own = inDetail.filter((each) => !isTitleOfMore(each, report))
  return {
    brief: causes.find((each) => each.brief) ?? null,
    detailed: own.at(-1) ?? null,
    isExplained: own.length < inDetail.length,
  }
}

/**
 * "### Primary cause: a full disk" is the title of what explains it, if there is text below it, and so is a cause on any
 * other line, if enough words below explain it.
 */
function isTitleOfMore({ passages }: Statement, { lines }: Report): boolean {
  const last = passages.at(-1)
  const index = lines.findIndex(
    ({ range }) => range.start <= (last?.start ?? -1) && (last?.end ?? 0) <= range.end,
  )
  if (index === -1) return false
  if (lines[index]?.line.heading == null) return countWordsBelow(index, lines) >= minWordsBelow
  const next = lines.slice(index + 1).find(isContent)
  return next !== undefined && next.line.heading === null
}

/** Fewer words below a label explain no more than the label does. */
const minWordsBelow = 12

/** The words up to the next heading or the next line that is about something else, in so far as they matter. */
function countWordsBelow(index: number, lines: Report['lines']): number {
  let words = 0
  for (let at = index + 1; at < lines.length && words < minWordsBelow; at += 1) {
    const { line, marks } = lines[at] as Report['lines'][number]
    if (line.heading !== null || marks.length > 0) break
    if (line.kind === 'text' || line.kind === 'row') words += line.words
  }
  return words
}

/** The first words of the statement, in lower case and without punctuation. */
export function firstWords({ passages }: Statement, limit: number): readonly string[] {
  const words: string[] = []
  for (const { text } of passages) {
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) {
      if (words.length === limit) return words
      words.push(word)
    }
  }
  return words
}

/** True if the detail adds hardly a word to the summary. */
export function isRepeated(brief: Statement, detailed: Statement): boolean {
  const summary = firstWords(brief, Number.POSITIVE_INFINITY)
  const known = new Set(summary)
  const maxWords = summary.length * 1.1 + 2
  const words = firstWords(detailed, Math.ceil(maxWords) + 1)
  if (known.size < 4 || words.length > maxWords) return false
  return words.filter((word) => known.has(word)).length >= words.length * 0.9
}

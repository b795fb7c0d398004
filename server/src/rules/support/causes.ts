import type { Statement } from '../../postmortem/fields/statements.ts'
import type { Report } from '../../postmortem/report.ts'

/** The cause as stated in the summary and in detail; null if it is not stated there. */
export interface Causes {
  readonly brief: Statement | null
  readonly detailed: Statement | null
}

export function causesOf({ statements }: Report): Causes {
  const causes = statements.filter(({ subject, passages }) => subject === 'cause' && passages.length > 0)
  return {
    brief: causes.find((each) => each.brief) ?? null,
    detailed: causes.findLast((each) => !each.brief) ?? null,
  }
}

/** The words of the statement in lower case, without punctuation. */
export function wordsOf({ passages }: Statement): readonly string[] {
  return passages.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
}

/** True if the detail adds hardly a word to the summary. */
export function isRepeated(brief: Statement, detailed: Statement): boolean {
  const known = new Set(wordsOf(brief))
  const words = wordsOf(detailed)
  if (known.size < 4 || words.length > wordsOf(brief).length * 1.1 + 2) return false
  return words.filter((word) => known.has(word)).length >= words.length * 0.9
}

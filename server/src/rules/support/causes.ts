import type { Telling } from '../../postmortem/fields/tellings.ts'
import type { Report } from '../../postmortem/report.ts'

/** How the cause is told, in the summary and in detail; null where it is not. */
export interface Causes {
  readonly brief: Telling | null
  readonly detailed: Telling | null
}

export function causesOf({ tellings }: Report): Causes {
  const causes = tellings.filter(({ what, told }) => what === 'cause' && told.length > 0)
  return {
    brief: causes.find((each) => each.brief) ?? null,
    detailed: causes.findLast((each) => !each.brief) ?? null,
  }
}

/** The words of what is told, without case and signs. */
export function wordsOf({ told }: Telling): readonly string[] {
  return told.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
}

/** The detail says hardly a word more than the summary. */
export function isRepeated(brief: Telling, detailed: Telling): boolean {
  const known = new Set(wordsOf(brief))
  const words = wordsOf(detailed)
  if (known.size < 4 || words.length > wordsOf(brief).length * 1.1 + 2) return false
  return words.filter((word) => known.has(word)).length >= words.length * 0.9
}

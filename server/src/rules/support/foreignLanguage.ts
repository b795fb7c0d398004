import { perReport } from '../../checking/keptAnswers.ts'
import { countThat } from '../../postmortem/blocks/lineGroups.ts'
import { normalizeTitle } from '../../postmortem/blocks/normalizeTitle.ts'
import type { Line } from '../../postmortem/lines/line.ts'
import { otherLanguages } from '../../postmortem/vocabulary/otherLanguages.ts'

/** Words that nearly every English sentence has one of, and that other languages do not have. */
const common = /\b(?:the|of|and|to|with|from|for|by|that|was|were)\b/i

const isSentence = ({ kind, words, quoted }: Line) =>
  (kind === 'text' || kind === 'row') && words >= 6 && !quoted
const countSentences = countThat(({ line }) => isSentence(line))
const countEnglish = countThat(({ line }) => isSentence(line) && common.test(line.text))

const minSentences = 4

const patterns = Object.values(otherLanguages)
const countTitles = countThat(({ line: { heading, text } }) => {
  if (heading === null) return false
  const title = normalizeTitle(text)
  return patterns.some((pattern) => pattern.test(title))
})
const minTitles = 2

/**
 * True if the report is written in another language than English. It may have an English name and a few English titles,
 * but what it seems to lack may be there in other words.
 */
export const isForeign = perReport(({ lines }): boolean => {
  if (countTitles(lines) >= minTitles) return true
  const count = countSentences(lines)
  return count >= minSentences && countEnglish(lines) * 4 < count
})

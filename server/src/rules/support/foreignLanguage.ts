import { perReport } from '../../checking/keptAnswers.ts'
import { countThat } from '../../postmortem/blocks/lineGroups.ts'
import type { Line } from '../../postmortem/lines/line.ts'

/** Words that nearly every English sentence has one of, and that other languages do not have. */
const common = /\b(?:the|of|and|to|with|from|for|by|that|was|were)\b/i

const isSentence = ({ kind, words, quoted }: Line) =>
  (kind === 'text' || kind === 'row') && words >= 6 && !quoted
const countSentences = countThat(({ line }) => isSentence(line))
const countEnglish = countThat(({ line }) => isSentence(line) && common.test(line.text))

const minSentences = 4

/** Headings that a report in French, German, Portuguese or Spanish has, and one in English has not. */
const title =
  /^[^\p{L}]{0,8}(?:r[ée]sum[ée]|contexte|chronologie|d[ée]roul[ée]|causes? (?:racines?|profondes?)|(?:actions|mesures) (?:correctives|pr[ée]ventives)|le[çc]ons|zusammenfassung|ablauf|zeitleiste|zeitlicher|chronologie|ursachen?|auswirkung|behebung|ma(?:ß|ss)nahmen|resum(?:en|o)|cronolog[íi]a|l[íi]nea de tiempo|linha do tempo|causas? ra[íi](?:z|ces)|(?:acciones|medidas) (?:correctivas|preventivas)|a[çc][õo]es|li[çc][õo]es|lecciones)(?!\p{L})/iu
const countTitles = countThat(({ line }) => line.heading !== null && title.test(line.text))
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

import type { Incident } from './incident.ts'
import { wordsOf } from './wordsOf.ts'

/** An incident that looks like another one, and the words that make it so. */
export interface Similar {
  readonly incident: Incident
  readonly score: number
  /** The words that both have, the most telling first. */
  readonly words: readonly string[]
}

/** Words that only few incidents have count more, and a word counts less the more often one of them repeats it. */
const saturation = 1.2
const lengthWeight = 0.75

/** What a report says of any incident: how long it took, how much of it there was, and that something was noticed and done. */
const filler: ReadonlySet<string> = new Set(
  `second minute hour day week month year utc morning afternoon evening night midnight today yesterday tomorrow
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
  october november december percent roughly approximately total half dozen hundred thousand million people everyone
  everybody nobody anybody somebody engineer responder on-call oncall set get getting give given keep kept let put see
  seen saw show showed shown know knew known need needed want wanted try tried come came bring brought leave left stay
  start started starting begin begun end ended stop stopped work worked working run ran running happen happened occur
  occurred notice noticed detect detected detection investigated identify identified confirm confirmed mitigate
  mitigated mitigation restore restored recover recovered recovery fix fixed fixing return returned respond responded
  reported lead led result resulted reason continue continued increase increased decrease decreased unable available
  unavailable degraded degradation normal duration severity long short high low large small early late old many
  whole entire enough soon long-running immediately quickly slowly completely fully partly correct correctly wrong
  production`.split(/\s+/),
)

/** One word that two incidents share may be a coincidence. */
const minSharedWords = 2

/**
 * The incidents that are most like this one, by Okapi BM25 over what the reports say about title, cause, trigger,
 * services and impact. Words that more than half of the incidents have tell nothing.
 */
export function findSimilar(incident: Incident, others: readonly Incident[]): readonly Similar[] {
  const texts = others.map(countWords)
  const lengths = texts.map((text) => sum(text.values()))
  const averageLength = Math.max(1, sum(lengths) / Math.max(1, lengths.length))
  const own = countWords(incident)
  const weights = new Map<string, number>()
  for (const word of own.keys()) {
    const count = texts.filter((text) => text.has(word)).length
    // A library of two or three incidents says nothing about what is common.
    const isCommon = others.length >= 4 && count > others.length / 2
    if (count > 0 && !isCommon) weights.set(word, Math.log(1 + (others.length - count + 0.5) / (count + 0.5)))
  }
  return others
    .map((other, index): Similar => {
      const text = texts[index] as ReadonlyMap<string, number>
      const length = 1 - lengthWeight + lengthWeight * ((lengths[index] ?? 0) / averageLength)
      const parts = [...weights].flatMap(([word, weight]): [string, number][] => {
        const count = text.get(word) ?? 0
        return count === 0
          ? []
          : [[word, (weight * count * (saturation + 1)) / (count + saturation * length)]]
      })
      parts.sort(([oneWord, one], [otherWord, two]) => two - one || (oneWord < otherWord ? -1 : 1))
      return {
        incident: other,
        score: sum(parts.map(([, part]) => part)),
        words: parts.map(([word]) => word),
      }
    })
    .filter(({ words }) => words.length >= minSharedWords)
    .sort((one, other) => other.score - one.score || (one.incident.file < other.incident.file ? -1 : 1))
}

/** The words that a team chose count twice: they were chosen to be compared. */
function countWords({ text, title, services, trigger, causes }: Incident): ReadonlyMap<string, number> {
  const chosen = [...services, ...causes, ...(trigger === null ? [] : [trigger])].map(({ value }) => value)
  const counts = new Map<string, number>()
  for (const word of wordsOf([title, text, ...chosen, ...chosen].join(' ')))
    if (!filler.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function sum(values: Iterable<number>): number {
  let total = 0
  for (const value of values) total += value
  return total
}

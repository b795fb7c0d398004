import { textSays } from '../timeline/sayings.ts'
import { english } from '../vocabulary/english.ts'
import { type FoundRange, type FoundTime, timesIn, toRange } from './foundTimes.ts'
import { isQuoted, type Paragraph, type Sentence, sentencesOf } from './paragraphs.ts'

/** A time with its offsets in the paragraph. */
interface TimeInText {
  readonly found: FoundTime
  readonly start: number
  readonly end: number
}

export interface TimedSentence extends Sentence {
  readonly times: readonly TimeInText[]
}

/** The sentences with times in them, in the author's own words. */
export function findTimedSentences(prose: readonly Paragraph[]): readonly TimedSentence[] {
  return prose.flatMap((paragraph) => {
    const times = isQuoted(paragraph) ? [] : timesInParagraph(paragraph)
    if (times.length === 0) return []
    return sentencesOf(paragraph.words).flatMap((sentence): TimedSentence[] => {
      const inside = times.filter(({ start, end }) => start >= sentence.start && end <= sentence.end)
      return inside.length === 0 || isOfProject.test(sentence.text) ? [] : [{ ...sentence, times: inside }]
    })
  })
}

/** "Project Date: 12 to 14 December" is how long the work took. */
export const isOfProject = /^\W{0,4}project (?:date|period|duration|start|end)\b/i

function timesInParagraph({ lines }: Paragraph): readonly TimeInText[] {
  return lines.flatMap(({ value, at }) =>
    timesIn(value, 'sentence')
      .filter((found) => !isCode(found))
      .map((found) => ({
        found,
        start: at + found.time.start - value.start,
        end: at + found.time.end - value.start,
      })),
  )
}

/** Inline code names a file or repeats what a tool said. */
function isCode({ time, placed }: FoundTime): boolean {
  return placed.line.code.some(({ start, end }) => start <= time.start && time.end <= end)
}

/** The range of clock times that the prose gives for the outage; one of dates only if there is no other. */
export function findProseRange(sentences: readonly TimedSentence[]): FoundRange | null {
  const ranges = sentences.flatMap((sentence) =>
    rangesIn(sentence).map((range) => ({ range, isOfOutage: saysTrouble(sentence.text) })),
  )
  const clocked = ranges.filter(
    ({ range }) => range.start.time.clock !== null || range.end?.time.clock != null,
  )
  const [best] = [...clocked.filter((each) => each.isOfOutage), ...clocked, ...ranges]
  return best?.range ?? null
}

function saysTrouble(text: string): boolean {
  return textSays(text, 'impact') || textSays(text, 'start')
}

function rangesIn({ text, start, times }: TimedSentence): readonly FoundRange[] {
  return times.flatMap((time, index): FoundRange[] => {
    const whole = toRange(time.found)
    if (whole !== null) return [whole]
    const next = times[index + 1]
    const joins = next !== undefined && isJoint(text.slice(time.end - start, next.start - start))
    if (!joins || next.found.time.until !== null) return []
    return [{ start: { ...time.found, basis: 'range' }, end: { ...next.found, basis: 'range' } }]
  })
}

/** A line may end within "from 10:00 to 11:00", which is also "began at 10:00 and lasted until 11:00". */
function isJoint(between: string): boolean {
  return /^\s{1,3}(?:\([^()]{1,20}\) )?(?:(?:and )?(?:last|continu|persist)(?:ed|ing) (?:until|till)|to|until|till|through|[-–—])\s{1,3}(?:about |around |approximately )?$/i.test(
    between,
  )
}

/** The time that a verb makes the start or the end; else the one in a sentence that says no more than that. */
export function findSentenceTime(
  saying: 'start' | 'end',
  sentences: readonly TimedSentence[],
): FoundTime | null {
  const found = sentences.flatMap((sentence) => {
    const roles = sentence.times.map((_, index) => roleOf(index, sentence))
    const isSaid = textSays(sentence.text, saying)
    const isTold = saying === 'start' && textSays(sentence.text, 'impact')
    if (!isSaid && !isTold) return []
    const bound = sentence.times.filter((_, index) => roles[index] === saying)
    if (bound.length > 0) return bound.map(({ found }): FoundTime => ({ ...found, basis: 'verb' }))
    const free = isSaid ? sentence.times.filter((_, index) => roles[index] === null) : []
    return (saying === 'start' ? free.slice(0, 1) : free.slice(-1)).map((each) => each.found)
  })
  const bound = found.filter(({ basis }) => basis === 'verb')
  const candidates = bound.length > 0 ? bound : found
  return (saying === 'start' ? candidates[0] : candidates.at(-1)) ?? null
}

/** "On 3 May at 10:00, an error …": with no other start, the time that opens a sentence about the impact. */
export function findOpeningTime(sentences: readonly TimedSentence[]): FoundTime | null {
  for (const sentence of sentences) {
    const [first] = sentence.times
    if (first === undefined || first.found.time.clock === null || first.found.time.until !== null) continue
    const opens = /^\W{0,3}(?:at|on|around|about|approximately|since|in)?\W{0,2}(?:\w+ )?$/i.test(
      sentence.text.slice(0, first.start - sentence.start),
    )
    if (opens && roleOf(0, sentence) === null && saysTrouble(sentence.text)) return first.found
  }
  return null
}

type Role = 'start' | 'end' | 'other'

/** What the verb beside a time makes of it: the nearest one before it in its clause, else the next after it. */
function roleOf(index: number, { text, start, times }: TimedSentence): Role | null {
  const time = times[index]
  if (time === undefined) return null
  const before = text.slice((times[index - 1]?.end ?? start) - start, time.start - start)
  const after = text.slice(time.end - start, (times[index + 1]?.start ?? start + text.length) - start)
  const clause = /(?<![^,;:(])[^,;:(]*$/.exec(before)?.[0] ?? before
  const leads = opensClause(clause) || /^\s{0,2},/.test(after)
  const ahead = verbIn(after, 'first')
  return verbIn(clause, 'last') ?? (leads ? ahead : null) ?? verbIn(before, 'last') ?? ahead
}

function opensClause(clause: string): boolean {
  return /^\W*(?:(?=\w)(?:and |then |but |by |later )?(?:\w{1,14} ){0,2}(?:at|on|around|by|in|about)?\W*)?$/i.test(
    clause,
  )
}

function verbIn(text: string, which: 'first' | 'last'): Role | null {
  // A preposition belongs to the time that it precedes.
  const found = [...text.matchAll(english.phrases.timedVerb)].filter(
    ([verb]) => which === 'last' || !/^(?:from|since|until|till)$/i.test(verb),
  )
  const groups = (which === 'first' ? found[0] : found.at(-1))?.groups
  if (groups === undefined) return null
  return groups.start !== undefined ? 'start' : groups.end !== undefined ? 'end' : 'other'
}

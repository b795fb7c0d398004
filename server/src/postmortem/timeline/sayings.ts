import type { Segment } from '../blocks/segments.ts'
import { Attached } from '../lines/attached.ts'
import { english } from '../vocabulary/english.ts'

/** Something that a stretch of text can say about the incident. */
export type Saying =
  | 'detection'
  | 'detectionMethod'
  | 'actions'
  | 'misleading'
  | 'escalation'
  | 'resolution'
  | 'start'
  | 'end'
  | 'impact'
  | 'affected'
  | 'cause'
  | 'fix'

const exceptions: Readonly<Partial<Record<Saying, readonly RegExp[]>>> = {
  escalation: english.phrases.notEscalation,
  resolution: english.phrases.notResolution,
  start: english.phrases.notStart,
  end: english.phrases.notEnd,
}

/** Segments live as long as their block, so each answer is computed once. */
const known = new Attached<Segment, Map<Saying, boolean>>()

export function says(segment: Segment, saying: Saying): boolean {
  let answers = known.get(segment)
  if (answers === undefined) {
    answers = new Map()
    known.set(segment, answers)
  }
  let answer = answers.get(saying)
  if (answer === undefined) {
    answer = textSays(segment.text, saying)
    answers.set(saying, answer)
  }
  return answer
}

/** True if at least one sentence says it and does not also match an exception. */
export function textSays(text: string, saying: Saying): boolean {
  const phrases = english.phrases[saying]
  const except = exceptions[saying] ?? []
  return splitSentences(text).some(
    (sentence) =>
      (phrases.some((phrase) => phrase.test(sentence)) ||
        (saying === 'affected' && english.phrases.affectedFigure.test(sentence))) &&
      !except.some((phrase) => phrase.test(sentence)),
  )
}

export function splitSentences(text: string): readonly string[] {
  return text.split(sentenceEnd)
}

/** A full stop after "p.m.", an initial or "approx." does not end a sentence. */
export const sentenceEnd = /(?<=(?<![ap]\.m|\b\p{Lu}|approx)[.!?]["')\]]?)\s+(?=["'(]?[\p{Lu}\d])/gu

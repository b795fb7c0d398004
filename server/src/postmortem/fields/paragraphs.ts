import type { PlacedLine } from '../blocks/placedLine.ts'
import { Attached } from '../lines/attached.ts'
import type { Line } from '../lines/line.ts'
import { type Passage, passageOver } from '../lines/passage.ts'
import { perObject } from '../lines/perObject.ts'
import { type Saying, says, sentenceEnd, textSays } from '../timeline/sayings.ts'
import type { ValueLine } from './labelValues.ts'

/**
 * Lines that one sentence may run through, because the author breaks lines at a certain width. Offsets are
 * into the text of all its lines, joined by blanks.
 */
export interface Paragraph {
  readonly words: Words
  readonly lines: readonly ParagraphLine[]
}

/** The text of a paragraph. Its identity survives edits elsewhere, so what is read from it is kept. */
export interface Words {
  readonly text: string
}

interface ParagraphLine {
  readonly value: ValueLine
  /** The offset of the value in the text of the paragraph. */
  readonly at: number
}

export function joinLines(values: readonly ValueLine[]): readonly Paragraph[] {
  const groups: ValueLine[][] = []
  let previous: ValueLine | null = null
  for (const value of values) {
    const group = groups.at(-1)
    if (group !== undefined && previous !== null && continues(previous, value)) group.push(value)
    else groups.push([value])
    previous = value
  }
  return groups.map(toParagraph)
}

export function toParagraph(values: readonly ValueLine[]): Paragraph {
  let at = 0
  const lines = values.map((value) => {
    const line = { value, at }
    at += value.end - value.start + 1
    return line
  })
  return { words: wordsOf(values), lines }
}

interface KnownWords {
  readonly values: readonly ValueLine[]
  readonly words: Words
}

/** What was last read from the first line on. The lines below it may have been read again without it. */
const known = new Attached<Line, KnownWords>()

function wordsOf(values: readonly ValueLine[]): Words {
  const [first] = values as readonly [ValueLine]
  const before = known.get(first.placed.line)
  if (before !== undefined && areSame(before.values, values)) return before.words
  const text = values.map((value) => value.placed.line.text.slice(value.start, value.end)).join(' ')
  const words = { text }
  known.set(first.placed.line, { values, words })
  return words
}

function areSame(before: readonly ValueLine[], now: readonly ValueLine[]): boolean {
  return (
    before.length === now.length &&
    before.every(({ placed, start, end }, index) => {
      const value = now[index]
      return placed.line === value?.placed.line && start === value.start && end === value.end
    })
  )
}

/** Lines of one paragraph are quoted together. */
export function isQuoted({ lines }: Paragraph): boolean {
  return lines[0]?.value.placed.line.quoted ?? false
}

function continues(previous: ValueLine, next: ValueLine): boolean {
  const { line } = next.placed
  const above = previous.placed.line
  return (
    next.lineIndex === previous.lineIndex + 1 &&
    previous.end === above.text.length &&
    line.kind === 'text' &&
    above.kind === 'text' &&
    !line.opens &&
    line.item === null &&
    line.quoted === above.quoted &&
    line.depth === above.depth &&
    next.placed.marks.length === 0 &&
    isOneStretch(previous.placed) &&
    isOneStretch(next.placed) &&
    runsOn(above.text.slice(previous.start).trimEnd(), next.placed)
  )
}

/** A line that runs several timeline entries together is not part of a sentence. */
function isOneStretch({ segments }: PlacedLine): boolean {
  return segments.length === 1
}

/** Below a line of this length, a line that begins with a capital letter is a statement of its own. */
const shortLine = 45

function runsOn(above: string, { line, segments }: PlacedLine): boolean {
  if (segments[0]?.time != null)
    return /\b(?:at|from|to|until|till|and|between|by|on|since|around|about|approximately)$/i.test(above)
  return above.length >= shortLine || !/^\W{0,3}\p{Lu}/u.test(line.text) || /[,–-]$/.test(above)
}

/** The passage of these characters of the paragraph, which may go over several lines. */
export function passageOf(paragraph: Paragraph, start = 0, end = paragraph.words.text.length): Passage {
  const { text } = paragraph.words
  const raw = text.slice(start, end)
  const trimmed = raw.trim()
  const from = start + raw.length - raw.trimStart().length
  const first = placeIn(paragraph, from)
  const last = placeIn(paragraph, Math.max(from, from + trimmed.length - 1))
  if (first.placed === last.placed) return first.placed.passage(first.offset, last.offset + 1)
  return passageOver(
    trimmed,
    first.placed.passage(first.offset, first.offset + 1),
    last.placed.passage(last.offset, last.offset + 1),
  )
}

interface Place {
  readonly placed: PlacedLine
  readonly lineIndex: number
  /** An offset into the text of the line. */
  readonly offset: number
}

/** The place of a character of the paragraph. */
export function placeIn({ lines }: Paragraph, offset: number): Place {
  const { value, at } = lines.findLast((each) => each.at <= offset) ?? (lines[0] as ParagraphLine)
  return { placed: value.placed, lineIndex: value.lineIndex, offset: value.start + offset - at }
}

export interface Sentence {
  readonly text: string
  readonly start: number
  readonly end: number
}

export const sentencesOf = perObject(({ text }: Words): readonly Sentence[] => {
  const sentences: Sentence[] = []
  let start = 0
  for (const match of text.matchAll(sentenceEnd)) {
    sentences.push({ text: text.slice(start, match.index), start, end: match.index })
    start = match.index + match[0].length
  }
  sentences.push({ text: text.slice(start), start, end: text.length })
  return sentences
})

/** The answers given so far. */
const answersOf = perObject((_: Words) => new Map<Saying, boolean>())

/** True if a sentence of the paragraph says it, on whichever lines. */
export function paragraphSays({ words, lines }: Paragraph, saying: Saying): boolean {
  const segment = lines[0]?.value.placed.segments[0]
  if (segment === undefined) return false
  if (lines.length === 1 && words.text === segment.text) return says(segment, saying)
  const answers = answersOf(words)
  const answer = answers.get(saying) ?? textSays(words.text, saying)
  answers.set(saying, answer)
  return answer
}

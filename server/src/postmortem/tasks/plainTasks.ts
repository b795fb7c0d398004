import type { PlacedLine } from '../blocks/placedLine.ts'
import type { TaskText } from './actionItem.ts'
import { valueStart } from './groups.ts'
import {
  dropMarks,
  isClosing,
  isClosingTitle,
  isCommitment,
  isDetail,
  isImperative,
  isLabel,
  isPurpose,
  readState,
  sentenceEnd,
  skipTaskLabel,
  startsWithTask,
} from './taskWords.ts'

interface Paragraph {
  readonly first: PlacedLine
  readonly rest: readonly PlacedLine[]
}

/**
 * Tasks that are no items of a list: lines, paragraphs, sentences, or pieces of a line after check marks.
 * Only below a title that promises tasks, a single sentence is one.
 */
export function findPlainTasks(plain: readonly PlacedLine[], isNamed: boolean): readonly TaskText[] {
  const end = plain.findIndex(({ line }) => isClosingTitle(line.text))
  const candidates = plain
    .slice(0, end === -1 ? undefined : end)
    .filter(({ line }) => !isClosing(line.text) && !isLabel(line.text))
  const marked = findMarked(candidates)
  if (marked.length > 0) return marked
  const items = joinParagraphs(candidates, isBulleted)
  if (items.length > 1 && items.every(({ first }) => isBulleted(first))) return items.map(toTask)
  const lines = findLines(candidates)
  if (lines.length > 0) return lines
  const pieces = candidates.flatMap(splitAtMarkers)
  if (pieces.length > 0) return pieces
  const paragraphs = joinParagraphs(candidates, ({ line }) => line.opens)
  const begun = paragraphs.filter((paragraph) => beginsTask(paragraph, isNamed)).length
  const areTasks =
    begun === paragraphs.length || (isNamed && begun >= minOfSeveral && begun >= paragraphs.length * 0.8)
  if (!areTasks || paragraphs.length < (isNamed ? 1 : 2)) return []
  const [only] = paragraphs
  if (paragraphs.length === 1 && only?.rest.length === 0) return splitAtTasks(only.first)
  return paragraphs.map(toTask)
}

/** Paragraphs that begin with their state, as in "TODO: add an alert", among others that do not. */
function findMarked(candidates: readonly PlacedLine[]): readonly TaskText[] {
  return joinParagraphs(candidates, ({ line }) => line.opens).flatMap(({ first, rest }) => {
    const state = readState(first.line.text)
    return state === null
      ? []
      : [{ placed: first, from: state.end, below: rest, isPart: true, done: state.done }]
  })
}

function toTask({ first, rest }: Paragraph): TaskText {
  return { placed: first, from: textStart(first), below: rest, isPart: rest.length > 0 }
}

/** The bullet of an item that is indented so far below a title that Markdown takes it for text. */
const bullet = /^\s{0,8}[-*+•o][ \u00a0]+(?=\S)/

function isBulleted({ line }: PlacedLine): boolean {
  return bullet.test(line.text)
}

/**
 * Lines without bullets are a list if nearly all of them begin like a sentence. The lines of a wrapped
 * paragraph continue in lower case.
 */
function findLines(candidates: readonly PlacedLine[]): readonly TaskText[] {
  const tasks: { readonly placed: PlacedLine; readonly from: number; readonly below: PlacedLine[] }[] = []
  for (const placed of candidates) {
    const { line } = placed
    if (isDetail(line.text)) tasks.at(-1)?.below.push(placed)
    else if (line.words >= 2 && line.words <= 60) tasks.push({ placed, from: textStart(placed), below: [] })
  }
  const hasDetails = tasks.some(({ below }) => below.length > 0)
  const isList =
    (tasks.length >= 2 || hasDetails) &&
    tasks.filter(({ placed }) => beginsSentence(placed)).length >= tasks.length * 0.8
  if (!isList) return []
  const isRun =
    hasDetails ||
    tasks.some(({ placed }) => !placed.line.opens) ||
    tasks.every(({ placed }) => startsWithTask(placed.line.text)) ||
    tasks.every(({ placed }) => dropMarks(placed.line.text) !== placed.line.text)
  return isRun ? tasks : []
}

function beginsSentence({ line }: PlacedLine): boolean {
  return /^[^\p{L}]{0,8}\p{Lu}/u.test(dropMarks(line.text))
}

/** The bullet or the label that a line begins with is not part of its task. */
function textStart(placed: PlacedLine): number {
  const { text } = placed.line
  return Math.max(valueStart(placed), skipTaskLabel(text), bullet.exec(text)?.[0].length ?? 0)
}

function joinParagraphs(
  lines: readonly PlacedLine[],
  begins: (placed: PlacedLine) => boolean,
): readonly Paragraph[] {
  const paragraphs: { readonly first: PlacedLine; readonly rest: PlacedLine[] }[] = []
  for (const placed of lines) {
    const current = paragraphs.at(-1)
    if (begins(placed) || current === undefined) paragraphs.push({ first: placed, rest: [] })
    else current.rest.push(placed)
  }
  return paragraphs
}

/** Below a title that promises tasks, one of many paragraphs may begin with a word that is no known verb. */
const minOfSeveral = 4

function beginsTask({ first }: Paragraph, isNamed: boolean): boolean {
  const text = first.line.text.slice(textStart(first))
  if (skipTaskLabel(first.line.text) > 0 || startsWithTask(text) || isPurpose(text)) return true
  return isNamed && isCommitment(text)
}

/** A sentence that does not begin like a task says more about the one before it. */
function splitAtTasks(placed: PlacedLine): readonly TaskText[] {
  const { text } = placed.line
  const first = textStart(placed)
  const starts = [first]
  for (const match of text.slice(first).matchAll(sentenceEnd)) {
    const start = first + match.index + match[0].length
    if (startsWithTask(text.slice(start).replace(addition, ''))) starts.push(start)
  }
  if (starts.length === 1) return [{ placed, from: first, isPart: first > 0 }]
  return toPieces(placed, starts)
}

const addition = /^(?:additionally|also|furthermore|in addition|finally|then),\s/i

/** Signs that authors put before each of several tasks on one line. */
const marker = /(?:^|\s)(?:\p{Extended_Pictographic}\uFE0F?|[•‣▪●◦✓→➜]|\(?\d{1,2}[.)])\s{1,3}(?=\p{L})/gu

function splitAtMarkers(placed: PlacedLine): readonly TaskText[] {
  const { text } = placed.line
  const first = textStart(placed)
  const found = [...text.slice(first).matchAll(marker)]
  if (found.length < 2 || found[0]?.index !== 0) return []
  if (!isSequence(found.map((match) => /\d{1,2}/.exec(match[0])?.[0]))) return []
  const starts = found.map((match) => first + match.index + match[0].length)
  const pieces = toPieces(placed, starts)
  const isTicked = /^\s*[✅☑✔]/u.test(found[0][0])
  const areToDo = starts.every((start) => isImperative(text.slice(start)))
  return isTicked ? pieces.map((piece) => ({ ...piece, done: !areToDo })) : pieces
}

/** Without numbers, or counted from 1. */
function isSequence(numbers: readonly (string | undefined)[]): boolean {
  return numbers.every((number, index) => number === undefined || Number(number) === index + 1)
}

function toPieces(placed: PlacedLine, starts: readonly number[]): readonly TaskText[] {
  const { text } = placed.line
  return starts.map((from, index) => {
    const next = starts[index + 1]
    const to = next === undefined ? text.length : from + lengthBefore(text.slice(from, next))
    return { placed, from, to, isPart: true }
  })
}

/** The length of a piece without the sign of the next one. */
function lengthBefore(piece: string): number {
  return piece
    .replace(/\s(?:\p{Extended_Pictographic}\uFE0F?|[•‣▪●◦✓→➜]|\(?\d{1,2}[.)])\s{1,3}$/u, '')
    .trimEnd().length
}

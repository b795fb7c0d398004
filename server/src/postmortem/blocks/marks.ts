import type { Line } from '../lines/line.ts'
import { english } from '../vocabulary/english.ts'
import type { ConceptId } from '../vocabulary/vocabulary.ts'
import type { TitleForm, TitleMatch } from './knownTitles.ts'
import { matchTitle } from './titles.ts'

/** A place in a line where the author names what follows: the title of a section or the label of a field. */
export interface Mark {
  readonly ids: readonly ConceptId[]
  readonly form: TitleForm
  /** The name as written, without its colon. Offsets are into the line's text. */
  readonly text: string
  readonly start: number
  readonly end: number
  /** The start of the value in the line's text; the length of that text if the line has no value. */
  readonly value: number
  readonly suggestion: string | null
  /** True if an assignment demands the section here, as in "Timeline must contain:". */
  readonly demanded: boolean
}

/** Finds what a title names. A template may know titles of its own. */
export type MatchTitle = (title: string, form: TitleForm) => TitleMatch | null

/** A line, and the titles to recognise in it. */
interface Reading {
  readonly line: Line
  readonly match: MatchTitle
}

/** In reading order. */
export function findMarks(line: Line, match: MatchTitle = matchTitle): readonly Mark[] {
  if (line.quoted || line.text.trim() === '') return []
  const reading: Reading = { line, match }
  if (line.kind === 'row') return findCellMark(reading)
  if (line.kind !== 'heading' && line.kind !== 'text') return []
  if (isContentsEntry(line)) return []
  const first = line.kind === 'heading' ? readHeadingMark(reading) : readTextMark(reading)
  const rest = findEmbedded(reading, first)
  return first === null ? rest : [first, ...rest]
}

/** A name and its value in adjacent cells: `| Duration | 2 hours |`. */
function findCellMark({ line, match: matchName }: Reading): readonly Mark[] {
  const [name, value] = line.cells
  if (name === undefined || value === undefined || name.text.length > 60) return []
  const match = matchName(name.text, 'label')
  if (match === null) return []
  const text = name.text.trim()
  const start = line.text.indexOf(text)
  const end = start + text.length
  if (isCode(line, start, end)) return []
  return [
    {
      ids: match.ids,
      suggestion: match.suggestion,
      form: 'label',
      text,
      start,
      end,
      value: Math.min(end + 1, line.text.length),
      demanded: false,
    },
  ]
}

/** A line of a table of contents leads to the section and does not begin it. */
function isContentsEntry({ heading, links }: Line): boolean {
  return heading === null && links.length > 0 && links.every((link) => link.startsWith('#'))
}

function readHeadingMark(reading: Reading): Mark | null {
  const { line } = reading
  const start = leadLength(line.text)
  const demand = english.assignment.demand.exec(line.text)
  if (demand !== null) return toMark(reading, start, demand.index, line.text.length, 'heading', true)
  const whole = toMark(reading, start, line.text.length, line.text.length, 'heading')
  if (whole !== null) return whole
  for (const match of line.text
    .slice(0, 120)
    .matchAll(/\s{0,120}[:;({[]\s{0,120}|\s{1,120}[-–—|]{1,120}\s{1,120}/g)) {
    if (match.index <= start) continue
    const value = match.index + match[0].length
    const mark = toMark(reading, start, match.index, value, 'heading')
    if (mark !== null) return mark
  }
  return null
}

function readTextMark(reading: Reading): Mark | null {
  const { line } = reading
  const { text } = line
  const start = leadLength(text)
  const demand = english.assignment.demand.exec(text.slice(0, 160))
  if (demand !== null && !english.assignment.clause.test(text)) {
    const cut = text.slice(start, demand.index).search(/(?<!\s)\s*\(/)
    const isLabelled = text.slice(start, demand.index).includes(':')
    const mark = isLabelled
      ? null
      : toMark(reading, start, cut === -1 ? demand.index : start + cut, text.length, 'bold', true)
    if (mark !== null) return mark
  }
  const boldEnd = line.bold
  if (boldEnd > start && boldEnd <= 120) {
    const isWhole = !/[\p{L}\p{N}]/u.test(text.slice(boldEnd))
    const mark = toMark(reading, start, boldEnd, skipSeparator(text, boldEnd), isWhole ? 'bold' : 'label')
    if (mark !== null) return mark
  }
  const colon = text.slice(0, 110).search(/[:：](?!\d|\/\/)|\s[-–—=]+\s/)
  if (colon > start) {
    const value = skipSeparator(text, colon)
    const isColon = text[colon] === ':' || text[colon] === '：'
    const form: TitleForm =
      isColon || boldEnd >= colon ? (boldEnd >= text.trimEnd().length ? 'bold' : 'label') : 'bare'
    const mark = toMark(reading, start, colon, value, form)
    if (mark !== null) return mark
  }
  if (line.words > 9 || isWrapped(line) || line.links.length > 0) return null
  return toMark(reading, start, text.length, text.length, boldEnd > start ? 'bold' : 'bare')
}

/**
 * True if the words of a line that follows another one of its paragraph are the rest of a sentence: "… of the
 * whole⏎timeline", "… is in the⏎Timeline."
 */
function isWrapped({ opens, item, text, bold }: Line): boolean {
  return (
    !opens &&
    item === null &&
    bold === 0 &&
    (/^\W{0,4}\p{Ll}/u.test(text) || /[\p{L}\p{N})]\.\s*$/u.test(text))
  )
}

/**
 * Labels that begin a sentence in the middle of a line, as in "… restarted. Root Cause: a full disk", or follow a comma
 * in a line that begins with a label, as in "Start: 9:00 AM, End: 10:00 AM".
 */
function findEmbedded(reading: Reading, first: Mark | null): readonly Mark[] {
  const { line } = reading
  if (!line.text.includes(':', first?.value ?? 0)) return []
  const marks: Mark[] = []
  const from = first?.value ?? 0
  const label =
    /(?<=^|[.!?)\]:;,]\s{1,4}|\s[-–—•*]\s{1,4})\*{0,2}(\p{Lu}[\p{L}\p{N} /&'’-]{2,60})(?:\s?\([^()]{1,40}\))?\*{0,2}\s?:/gu
  label.lastIndex = from
  for (const match of line.text.matchAll(label)) {
    const name = match[1]
    if (match.index < from || name === undefined) continue
    const start = match.index + match[0].indexOf(name)
    const value = skipSeparator(line.text, match.index + match[0].length - 1)
    if (match.index === 0 && first === null) continue
    if (first?.form !== 'label' && line.text.slice(0, match.index).trimEnd().endsWith(',')) continue
    const mark = toMark(reading, start, start + name.length, value, 'label')
    if (mark !== null) marks.push(mark)
    if (marks.length === maxEmbedded) break
  }
  return marks
}

/** A line with more labels than this is not a list of fields. */
const maxEmbedded = 8

/** A longer text is not a name, whatever it says. */
const maxNameLength = 120

function toMark(
  reading: Reading,
  start: number,
  end: number,
  value: number,
  form: TitleForm,
  demanded = false,
): Mark | null {
  const { line } = reading
  if (end - start > maxNameLength) return null
  const raw = line.text.slice(start, end)
  const text = raw.slice(0, raw.length - trailLength(raw))
  if (isCode(line, start, start + text.length)) return null
  const match = reading.match(text, form)
  if (match === null) return null
  const rest = line.text.slice(value)
  const isEmpty = !/[\p{L}\p{N}]/u.test(rest)
  return {
    ids: match.ids,
    suggestion: match.suggestion,
    form,
    text,
    start,
    end: start + text.length,
    value: isEmpty ? line.text.length : value,
    demanded,
  }
}

/** True if all its words are inline code: `rootCause` is the name of something in a program, not of a section. */
function isCode({ code, text }: Line, start: number, end: number): boolean {
  if (code.length === 0) return false
  let rest = ''
  let at = start
  for (const each of code) {
    if (each.end <= at || each.start >= end) continue
    rest += text.slice(at, Math.max(at, each.start))
    at = each.end
  }
  return at > start && !/[\p{L}\p{N}]/u.test(rest + text.slice(at, end))
}

/**
 * The length of bullets that Markdown does not know, such as the "o" of a word processor, numbers, emoji,
 * `:shortcodes:` and stray signs before the first letter.
 */
function leadLength(text: string): number {
  return (
    /^(?:o[\s\u00a0]{1,8}(?=[\p{Lu}*_]))?(?:[^\p{L}\p{N}:]{0,4}:[a-z][\w+-]{1,40}:(?=\s)){0,3}[^\p{L}\p{N}]{0,12}(?:\d{1,2}[.)]\s{1,4})?/u.exec(
      text,
    )?.[0].length ?? 0
  )
}

/** The length of punctuation and emoji after the last word. */
function trailLength(text: string): number {
  let end = text.length
  while (end > 0) {
    const tail = trail.exec(text.slice(Math.max(0, end - 50), end))
    if (tail === null) break
    end -= tail[0].length
  }
  return text.length - end
}

const trail = /(?:\s:[a-z][a-z0-9_+-]{1,40}:|[\s:;*_.]|\u{200d}|\u{fe0f}|\p{Extended_Pictographic})$/u

function skipSeparator(text: string, start: number): number {
  let at = start
  while (at < text.length && /[\s:：;*_=–—-]/.test(text[at] ?? '')) at += 1
  return at
}

import { closesFrontMatter, hasClosingLine, opensFrontMatter } from './frontMatter.ts'
import type { Language } from './grammar.ts'
import { endOfLine } from './lines.ts'
import { type Reader, readWhole, scan } from './scan.ts'
import {
  blockOf,
  blocksBetween,
  type Cursor,
  cursorAfter,
  cursorAt,
  cursorBefore,
  firstCursor,
  lastCursor,
  type Sequence,
  sequenceOf,
  sliceSequence,
} from './sequence.ts'
import { itemSentinel, listMarker, startsHere } from './signature.ts'
import { Source } from './source.ts'
import type { TextEdit } from './types.ts'
import { byteOrderMark, markUnit, type Unit } from './unit.ts'

/** The units that replace those from `start` up to, not including, `end`. */
export interface Splice {
  readonly start: Cursor
  readonly end: Cursor
  readonly units: readonly Unit[]
  readonly language: Language
}

/** The text to be read after an edit: whole lines, from the start of a unit up to the start of another. */
interface Dirt {
  readonly start: Cursor
  readonly text: string
  readonly behind: Cursor
}

/**
 * Reads what an edit may have changed: from the last unit start before it whose left side still means what it
 * meant, to the first unit start after it of which the same is true.
 */
export function spliceOf(reader: Reader, sequence: Sequence<Unit>, edit: TextEdit): Splice {
  const dirt = findRestart(sequence, edit)
  const language = languageAfter(reader.language, sequence, dirt)
  if (language !== reader.language && sequence.length > 0) return everything(reader, sequence, edit, language)
  const { start } = dirt
  const isAtTop = startsBody(sequence, start)
  const marked = start.offset === 0 && dirt.text.startsWith(byteOrderMark)
  const source = new Source(sequence, marked ? dirt.text.slice(1) : dirt.text, dirt.behind)
  const current = { ...reader, language }
  const head = isAtTop ? readFrontMatter(current, source) : undefined
  const signature = isAtTop ? 'fresh' : blockOf(sequence, start)!.signature
  const { units, end } = scan(current, source, sequence, signature)
  return { start, end, units: [...(marked ? [markUnit] : []), ...(head ? [head] : []), ...units], language }
}

/** Front matter that opens or closes changes how every line is read. */
function everything(reader: Reader, sequence: Sequence<Unit>, edit: TextEdit, language: Language): Splice {
  const before = sliceSequence(sequence, 0, edit.start)
  const text = before + edit.text + sliceSequence(sequence, edit.end, sequence.length)
  const { units } = spliceOf({ ...reader, language }, sequenceOf<Unit>([]), { start: 0, end: 0, text })
  return { start: firstCursor, end: lastCursor(sequence), units, language }
}

function findRestart(sequence: Sequence<Unit>, edit: TextEdit): Dirt {
  let start = cursorAt(sequence, edit.start)
  for (;;) {
    const dirt = dirtFrom(sequence, start, edit)
    const before = cursorBefore(sequence, start)
    if (before === undefined || canRestart(sequence, before, dirt)) return dirt
    start = before
  }
}

function canRestart(sequence: Sequence<Unit>, before: Cursor, dirt: Dirt): boolean {
  const { line } = new Source(sequence, dirt.text, dirt.behind)
  if (line?.startsWith('\n') && blockOf(sequence, before)!.text.endsWith('\r')) return false
  const unit = blockOf(sequence, dirt.start)!
  if (unit.signature === 'fresh' || unit.signature === 'top') return true
  if (line === undefined || !startsHere(unit.signature, line)) return false
  // The unit before was read with the start of this item after it.
  return listMarker(unit.signature) === undefined || itemSentinel(line) === itemSentinel(unit.text)
}

function dirtFrom(sequence: Sequence<Unit>, start: Cursor, edit: TextEdit): Dirt {
  let behind = cursorAt(sequence, edit.end)
  let text = sliceSequence(sequence, start.offset, edit.start) + edit.text
  const last = blockOf(sequence, behind)
  if (last !== undefined && edit.end > behind.offset) {
    text += last.text.slice(edit.end - behind.offset)
    behind = cursorAfter(sequence, behind)
  }
  for (let next = blockOf(sequence, behind); next !== undefined; next = blockOf(sequence, behind)) {
    const isNewMark = start.offset === 0 && text === '' && next.text.startsWith(byteOrderMark)
    if (next !== markUnit && !isNewMark && endsWithLine(text, next.text)) break
    text += next.text
    behind = cursorAfter(sequence, behind)
  }
  return { start, text, behind }
}

/** Returns false if an edit has taken away the line ending at the end of `text`, or half of it. */
function endsWithLine(text: string, next: string): boolean {
  if (text === '') return true
  if (text.endsWith('\r')) return !next.startsWith('\n')
  return text.endsWith('\n')
}

function startsBody(sequence: Sequence<Unit>, start: Cursor): boolean {
  return start.offset === 0 || (start.offset === 1 && blockOf(sequence, firstCursor) === markUnit)
}

function languageAfter(language: Language, sequence: Sequence<Unit>, dirt: Dirt): Language {
  const isAtTop = startsBody(sequence, dirt.start)
  if (!isAtTop && language === 'markdown') return language
  if (!isAtTop) return hasClosingLine([dirt.text]) ? 'markdown' : language
  const text = dirt.start.offset === 0 && dirt.text.startsWith(byteOrderMark) ? dirt.text.slice(1) : dirt.text
  const { line } = new Source(sequence, text, dirt.behind)
  if (line === undefined || !opensFrontMatter(line)) return 'markdown'
  return hasClosingLine(textsBehindFirstLine(sequence, text, dirt.behind))
    ? 'markdown'
    : 'markdown without containers'
}

function* textsBehindFirstLine(sequence: Sequence<Unit>, text: string, behind: Cursor): Iterable<string> {
  let isFirst = text === ''
  yield text.slice(endOfLine(text, 0))
  for (const unit of blocksBetween(sequence, behind, lastCursor(sequence))) {
    yield isFirst ? unit.text.slice(endOfLine(unit.text, 0)) : unit.text
    isFirst = false
  }
}

function readFrontMatter(reader: Reader, source: Source): Unit | undefined {
  if (reader.language !== 'markdown' || source.line === undefined) return undefined
  if (!opensFrontMatter(source.line)) return undefined
  let text = source.line
  source.advance()
  for (let { line } = source; line !== undefined; line = source.line) {
    text += line
    source.advance()
    if (closesFrontMatter(line)) break
  }
  return { ...readWhole({ ...reader, language: 'front matter' }, text), signature: 'top' }
}

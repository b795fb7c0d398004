import { readWrittenTime } from '../../time/written/readTime.ts'
import type { WrittenTime } from '../../time/written/written.ts'
import { cellStarts, type Line } from '../lines/line.ts'
import { readEntryHead, skipOnwards, skipSeparator } from './entryHead.ts'

/**
 * A stretch of a line that may be an entry of a timeline. A line that runs several entries together has
 * several segments. Offsets are into the line's text.
 */
export interface Segment {
  readonly start: number
  readonly end: number
  readonly time: WrittenTime | null
  /** The range of the time at the head; empty and at `start` without a time. */
  readonly headStart: number
  readonly headEnd: number
  /** The start of the text after the time. */
  readonly textStart: number
  readonly text: string
}

/** In reading order; there is always at least one. */
export function findSegments(line: Line): readonly Segment[] {
  if (line.kind === 'row') return [readRow(line)]
  if (isLinkToDay(line)) return [toSegment(line.text, 0, line.text.length, null)]
  const starts = findStarts(line.text, line.item === null)
  return starts.map(({ at, time }, index) =>
    toSegment(line.text, at, starts[index + 1]?.at ?? line.text.length, time),
  )
}

/** A line of a table of contents that leads to what happened on a day is no entry: nothing but the date is in it. */
function isLinkToDay({ text, links }: Line): boolean {
  if (links.length === 0 || !links.every((link) => link.startsWith('#'))) return false
  const head = readEntryHead(text)
  return head !== null && head.time.clock === null && !/\p{L}/u.test(text.slice(head.time.end))
}

interface Start {
  readonly at: number
  readonly time: WrittenTime | null
}

function findStarts(text: string, isParagraph: boolean): readonly Start[] {
  const head = readEntryHead(text)
  const starts: Start[] = [{ at: 0, time: head?.time ?? null }]
  if (isParagraph && head !== null && isSentenceWithTime(text)) {
    return [...starts, ...findSentences(text, head.time.end)]
  }
  const inner = findInnerTimes(text, head?.time.end ?? 0)
  const isRun = inner.length + (head === null ? 0 : 1) >= 3
  for (const time of inner) {
    if (isRun || /[.!?;•–—-]["')\]*]{0,2}\s{1,4}$/.test(text.slice(0, time.start)))
      starts.push({ at: time.start, time })
  }
  return starts
}

/** "At 10:05 an alert fired. By 10:20 all was well." is a timeline in prose. */
function isSentenceWithTime(text: string): boolean {
  return /^\s{0,3}(?:At|By|Around|About|From|On)\s/.test(text)
}

function findSentences(text: string, from: number): readonly Start[] {
  const starts: Start[] = []
  const candidate =
    /(?<=[.!?]["')\]]?\s{1,3})(?:(?:Then|Finally|Later),? )?(?:at|by|around|about|from) (?=[\w~ ]{0,24}\d)/gi
  candidate.lastIndex = from
  for (let match = candidate.exec(text); match !== null; match = candidate.exec(text)) {
    const time = readWrittenTime(text, candidate.lastIndex)
    if (time?.clock != null) starts.push({ at: match.index, time })
  }
  return starts
}

/** Clock times followed by a colon or a dash, as only the head of an entry is. */
function findInnerTimes(text: string, from: number): readonly WrittenTime[] {
  const times: WrittenTime[] = []
  const candidate = /(?<=[\s([*])\d{1,4}(?:[:.h]\d{2}|\s?[ap]\.?m\b|\s?hrs?\b)/gi
  candidate.lastIndex = from
  for (let match = candidate.exec(text); match !== null; match = candidate.exec(text)) {
    const time = readWrittenTime(text, match.index)
    if (time === null || time.clock === null) continue
    candidate.lastIndex = Math.max(time.end, match.index + 1)
    if (/^[)\]*_]{0,3}\s?(?::(?!\d)|\s[-–—]+\s)/.test(text.slice(time.end, time.end + 8))) times.push(time)
  }
  return times
}

function toSegment(text: string, start: number, end: number, time: WrittenTime | null): Segment {
  if (time === null) {
    return {
      start,
      end,
      time,
      headStart: start,
      headEnd: start,
      textStart: start,
      text: text.slice(start, end),
    }
  }
  const textStart = Math.min(skipSeparator(text, skipOnwards(text, time.end)), end)
  return {
    start,
    end,
    time,
    headStart: time.start,
    headEnd: time.end,
    textStart,
    text: text.slice(textStart, end),
  }
}

/** The time is in one of the first cells; the date may be in the cell before it. */
function readRow(line: Line): Segment {
  const cells = line.cells.slice(0, 3)
  const starts = cellStarts(line)
  let dateOnly: { start: number; time: WrittenTime } | null = null
  for (const [index, cell] of cells.entries()) {
    const start = starts[index] ?? 0
    const upToCellEnd = line.text.slice(0, start + cell.text.length)
    const head = readEntryHead(upToCellEnd, start)
    if (head === null || /\p{L}{3,}/u.test(upToCellEnd.slice(head.after))) {
      if (dateOnly !== null) break
      continue
    }
    if (head.time.clock === null && dateOnly === null) {
      dateOnly = { start, time: head.time }
      continue
    }
    const joined = dateOnly === null ? null : readWrittenTime(line.text, dateOnly.start)
    if (joined?.clock != null) return toRow(line, joined)
    return toRow(line, head.time)
  }
  return dateOnly === null ? toSegment(line.text, 0, line.text.length, null) : toRow(line, dateOnly.time)
}

function toRow(line: Line, time: WrittenTime): Segment {
  const segment = toSegment(line.text, 0, line.text.length, time)
  return time.start > 40 ? { ...segment, textStart: 0, text: line.text } : segment
}

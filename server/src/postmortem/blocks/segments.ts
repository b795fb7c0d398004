import { readWrittenTime } from '../../time/written/readTime.ts'
import type { WrittenTime } from '../../time/written/written.ts'
import type { Line } from '../lines/line.ts'
import { readEntryHead, skipSeparator } from './entryHead.ts'

/**
 * A stretch of a line that may be an entry of a timeline: a line that runs several entries on has several.
 * Offsets are into the line's text.
 */
export interface Segment {
  readonly start: number
  readonly end: number
  /** The time at its head. */
  readonly time: WrittenTime | null
  /** Where the head stands; both 0-length at `start` without a time. */
  readonly headStart: number
  readonly headEnd: number
  /** Where the text behind the time begins. */
  readonly textStart: number
  readonly text: string
}

/** The segments of a line, in reading order; never none. */
export function findSegments(line: Line): readonly Segment[] {
  if (line.kind === 'row') return [readRow(line)]
  const starts = findStarts(line.text)
  return starts.map(({ at, time }, index) =>
    toSegment(line.text, at, starts[index + 1]?.at ?? line.text.length, time),
  )
}

interface Start {
  readonly at: number
  readonly time: WrittenTime | null
}

function findStarts(text: string): readonly Start[] {
  const head = readEntryHead(text)
  const starts: Start[] = [{ at: 0, time: head?.time ?? null }]
  const inner = findInnerTimes(text, head?.time.end ?? 0)
  const isRun = inner.length + (head === null ? 0 : 1) >= 3
  for (const time of inner) {
    if (isRun || /[.!?;•–—-]["')\]*]{0,2}\s{1,4}$/.test(text.slice(0, time.start)))
      starts.push({ at: time.start, time })
  }
  return starts
}

/** Clock times with a colon or a dash behind them, as only the head of an entry has. */
function findInnerTimes(text: string, from: number): readonly WrittenTime[] {
  const times: WrittenTime[] = []
  const candidate = /(?<=[\s([*])\d{1,4}(?:[:.h]\d{2}|\s?[ap]\.?m\b)/gi
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
  const textStart = Math.min(skipSeparator(text, time.end), end)
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

/** The time stands in one of the first cells, the date perhaps in the cell before it. */
function readRow(line: Line): Segment {
  const cells = line.cells.slice(0, 3)
  let offset = 0
  let dateOnly: { start: number; time: WrittenTime } | null = null
  for (const cell of cells) {
    const start = line.text.indexOf(cell.text, offset)
    offset = start + cell.text.length
    const head = readEntryHead(cell.text)
    if (head === null || /\p{L}{3,}/u.test(cell.text.slice(head.after))) {
      if (dateOnly !== null) break
      continue
    }
    if (head.time.clock === null && dateOnly === null) {
      dateOnly = { start, time: shift(head.time, start) }
      continue
    }
    const joined = dateOnly === null ? null : readWrittenTime(line.text, dateOnly.start)
    if (joined?.clock != null) return toRow(line, joined)
    return toRow(line, shift(head.time, start))
  }
  return dateOnly === null ? toSegment(line.text, 0, line.text.length, null) : toRow(line, dateOnly.time)
}

function toRow(line: Line, time: WrittenTime): Segment {
  const segment = toSegment(line.text, 0, line.text.length, time)
  return time.start > 40 ? { ...segment, textStart: 0, text: line.text } : segment
}

/** The time as it stands in the whole line instead of in the cell. */
function shift(time: WrittenTime, by: number): WrittenTime {
  return readShifted(time, by) as WrittenTime
}

function readShifted(value: unknown, by: number): unknown {
  if (Array.isArray(value)) return value.map((each) => readShifted(each, by))
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).map(([key, each]) => [
    key,
    (key === 'start' || key === 'end') && typeof each === 'number' ? each + by : readShifted(each, by),
  ])
  return Object.fromEntries(entries)
}

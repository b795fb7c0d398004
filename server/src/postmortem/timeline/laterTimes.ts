import type { WrittenTime } from '../../time/written/written.ts'
import { readEntryHead } from '../blocks/entryHead.ts'
import type { Mark } from '../blocks/marks.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import type { Segment } from '../blocks/segments.ts'

/** "Detection (10:05 UTC): an alert fired": the text follows the label, and the time ends it. */
export function timeInLabel(
  text: string,
  mark: Pick<Mark, 'start' | 'end' | 'value'>,
): { readonly time: WrittenTime; readonly after: number } | null {
  const label = text.slice(mark.start, Math.max(mark.end, mark.value))
  const bracket = /[([]\s?(?=[^()[\]]{3,40}[)\]])/.exec(label)
  if (bracket === null) return null
  const head = readEntryHead(text, mark.start + bracket.index)
  return head?.time.clock == null ? null : { time: head.time, after: mark.value }
}

/**
 * "First reported 2021-06-09 13:15" is a short line that ends with its time, and "Rollback [10:05]: done" has
 * it after its first words.
 */
export function timeAtEnd(placed: PlacedLine, segment: Segment): WrittenTime | null {
  const bracket = /^[^.:()[\]]{3,60}[([](?=[^()[\]]{3,40}[)\]]\s?(?:[:–—]|-\s))/.exec(segment.text)
  const isTitled = placed.line.item !== null || placed.line.bold > 0
  if (bracket !== null && isTitled && placed.segments.length === 1) {
    const head = readEntryHead(placed.line.text, segment.textStart + bracket[0].length)
    if (head?.time.clock != null) return head.time
  }
  if (placed.line.item === null || placed.line.words > 12 || placed.segments.length > 1) return null
  const last = placed.times.at(-1)
  if (last === undefined || last.clock === null || placed.times.length !== 1) return null
  return /[\p{L}\p{N}]/u.test(segment.text.slice(last.end - segment.textStart)) ? null : last
}

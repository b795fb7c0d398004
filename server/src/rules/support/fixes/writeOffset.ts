import type { Fix } from '../../../checking/rule.ts'
import { sentence } from '../../../messages/sentence.ts'
import { millisecondsPerMinute } from '../../../time/written/calendar.ts'
import { offsetName } from '../../../time/written/zone.ts'
import { type StatedTime, spanPassage } from '../times/statedTimes.ts'

/**
 * One fix per instant that the clock may mean: its offset replaces the zone of the time, or follows the time.
 */
export function writeOffset({ time, placed }: StatedTime, instants: readonly number[]): readonly Fix[] {
  const { clock, zone, own } = time.written
  const { wall } = time
  if (clock === null || wall === null) return []
  return instants.map((instant) => {
    const text = `UTC${offsetName((wall - instant) / millisecondsPerMinute)}`
    const range = spanPassage(zone ?? { ...own, start: clock.start, end: clock.end }, placed)
    const edit =
      zone === null
        ? { start: range.end, end: range.end, text: ` ${text}` }
        : { start: range.start, end: range.end, text }
    return { title: sentence`Write "${text}"`, preferred: false, edits: [edit] }
  })
}

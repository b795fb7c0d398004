import type { PlacedLine } from '../../postmortem/blocks/placedLine.ts'
import type { Report } from '../../postmortem/report.ts'
import { resolveTimes } from '../../time/resolved/resolve.ts'
import type { ResolvedTime } from '../../time/resolved/resolved.ts'
import type { WrittenTime } from '../../time/written/written.ts'
import { toldLines } from '../toldLines.ts'

/** When something happened, and the line that says so. */
export interface ToldTime {
  readonly time: ResolvedTime
  readonly start: number
  readonly end: number
}

/** The first time of a clock, outside of what will be done, that the words around it are about. */
export function findToldTime(
  report: Report,
  isMeant: (placed: PlacedLine, time: WrittenTime) => boolean,
): ToldTime | null {
  for (const placed of toldLines(report)) {
    const written = placed.times.find((time) => time.clock !== null && isMeant(placed, time))
    if (written === undefined) continue
    const [time] = resolveTimes(
      [{ kind: 'time', time: { ...written, until: null } }],
      report.timeline.context,
    )
    if (time !== undefined) return { time, start: placed.range.start, end: placed.range.end }
  }
  return null
}

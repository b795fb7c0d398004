import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import type { Report } from '../postmortem/report.ts'
import { resolveTimes } from '../time/resolved/resolve.ts'
import type { ResolvedTime } from '../time/resolved/resolved.ts'
import type { WrittenTime } from '../time/written/written.ts'
import { toldLines } from './toldLines.ts'

/** When it was noticed, and the offset of the line that says so. */
export interface Detection {
  readonly time: ResolvedTime
  readonly start: number
}

/** The time that a label or a sentence outside the timeline gives: "Detected: 10:05", "we noticed it at 10:05". */
export function findStatedDetection(report: Report): Detection | null {
  for (const placed of toldLines(report)) {
    const written = placed.times.find((time) => time.clock !== null && isOfDetection(placed, time))
    if (written === undefined) continue
    const [time] = resolveTimes(
      [{ kind: 'time', time: { ...written, until: null } }],
      report.timeline.context,
    )
    if (time !== undefined) return { time, start: placed.range.start }
  }
  return null
}

function isOfDetection({ line }: PlacedLine, { start }: WrittenTime): boolean {
  const before = line.text.slice(Math.max(0, start - maxLead), start)
  const sentence = before.split(/[.!?;]\s/).at(-1) ?? before
  return noticed.test(sentence) && !notTheOutage.test(sentence)
}

/** A time later in a sentence is more likely that of something else. */
const maxLead = 120

/** The words that lead to the time. */
const noticed =
  /\b(?:(?:detect|notic|discover|spott|report)ed|time of detection|detection(?: time)?|first (?:identified|seen|observed)|alert(?:s|ed)?(?: was| were)? (?:fired|triggered)|paged)(?: us| me| them| the team| it| this)?[\s*_`:：–—-]{1,6}(?:(?:internally|at|on|in|the|since|around|about|approximately|roughly|was|day|of)\s{1,3}){0,5}[~(]?$/i

/** What was found later, and what was not found. */
const notTheOutage =
  /\b(?:causes?|culprit|typo|bug|misconfigur\w{1,6}|reason|fix|fixed|solution|not|n['’]t|never|until|later|again|second|third|next|also|last)\b/i

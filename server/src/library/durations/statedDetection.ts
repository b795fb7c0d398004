import type { PlacedLine } from '../../postmortem/blocks/placedLine.ts'
import type { Report } from '../../postmortem/report.ts'
import type { WrittenTime } from '../../time/written/written.ts'
import { findToldTime, type ToldTime } from './toldTime.ts'

/** The time that a label or a sentence outside the timeline gives: "Detected: 10:05", "we noticed it at 10:05". */
export function findStatedDetection(report: Report): ToldTime | null {
  return findToldTime(report, isOfDetection)
}

function isOfDetection({ line }: PlacedLine, { start, end }: WrittenTime): boolean {
  const before = line.text.slice(Math.max(0, start - maxLead), start)
  const sentence = before.split(sentenceEnd).at(-1) ?? before
  if (noticed.some((pattern) => pattern.test(sentence))) return !notTheOutage.test(sentence)
  const [after = ''] = line.text.slice(end, end + maxLead).split(sentenceEnd)
  return isOpening.test(sentence) && noticing.test(after) && !notTheOutage.test(after)
}

const sentenceEnd = /[.!?;]\s/

/** A time later in a sentence is more likely that of something else. */
const maxLead = 120

/** The words that lead to the time. */
const noticed: readonly RegExp[] = [
  /\b(?:(?:detect|notic|discover|spott|report)ed|time of detection|detection(?: time)?|first (?:identified|seen|observed)|alert(?:s|ed)?(?: was| were)? (?:fired|triggered)|paged)(?: us| me| them| the team| it| this)?[\s*_`:：–—-]{1,6}(?:(?:internally|at|on|in|the|since|around|about|approximately|roughly|was|day|of)\s{1,3}){0,5}[~(]?$/i,
  /\b(?:issues?|outages?|problems?|incidents?|errors?) (?:was|were) (?:first )?(?:detected|noticed|discovered|reported)\b[^,;]{0,80}\bat (?:around |about |approximately |roughly )?[~(]?$/i,
  /\bfirst (?:alert|complaint|report)s?\b[^,;]{0,40}\b(?:came|arrived|received|fired)(?: in)? (?:at|around|about) (?:around |about )?[~(]?$/i,
]

/** "At 10:05, we received a report": the time comes first. */
const isOpening =
  /^\W{0,4}(?:then |later )?(?:at|on|around|by)?\W{0,2}(?:around |about |approximately |roughly )?\W{0,2}$/i

const noticing =
  /^\W{0,4}(?:we|the \w{1,20} team|(?:an? |the |our )?(?:\w{1,20} )?(?:users?|customers?|engineers?|developers?|monitoring|alerts?)) (?:first )?(?:(?:received|got) (?:an? |the |several |many |some )?(?:first )?(?:alerts?|reports?|complaints?)|noticed|detected|discovered (?:that|the (?:issue|outage|problem))|(?:were|was) (?:paged|alerted)|reported|fired|triggered)\b/i

/** What was found later, and what was not found. */
const notTheOutage =
  /\b(?:causes?|culprit|typo|bug|misconfigur\w{1,6}|reason|fix|fixed|solution|not|n['’]t|never|until|later|again|second|third|next|also|last)\b/i

import type { Report } from '../../../postmortem/report.ts'
import type { TimelineEntry } from '../../../postmortem/times/readTimeline.ts'
import { distanceBetween } from '../../../time/resolved/order.ts'
import type { MilestoneKind, NamedMilestone } from '../namedMilestones.ts'
import { findTimelineLists } from '../timelineLists.ts'

/** An entry that says that the incident is over, and a later one that is the first to say how it was noticed. */
export interface LateDetection {
  readonly over: NamedMilestone
  readonly detected: NamedMilestone
}

/** Null if anything before the first of the two may have told the responders, or the incident may have come back. */
export function findLateDetection(report: Report): LateDetection | null {
  for (const list of findTimelineLists(report)) {
    const found = findInList(list)
    if (found !== null) return found
  }
  return null
}

function findInList(list: readonly TimelineEntry[]): LateDetection | null {
  const overs = list.filter(({ text }) => over.test(text.text))
  const [end] = overs
  if (end === undefined || overs.length > 1) return null
  const index = list.indexOf(end)
  const noticing = list.findIndex(({ text }) => noticed.test(text.text))
  const first = list[noticing]
  if (first === undefined || noticing <= index) return null
  if ([end, first].some(({ text }) => isExplained.test(text.text))) return null
  if (list.slice(0, index).some(({ text }) => knew.test(text.text))) return null
  const isMitigation = /mitigated$/i.test(over.exec(end.text.text)?.[0] ?? '')
  const one = toMilestone(end, isMitigation ? 'mitigated' : 'resolved')
  const other = toMilestone(first, 'detected')
  if (one === null || other === null || one.time.zone.key !== other.time.zone.key) return null
  const minutes = distanceBetween(one.time, other.time)?.minutes ?? Number.POSITIVE_INFINITY
  return minutes < maxMinutes ? { over: one, detected: other } : null
}

/** What is further apart may be two incidents. */
const maxMinutes = 24 * 60

function toMilestone({ time, label, text }: TimelineEntry, kind: MilestoneKind): NamedMilestone | null {
  if (time?.written.clock == null || label === null || text.start < label.start) return null
  return { kind, time, passage: label, isNameFirst: false }
}

/** "Resolved the DNS issue" is one step of several, as is "Discovered a stale lock". */
const over =
  /^\W{0,4}(?:(?:the )?(?:incident|outage|issue|problem)(?: (?:is|was|has been|declared|fully|completely|now|marked|as|considered)){0,3} (?:resolved|mitigated|closed|over)|(?:fully )?(?:resolved|mitigated)(?=\W{0,4}$|\s?[:(,.;–—-]| by\b))/i

const noticed =
  /^\W{0,4}(?:(?:the )?(?:incident|outage|issue|problem)(?: (?:is|was|has been|first)){0,2} (?:detected|noticed)\b|(?:first |initially )?(?:detected|noticed)(?=\W{0,4}$|\s?[:(,.;–—-]| (?:by|via|through)\b)|(?:\p{L}{2,20} ){0,4}(?:alerts?|alarms?) (?:fired|fires|firing|triggered|received|raised|went off|paged?)\b|(?:the )?on-?call(?: engineer)?(?: (?:is|was))? (?:paged|alerted)\b)/iu

/** Words that somebody knew before the end. */
const knew =
  /\b(?:detect|alert|alarm|pag(?:e|ing)|notic|report|aware|complain|discover|observ|investigat|respond|call|ticket|monitor|escalat|identif|declar)\p{L}{0,6}\b|\b(?:see|saw|seen|found|find|told|look)\b/iu

/** It went away by itself, or the alert is that of a second incident or came late. */
const isExplained =
  /\b(?:its own|(?:auto|self|its?elf|unnotic|retrospect|recur|delay|re-)[\p{L}-]{0,12}|again|another|new|second|more|further|still|late|later|belated|missed)\b/iu

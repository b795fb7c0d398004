import { sentence } from '../../messages/sentence.ts'
import type { Report } from '../../postmortem/report.ts'
import { findDetection } from '../../postmortem/times/milestones.ts'
import type { TimelineEntry } from '../../postmortem/times/readTimeline.ts'
import { isSamePlace, type Moment } from './outage.ts'
import { fromMoment, isMetric, type LineAt, none, type Reading } from './reading.ts'
import { findStatedDetection } from './statedDetection.ts'

/** As the timeline tells it, or else as it is stated elsewhere. */
export function readDetection(start: Moment, report: Report, lineAt: LineAt): Reading {
  const told = readToldDetection(start, report, lineAt)
  const stated = 'known' in told ? null : findStatedDetection(report)
  if (stated === null) return told
  const isOfEntry = start.basis === 'entry' || start.basis === 'length'
  return isOfEntry && isKnownFrom(stated, start, report)
    ? none(onlyFromDetection, lineAt(stated.start))
    : fromMoment(start, stated, detectedBefore, lineAt)
}

const detectedBefore = sentence`The detection is before the start.`
const onlyFromDetection = sentence`The start is known only from its detection.`

/** The length of an outage may confirm when it started; a time to resolve may count from the detection. */
function isKnownFrom(
  detection: Pick<TimelineEntry, 'start' | 'end'>,
  start: Moment,
  { fields: { duration } }: Report,
): boolean {
  return (start.basis !== 'length' || isMetric(duration)) && isSamePlace(start, detection)
}

/** A detection that is the start of the report says nothing about how long it took. */
function readToldDetection(start: Moment, report: Report, lineAt: LineAt): Reading {
  const { timeline } = report
  const entry = findDetection(timeline.entries)
  if (entry === undefined) return none(sentence`No entry with a time says how it was noticed.`)
  const line = lineAt(entry.start)
  const before = timeline.entries.slice(0, timeline.entries.indexOf(entry))
  if (before.some((each) => !isSamePlace(start, each) && isResponse.test(each.text.text.slice(0, maxLead))))
    return none(sentence`Somebody was already working on it at this time.`, line)
  if (timeline.entries[0] !== entry && isInvestigation.test(entry.text.text))
    return none(sentence`What was found at this time is the cause, and not the outage.`, line)
  if (isKnownFrom(entry, start, report)) return none(onlyFromDetection, line)
  return fromMoment(start, entry, detectedBefore, lineAt)
}

/** "Checked the settings and discovered that …" is how the cause of something known was found. */
const isInvestigation =
  /^\W{0,4}(?:we |(?:the )?(?:\w{1,20} )?(?:engineers?|team) )?(?:checked|examined|inspected|reviewed|investigated|analy[sz]ed|debugged|looked (?:at|into|through)|searched)\b(?:[^.;]|\.(?=\w)){0,120}\b(?:discovered|found|noticed|observed|reali[sz]ed|identified|detected)\b/i

/** A response that is named later in an entry may be that to something else. */
const maxLead = 60

/** What nobody does before they know. A check or a restart by itself may be routine. */
const isResponse =
  /\b(?:(?:began|started|initiated|launched) (?:an? |the |its? |their |our )?(?:initial )?(?:investigat\w{1,5}|debug\w{0,5}|troubleshoot\w{0,3}|rollback)|investigated|investigations? (?:began|begins?|started|starts|initiated)|debugged|troubleshot|escalated|rolled back|checked|examined)\b/i

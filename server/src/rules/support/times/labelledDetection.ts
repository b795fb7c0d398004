import { perReport } from '../../../checking/keptAnswers.ts'
import { linesThat } from '../../../postmortem/blocks/lineGroups.ts'
import type { PlacedLine } from '../../../postmortem/blocks/placedLine.ts'
import type { Report } from '../../../postmortem/report.ts'
import { resolveTimes } from '../../../time/resolved/resolve.ts'
import type { WrittenTime } from '../../../time/written/written.ts'
import type { NamedMilestone } from '../namedMilestones.ts'
import { isInEntry, spanPassage } from './statedTimes.ts'

/** The time after a label such as "Detected:" outside of the timeline; null if there are several. */
export const findLabelledDetection = perReport((report: Report): NamedMilestone | null => {
  const { lines, timeline } = report
  const [found, other] = linesWithDetection(lines).filter(({ range }) => !isInEntry(range, timeline))
  const written = found === undefined ? null : detectionIn(found)
  if (found === undefined || written === null || other !== undefined) return null
  const [time] = resolveTimes([{ kind: 'time', time: { ...written, until: null } }], timeline.context)
  if (time === undefined) return null
  return { kind: 'detected', time, passage: spanPassage(written.own, found), isNameFirst: true }
})

const linesWithDetection = linesThat((placed) => detectionIn(placed) !== null)

/** "Identified" may be said of the cause, and "Detected by" leads to no time. */
const label =
  /^(?:(?:incident|outage|issue|problem) )?(?:first |initially |time )?(?:detected|detection|discovered|noticed)(?: at| on| time)?$|^time of detection$/i

function detectionIn({ line, marks, times }: PlacedLine): WrittenTime | null {
  if (line.kind === 'code' || line.kind === 'meta' || line.quoted) return null
  const mark = marks.find(({ text }) => label.test(text.trim()))
  if (mark === undefined) return null
  const time = times.find(({ start }) => start >= mark.value)
  const isFirst = time !== undefined && /^[\s*_~]{0,4}$/.test(line.text.slice(mark.value, time.start))
  return isFirst && time.clock !== null ? time : null
}

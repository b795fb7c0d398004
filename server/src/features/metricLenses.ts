import { type SentencePart, sentence } from '../messages/sentence.ts'
import type { Range } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import { findMilestones, type Milestone } from '../postmortem/times/milestones.ts'
import type { Fields } from '../postmortem/times/readFields.ts'
import { shortDuration } from '../time/repair/print.ts'

/** One figure of the incident or of its report, shown above a title. */
export interface MetricLens {
  /** The place at which it is shown. */
  readonly range: Range
  readonly title: SentencePart
  /** The passage that states it or that it was computed from. */
  readonly target: Range
}

/** The duration and the times to detect, mitigate and resolve, as far as the report states them. */
export function findMetricLenses(report: Report): readonly MetricLens[] {
  if (!report.recognition.postmortem) return []
  const { start, end } = report.title ?? report.sections[0]?.title ?? report.region
  const { detection, mitigation, resolution } = findMilestones(report.fields, report.timeline.entries)
  return [
    durationLens(report.fields),
    milestoneLens(detection, (length) => sentence`Time to detect: ${length}`),
    milestoneLens(mitigation, (length) => sentence`Time to mitigate: ${length}`),
    milestoneLens(resolution, (length) => sentence`Time to resolve: ${length}`),
  ].flatMap((lens) => (lens === null ? [] : [{ ...lens, range: { start, end } }]))
}

type Figure = Pick<MetricLens, 'title' | 'target'>

/** A duration computed from the start and the end takes precedence over a stated one. */
function durationLens({ duration, start }: Fields): Figure | null {
  const minutes = duration?.computedMinutes ?? duration?.statedMinutes ?? null
  const target = duration?.computedMinutes == null ? duration?.passage : (start ?? duration.passage)
  return minutes === null || target == null
    ? null
    : { title: sentence`Duration: ${shortDuration(minutes)}`, target: rangeOf(target) }
}

function milestoneLens(
  milestone: Milestone | null,
  translate: (length: string) => SentencePart,
): Figure | null {
  if (milestone === null) return null
  return { title: translate(shortDuration(milestone.minutes)), target: rangeOf(milestone.passage) }
}

function rangeOf({ start, end }: Range): Range {
  return { start, end }
}

import { perReport } from '../../../checking/keptAnswers.ts'
import { largest, smallest } from '../../../lists/extremes.ts'
import { linesBetween } from '../../../postmortem/blocks/linesBetween.ts'
import type { PlacedLine } from '../../../postmortem/blocks/placedLine.ts'
import type { Report } from '../../../postmortem/report.ts'
import type { TimelineEntry } from '../../../postmortem/times/readTimeline.ts'
import { localDay } from '../../../time/resolved/resolved.ts'
import { dayNumber, isoDay } from '../../../time/written/calendar.ts'
import type { CalendarDay, WrittenDate } from '../../../time/written/written.ts'
import { differingPart } from './windowDateSlip.ts'

/** The date above the report is not that of the timeline, and its year or month is why. */
export interface ReportDateSlip {
  readonly date: WrittenDate
  readonly placed: PlacedLine
  /** `2024-05-10` */
  readonly stated: string
  readonly entry: TimelineEntry
  /** The day that would agree. */
  readonly day: CalendarDay
  readonly isCertain: boolean
}

/** A longer story may have begun, or been told, on any of its days. */
const maxDaysOfTimeline = 3

const minEntries = 2

export function findReportDateSlip(report: Report): ReportDateSlip | null {
  const { timeline, title } = report
  const timed = timeline.entries.filter(({ time }) => time !== null && time.wall !== null)
  const days = timed.flatMap(({ time }) =>
    time?.date.certainty === 'certain' && time.date.source !== 'summary' ? (localDay(time) ?? []) : [],
  )
  const written = timed.filter(
    ({ time }) => time?.date.source === 'own' && time.written.date?.readings[0]?.year != null,
  )
  if (written.length < minEntries || days.length < timed.length) return null
  const numbers = days.map(dayNumber)
  if (largest(numbers) - smallest(numbers) > maxDaysOfTimeline) return null
  const texts = new Set(
    timeline.context.dates
      .filter(({ source }) => source === 'title' || source === 'frontMatter')
      .map(({ date }) => date.text),
  )
  for (const placed of linesOfHead(report)) {
    const isTitle = title !== null && placed.range.start <= title.start && title.end <= placed.range.end
    for (const { date } of placed.times) {
      const [reading, ...others] = date?.readings ?? []
      if (date === null || reading?.year == null || others.length > 0 || !texts.has(date.text)) continue
      const stated = { year: reading.year, month: reading.month, day: reading.day }
      const slips = timed.flatMap((entry, index): ReportDateSlip[] => {
        const day = days[index]
        const part = day === undefined ? null : differingPart(stated, day)
        if (day === undefined || part === null || part === 'day' || (part === 'month' && !isTitle)) return []
        return [{ date, placed, stated: isoDay(stated), entry, day, isCertain: part === 'year' }]
      })
      if (slips[0] !== undefined) return slips[0]
    }
  }
  return null
}

const linesOfHead = perReport(({ lines, sections }) => {
  return linesBetween(lines, 0, sections[0]?.start ?? 0)
})

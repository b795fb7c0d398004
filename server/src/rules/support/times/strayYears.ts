import { perReport } from '../../../checking/keptAnswers.ts'
import type { PlacedLine } from '../../../postmortem/blocks/placedLine.ts'
import type { Report } from '../../../postmortem/report.ts'
import type { TimelineStep } from '../../../postmortem/times/readTimeline.ts'
import { dayNumber, isRealDay } from '../../../time/written/calendar.ts'
import type { CalendarDay, WrittenDate } from '../../../time/written/written.ts'

/** A day above some entries of the timeline, in another year than all other dates of the incident. */
export interface StrayYear {
  readonly date: WrittenDate
  readonly placed: PlacedLine
  readonly stated: CalendarDay
  /** The same day in the year of the others. */
  readonly day: CalendarDay
}

/** One other date may be the wrong one itself. */
const minOthers = 2

const maxDaysApart = 3

interface DatedStep {
  readonly date: WrittenDate
  readonly day: CalendarDay
  readonly placed: PlacedLine
  readonly isAlone: boolean
}

export const findStrayYears = perReport(({ timeline }: Report): readonly StrayYear[] => {
  const steps = timeline.steps.flatMap(toDated)
  const around = timeline.context.dates.flatMap(({ date }) => dayIn(date) ?? [])
  return steps.flatMap(({ date, day: stated, placed, isAlone }, index): StrayYear[] => {
    const others = [...around, ...steps.filter((_, other) => other !== index).map((each) => each.day)]
    const [first] = others
    if (!isAlone || first === undefined || others.length < minOthers) return []
    const { year } = first
    if (year === stated.year || others.some((other) => other.year !== year)) return []
    // What happened a year before, such as the purchase of a certificate, is in its order.
    const [before, after] = [steps[index - 1], steps[index + 1]].map((each) => each?.day)
    const isInOrder =
      (before === undefined || dayNumber(before) <= dayNumber(stated)) &&
      (after === undefined || dayNumber(stated) <= dayNumber(after))
    const day = { ...stated, year }
    if (isInOrder || !isRealDay(day.month, day.day, year)) return []
    const isNear = others.some((other) => Math.abs(dayNumber(other) - dayNumber(day)) <= maxDaysApart)
    return isNear ? [{ date, placed, stated, day }] : []
  })
})

function toDated({ step, placed }: TimelineStep): readonly DatedStep[] {
  const date = step.kind === 'date' ? step.date : step.time.date
  const day = date === null ? null : dayIn(date)
  if (date === null || day === null) return []
  return [{ date, day, placed, isAlone: step.kind === 'date' || step.time.clock === null }]
}

/** Null if the year is not written, or the date can be read in two ways. */
function dayIn({ readings: [reading, other] }: WrittenDate): CalendarDay | null {
  if (reading?.year == null || other !== undefined) return null
  return { year: reading.year, month: reading.month, day: reading.day }
}

import type { Clock } from '../../../checking/rule.ts'
import type { Passage } from '../../../postmortem/lines/passage.ts'
import type { Report } from '../../../postmortem/report.ts'
import { dueDayOf } from '../../../postmortem/tasks/dueDay.ts'
import { localDay } from '../../../time/resolved/resolved.ts'
import { dayFromNumber, millisecondsPerDay } from '../../../time/written/calendar.ts'

/** A date by which an open task is due, so long after the incident that its year is mistyped. */
export interface FarDueDate {
  readonly due: Passage
  readonly year: number
  /** From the year of the incident. */
  readonly years: number
}

/** Certificates and hardware are replaced in a few years; nobody plans for a decade. */
const minYears = 10

/** If the incident is in the wrong year itself, its tasks are due in the present. */
const minDaysAhead = 5 * 365

export function findFarDueDates(
  { actionItems, fields, timeline }: Report,
  isPast: Clock,
): readonly FarDueDate[] {
  const times = [fields.start?.time ?? null, ...timeline.entries.map(({ time }) => time)]
  const dated = times.find((time) => time?.date.calendar === 'dated' && time.date.certainty === 'certain')
  const incident = dated == null ? null : localDay(dated)
  if (incident === null) return []
  return actionItems.flatMap((item): FarDueDate[] => {
    const day = item.done || !item.isDeadline ? null : dueDayOf(item)
    if (item.due === null || day === null) return []
    const { year } = dayFromNumber(day)
    const years = year - incident.year
    const isFar = years >= minYears && !isPast((day - minDaysAhead) * millisecondsPerDay)
    return isFar ? [{ due: item.due, year, years }] : []
  })
}

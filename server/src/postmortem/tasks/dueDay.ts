import { dayNumber, millisecondsPerDay } from '../../time/written/calendar.ts'
import type { ActionItem } from './actionItem.ts'

/** Days since 1 January 1970; null unless the date names its year and can be read in only one way. */
export function dueDayOf({ dueDate }: Pick<ActionItem, 'dueDate'>): number | null {
  const [reading, other] = dueDate?.readings ?? []
  if (reading === undefined || reading.year === null || other !== undefined) return null
  return dayNumber({ year: reading.year, month: reading.month, day: reading.day })
}

/** The day by which a task that is known to be open is to be done; null for any other task. */
export function deadlineOf(item: ActionItem): number | null {
  return item.done || !item.checkable || !item.isDeadline ? null : dueDayOf(item)
}

/** The instant at which the day is over everywhere on Earth. */
export function endOfDay(day: number): number {
  return (day + 1.5) * millisecondsPerDay
}

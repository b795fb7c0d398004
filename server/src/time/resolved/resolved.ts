/**
 * Written times once they are placed: a wall clock, an instant if the zone is known, and the certainty of
 * each.
 */

import { dayFromNumber, millisecondsPerDay } from '../written/calendar.ts'
import type { CalendarDay, WrittenDate, WrittenTime, WrittenZone, ZoneMeaning } from '../written/written.ts'

/** Only what is certain may drive a warning or an edit. */
export type Certainty = 'certain' | 'assumed' | 'unknown'

export type ZoneSource =
  | 'own'
  /** The other end of the range. */
  | 'partner'
  /** The heading of the list, or the head of the table's column. */
  | 'heading'
  /** "All times in UTC." */
  | 'statement'
  /** The duration or the start in the summary. */
  | 'summary'
  | 'frontMatter'
  /** The only zone that any entries of the list name. */
  | 'siblings'
  | 'configuration'
  | 'none'

export type DateSource =
  | 'own'
  | 'partner'
  | 'heading'
  | 'statement'
  | 'summary'
  | 'title'
  | 'fileName'
  | 'frontMatter'
  /** The previous entry. */
  | 'previous'
  /** The first dated entry below. */
  | 'following'
  | 'none'

export interface ZoneInContext {
  readonly zone: WrittenZone
  readonly source: ZoneSource
}

export interface DateInContext {
  readonly date: WrittenDate
  readonly source: DateSource
}

export interface TimeSettings {
  /** An IANA name or an offset such as `+01:00`. Times that depend on it are only assumed. */
  readonly defaultZone: string | null
  /** A team's meanings of abbreviations: `{ IST: 'Asia/Kolkata' }`. */
  readonly abbreviations: Readonly<Record<string, string>>
  readonly dateOrder: 'dayMonthYear' | 'monthDayYear' | null
}

export interface TimeContext {
  /** The zones that apply to the whole list, the strongest first. */
  readonly zones: readonly ZoneInContext[]
  readonly dates: readonly DateInContext[]
  readonly settings: TimeSettings
  /** The outage as the summary states it. Relative times count from its start. */
  readonly window: { readonly start: ResolvedTime | null; readonly end: ResolvedTime | null } | null
}

export const defaultTimeSettings: TimeSettings = { defaultZone: null, abbreviations: {}, dateOrder: null }

export const emptyTimeContext: TimeContext = {
  zones: [],
  dates: [],
  settings: defaultTimeSettings,
  window: null,
}

/** A list in its order: times, and the date headings between them. */
export type TimeStep =
  | { readonly kind: 'time'; readonly time: WrittenTime }
  | { readonly kind: 'date'; readonly date: WrittenDate; readonly zone: WrittenZone | null }

export interface ResolvedZone {
  readonly written: WrittenZone | null
  /** Null if no zone is known, or if an ambiguous name leaves it open. */
  readonly meaning: Exclude<ZoneMeaning, { kind: 'ambiguous' }> | null
  readonly source: ZoneSource
  readonly certainty: Certainty
  /** The wall clocks of two times with equal keys can be compared, even if their offset is unknown. */
  readonly key: string
}

export interface ResolvedDate {
  /** `yearless` days are in the leap year 1972; `undated` ones count from 1 January 1970. */
  readonly calendar: 'dated' | 'yearless' | 'undated'
  /** Days since 1 January 1970 on that calendar. */
  readonly number: number
  readonly source: DateSource
  readonly certainty: Certainty
}

export type Daylight =
  | { readonly kind: 'gap' }
  /** `isSettled` if the entries before and after leave only one of the two. */
  | { readonly kind: 'overlap'; readonly instants: readonly number[]; readonly isSettled: boolean }

export interface ResolvedTime {
  readonly written: WrittenTime
  readonly zone: ResolvedZone
  readonly date: ResolvedDate
  /**
   * The wall clock in epoch milliseconds, as if it were UTC, on the calendar of `date`. Null for
   * placeholders and clocks that do not exist. A date without a clock is the start of its day.
   */
  readonly wall: number | null
  readonly precision: 'second' | 'minute' | 'hour' | 'day'
  readonly offsetMinutes: number | null
  readonly instant: number | null
  readonly certainty: Certainty
  /** True if the day was advanced because the clock passed midnight. */
  readonly rolledOver: boolean
  readonly daylight: Daylight | null
  readonly until: ResolvedTime | null
}

const ranks: readonly Certainty[] = ['certain', 'assumed', 'unknown']

export function leastCertain(...certainties: readonly Certainty[]): Certainty {
  return ranks[Math.max(0, ...certainties.map((certainty) => ranks.indexOf(certainty)))] ?? 'unknown'
}

/** The day on the calendar, or null if the year or the whole date is unknown. */
export function localDay(time: ResolvedTime): CalendarDay | null {
  if (time.date.calendar !== 'dated' || time.wall === null) return null
  return dayFromNumber(Math.floor(time.wall / millisecondsPerDay))
}

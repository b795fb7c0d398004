/**
 * Times, dates, zones and durations as they are written, before any of them is placed on the calendar.
 *
 * The readers take plain text (no Markdown markup) and never throw:
 *
 * - `readWrittenTime(text, start?)` in `readTime.ts`: the one time written at that offset (entry heads).
 * - `findWrittenTimes(text)` in `findTimes.ts`: all times in a field's value; `findDate(text)`: the first date
 *   in a title or a file name.
 * - `readZone(text, start?)`, `findZone(text)`, `findZoneStatement(text)` in `zone.ts`.
 * - `readDuration(text, start?, options?)`, `findDurations(text)` in `duration.ts`.
 *
 * Later steps build on them:
 *
 * - `resolveTimes(steps, context)`, `resolveTime(time, context)` in `resolve.ts`: instants and their certainty;
 *   the types are in `resolved.ts`.
 * - `distanceBetween`, `findStepsBack`, `findMisplaced`, `sortedIndexes` in `order.ts`.
 * - `findSeasonMismatch`, `findWeekdayMismatch`, `alternativeDistance`, `isDurationConsistent` in `checks.ts`.
 * - `findDateRepair` in `repairDate.ts`, `convertTimes` in `convert.ts`.
 * - `formatIso`, `formatUtc`, `formatElapsed`, `formatDuration`, `printClockLike` in `print.ts`,
 *   `printDateLike` in `printDate.ts`.
 *
 * All offsets are relative to the start of the given text.
 */

/** A range of the text. `text` is always `source.slice(start, end)`. */
export interface Span {
  readonly start: number
  readonly end: number
  readonly text: string
}

export interface CalendarDay {
  readonly year: number
  /** From 1 to 12. */
  readonly month: number
  readonly day: number
}

export type DateOrder = 'dayMonthYear' | 'monthDayYear' | 'yearMonthDay'

/** One way to read a written date. The year is null if it is not written. */
export interface DateReading {
  readonly order: DateOrder
  readonly year: number | null
  readonly month: number
  readonly day: number
}

export interface WrittenDate extends Span {
  /** The name of the table row that read it. */
  readonly form: string
  /**
   * Every reading that is a real day: more than one for `03/04/2024`, none for 30 February and for a bare
   * weekday. The most usual reading comes first.
   */
  readonly readings: readonly DateReading[]
  /** 0 is Sunday. Null if no weekday is written within the date. */
  readonly weekday: number | null
  readonly weekdaySpan: Span | null
}

export type Meridiem = 'am' | 'pm'

export interface WrittenClock extends Span {
  /** The name of the table row that read it. */
  readonly form: string
  /** From 0 to 23, the meridiem already applied. Out of range only when a `clock-invalid` problem says so. */
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly precision: 'hour' | 'minute' | 'second'
  /** As written, or as implied by the other end of a range (`9:00 - 11:00 AM`). */
  readonly meridiem: Meridiem | null
  readonly meridiemIsImplied: boolean
}

export type ZoneMeaning =
  | { readonly kind: 'fixed'; readonly offsetMinutes: number }
  | { readonly kind: 'region'; readonly region: string }
  | {
      readonly kind: 'ambiguous'
      readonly readings: readonly ZoneReading[]
      /** The reading that nearly everybody means (PST, EST, BST); null if there is none. */
      readonly usual: ZoneReading | null
    }

export interface ZoneReading {
  /** The name by which a writer can recognise it. */
  readonly label: ZoneLabel
  readonly offsetMinutes: number
  /** An IANA region that keeps this offset for at least part of the year; null if none is wanted. */
  readonly region: string | null
}

export type ZoneLabel =
  | 'Amazon'
  | 'Arabia'
  | 'Arabia, older use'
  | 'Armenia'
  | 'Atlantic'
  | 'Australia, older use'
  | 'Bangladesh'
  | 'British summer'
  | 'China'
  | 'Cuba'
  | 'Eastern Caribbean'
  | 'Ecuador'
  | 'Gulf'
  | 'India'
  | 'Irish summer'
  | 'Israel'
  | 'Malaysia'
  | 'Philippines'
  | 'Samoa'
  | 'Singapore'
  | 'South Georgia'
  | 'US Central'
  | 'US Central standard'
  | 'US Eastern'
  | 'US Mountain'
  | 'US Pacific'
  | 'West Samoa'
  | 'Western Australia'

export interface WrittenZone extends Span {
  /** The normal spelling: `UTC`, `EAT`, `UTC+01:00`, `Europe/Paris`, `Pacific Time`. */
  readonly name: string
  readonly meaning: ZoneMeaning
  /** The offset written beside the name, as in `CET (GMT+1)`. */
  readonly statedOffset: number | null
  /** True if the zone cannot have the stated offset: `PST (UTC-7)`. */
  readonly isContradictory: boolean
}

export type TimeProblemKind =
  | 'clock-invalid'
  | 'date-invalid'
  | 'meridiem-redundant'
  | 'meridiem-contradictory'
  | 'meridiem-incomplete'
  | 'meridiem-short'
  | 'minute-missing'
  | 'separator-unusual'
  | 'ordinal-wrong'
  | 'placeholder'

export interface TimeProblem extends Span {
  readonly kind: TimeProblemKind
  /** The corrected text, with the same meaning; null if only the writer can know it. */
  readonly repaired: string | null
}

export interface WrittenTime extends Span {
  /** This time alone, without the other end of its range. `start`, `end` and `text` cover the range. */
  readonly own: Span
  readonly date: WrittenDate | null
  readonly clock: WrittenClock | null
  readonly zone: WrittenZone | null
  readonly approximate: boolean
  /** `T+15m` is 15, `T-0` is 0. Relative times have neither date nor clock. */
  readonly relativeMinutes: number | null
  /** "next day 02:00", "02:00 (next day)", "02:00 (+1)". */
  readonly nextDay: boolean
  /** The other end of a range. It has no `until` itself. */
  readonly until: WrittenTime | null
  /** The same moment once more, in another zone: `14:00 UTC (10:00 EDT)`. The time itself may be without a zone. */
  readonly alternative: WrittenTime | null
  readonly problems: readonly TimeProblem[]
}

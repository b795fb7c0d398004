import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatIso, padsHours, printClockLike, timeOfDay } from '../../../src/time/repair/print.ts'
import { printDateLike } from '../../../src/time/repair/printDate.ts'
import { resolveTime } from '../../../src/time/resolved/resolve.ts'
import { emptyTimeContext } from '../../../src/time/resolved/resolved.ts'
import { dayFromNumber } from '../../../src/time/written/calendar.ts'
import { readDate } from '../../../src/time/written/date.ts'
import { findWrittenTimes } from '../../../src/time/written/findTimes.ts'
import { offsetAt } from '../../../src/time/written/offsets.ts'
import { readWrittenTime } from '../../../src/time/written/readTime.ts'
import type { ZoneMeaning } from '../../../src/time/written/written.ts'
import { offsetName, readZone } from '../../../src/time/written/zone.ts'
import { zoneTable } from '../../../src/time/written/zoneTable.ts'
import { runs } from '../../runs.ts'

const clockModels = [
  '09:00',
  '9:00',
  '21:10:57',
  '09:00 AM',
  '9:00am',
  '9:00 a.m.',
  '9:00 AM',
  '11:05:09 PM',
  '9:00p',
  '2100hrs',
  '0930',
  '09:30 hrs',
  '15.25',
  '3.15 pm',
  '14h05',
  '9 AM',
  '9am',
  '12;45PM',
]

const dateModels = [
  '2024-06-05',
  '2024/6/5',
  '20240605',
  '13/10/2023',
  '13.10.2023',
  'January 22, 2024',
  'January 22nd, 2024',
  'Sep 27 2017',
  'Sept. 05, 2017',
  "Oct 5 '22",
  '29 april 2022',
  '18th of December 2023',
  '20th September, 2023',
  '06/Jun/2022',
  '27-Sep-2017',
  '2023 March 5',
  'Wednesday 20th September 2023',
  'Thu, 14 Mar 2024',
  '2022-01-01 (Saturday)',
]

const zoneNames = [
  ...zoneTable.flatMap((entry) => entry.abbreviations),
  ...zoneTable.flatMap((entry) => (entry.words ?? []).map((words) => `${words} time`)),
  'UTC+1',
  'UTC-4',
  'GMT+9',
  'GMT + 1',
  'UTC+05:30',
  '+0200',
  'Africa/Lagos',
  'Europe/Paris',
  'America/New_York',
  'Etc/GMT+1',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
]

const arrangements: readonly ((date: string, clock: string, zone: string) => string)[] = [
  (date, clock, zone) => `${date} ${clock} ${zone}`,
  (date, clock, zone) => `${date}, ${clock} (${zone})`,
  (date, clock, zone) => `${date} at ${clock} ${zone}`,
  (date, clock, zone) => `${date} - ${clock} ${zone}`,
  (date, clock, zone) => `${clock} ${zone}, ${date}`,
  (date, clock, zone) => `${clock} (${zone}) on ${date}`,
  (date, clock, zone) => `${clock} ${date} (${zone})`,
]

const written = fc.record({
  minute: fc.integer({ min: Date.UTC(2001, 0, 1) / 60_000, max: Date.UTC(2079, 0, 1) / 60_000 }),
  clock: fc.constantFrom(...clockModels),
  date: fc.constantFrom(...dateModels),
  zone: fc.constantFrom(...zoneNames),
  arrange: fc.constantFrom(...arrangements),
})

describe('an instant', () => {
  it('is read back from every clock, date and zone format in every arrangement', () => {
    fc.assert(
      fc.property(written, ({ minute, clock, date, zone, arrange }) => {
        const meaning = readZone(zone)!.meaning
        const instant = wholeHourFor(clock, minute) * 60_000
        const wall = instant + offsetOf(meaning, instant) * 60_000
        const text = arrange(printDate(date, wall), printClock(clock, wall), zone)
        // `2019 Dec 3` begins with a year.
        fc.pre(!/^(?:19|20)\d\d \p{L}/u.test(text))
        const time = readWrittenTime(text)
        expect([text, time?.text]).toEqual([text, text])
        expect(findWrittenTimes(text)[0]?.text).toBe(text)
        const resolved = resolveTime(time!, emptyTimeContext)
        expect([text, new Date(resolved.wall ?? 0)]).toEqual([text, new Date(wall)])
        // In the hour that autumn repeats, two instants have one wall clock; an ambiguous name has none.
        if (resolved.daylight !== null || resolved.instant === null) return
        expect([text, resolved.instant]).toEqual([text, instant])
        const again = resolveTime(readWrittenTime(formatIso(resolved)!)!, emptyTimeContext)
        expect(again.instant).toBe(instant)
      }),
      { numRuns: runs(150) },
    )
  })

  it('is read back from ISO 8601 with any offset', () => {
    const offsets = fc.constantFrom(-720, -570, -300, 0, 60, 330, 345, 765, 840)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), offsets, (second, offset) => {
        const wall = new Date((second + offset * 60) * 1000).toISOString().slice(0, 19)
        const resolved = resolveTime(readWrittenTime(`${wall}${offsetName(offset)}`)!, emptyTimeContext)
        expect(resolved).toMatchObject({
          instant: second * 1000,
          offsetMinutes: offset,
          certainty: 'certain',
        })
      }),
    )
  })
})

/** `9 AM` is always a whole hour, but a zone such as Nepal's has none at another zone's. */
function wholeHourFor(clock: string, minute: number): number {
  return /^9 ?am$/i.test(clock) ? Math.floor(minute / 60) * 60 : minute
}

function offsetOf(meaning: ZoneMeaning, instant: number): number {
  if (meaning.kind === 'fixed') return meaning.offsetMinutes
  if (meaning.kind === 'region') return offsetAt(meaning.region, instant) ?? 0
  return meaning.usual?.offsetMinutes ?? 0
}

function printClock(model: string, wall: number): string {
  const clock = readWrittenTime(`2024-01-01 ${model}`)!.clock!
  return printClockLike(clock, timeOfDay(wall), padsHours([clock]))
}

function printDate(model: string, wall: number): string {
  return printDateLike(readDate(model, 0)!.date, dayFromNumber(Math.floor(wall / 86_400_000)))!
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { convertTimeZone } from '../../../src/features/zones/convertTimeZone.ts'
import { findTimeZones, readTimeZone } from '../../../src/features/zones/timeZones.ts'
import { inEnglish } from '../../../src/messages/translate.ts'
import { defaultTimeSettings } from '../../../src/time/resolved/resolved.ts'
import { offsetOfMeaning } from '../../../src/time/resolved/resolveZone.ts'
import { apply } from '../../rules/findings.ts'
import { runs } from '../../runs.ts'
import { readText, reportWith } from '../report.ts'

const convert = (text: string, zone: string) =>
  convertTimeZone(readText(text), readTimeZone(zone, defaultTimeSettings)!)

function converted(text: string, zone: string): string {
  const conversion = convert(text, zone)
  if (conversion.kind === 'refused') throw new Error(inEnglish(conversion.reason))
  return apply(text, conversion.edits)
}

/** Compares the whole document, so that nothing else may have changed. */
function check(
  zone: string,
  before: readonly [duration: string, ...timeline: string[]],
  after: readonly [duration: string, ...timeline: string[]],
) {
  const toText = ([duration, ...timeline]: readonly [string, ...string[]]) =>
    reportWith(duration, timeline.join('\n'))
  expect(converted(toText(before), zone)).toBe(toText(after))
}

describe('a report in another time zone', () => {
  it('has its entries, its start and its end in that zone', () => {
    check(
      'UTC',
      [
        '80 minutes, from March 14, 2026, 09:05 to 10:25 EAT',
        '- 09:05 EAT - Broke.',
        '- 10:25 EAT - Mended.',
      ],
      [
        '80 minutes, from March 14, 2026, 06:05 to 07:25 UTC',
        '- 06:05 UTC - Broke.',
        '- 07:25 UTC - Mended.',
      ],
    )
  })

  it('replaces the zone where it is stated for all times', () => {
    check(
      'Asia/Kolkata',
      [
        'from March 14, 2026, 09:05 to 10:25',
        'All times in UTC.',
        '',
        '- 09:05 - Broke.',
        '- 10:25 - Mended.',
      ],
      [
        'from March 14, 2026, 14:35 to 15:55',
        'All times in Asia/Kolkata.',
        '',
        '- 14:35 - Broke.',
        '- 15:55 - Mended.',
      ],
    )
    check(
      'EAT',
      [
        'from March 14, 2026, 09:05 to 10:25 UTC',
        '| Time (UTC) | Event |',
        '| - | - |',
        '| 09:05 | Broke. |',
      ],
      [
        'from March 14, 2026, 12:05 to 13:25 EAT',
        '| Time (EAT) | Event |',
        '| - | - |',
        '| 12:05 | Broke. |',
      ],
    )
  })

  it('replaces the zone in the title of the timeline', () => {
    const text = reportWith('from March 14, 2026, 09:05 to 10:25 UTC', '- 09:05 - Broke.\n- 10:25 - Mended.')
    const titled = text.replace('## Timeline', '## Timeline (all in Greenwich Mean Time)')
    expect(converted(titled, 'EAT')).toContain('## Timeline (all in EAT)\n\n- 12:05 - Broke.\n')
  })

  it('changes the day if the conversion crosses midnight', () => {
    check(
      'UTC',
      [
        'from May 10, 2026, 01:30 to 04:00 EAT',
        '### May 10, 2026',
        '',
        '- 01:30 - Broke.',
        '- 02:10 - Found.',
        '- 04:00 - Mended.',
      ],
      [
        'from May 9, 2026, 22:30 to 01:00 UTC',
        '### May 9, 2026',
        '',
        '- 22:30 - Broke.',
        '- 23:10 - Found.',
        '- 01:00 - Mended.',
      ],
    )
  })

  it('keeps the way in which each time is written', () => {
    check(
      'UTC',
      ['May 10, 2026, 2:00 PM - 4:30 PM EAT', '- **2:00 PM**: Broke.', '- `4:30 PM`: Mended.'],
      ['May 10, 2026, 11:00 AM - 1:30 PM UTC', '- **11:00 AM**: Broke.', '- `1:30 PM`: Mended.'],
    )
  })

  it('follows the clocks of a region, also on the day they change', () => {
    check(
      'America/New_York',
      ['from March 8, 2026, 06:50 to 07:10 UTC', '- 06:50 UTC - Broke.', '- 07:10 UTC - Mended.'],
      [
        'from March 8, 2026, 01:50 to 03:10 America/New_York',
        '- 01:50 America/New_York - Broke.',
        '- 03:10 America/New_York - Mended.',
      ],
    )
  })

  it('needs no dates if the offset is the same on every day', () => {
    check(
      'UTC',
      ['unknown', '- 22:00 EAT - Broke.', '- 23:30 EAT - Found.', '- 00:30 EAT - Mended.'],
      ['unknown', '- 19:00 UTC - Broke.', '- 20:30 UTC - Found.', '- 21:30 UTC - Mended.'],
    )
  })

  it('has the smallest edits', () => {
    const text = reportWith('from March 14, 2026, 09:05 to 10:25 EAT', '- 09:05 EAT - Broke.')
    const conversion = convert(text, 'UTC')
    expect(conversion.kind === 'converted' && conversion.edits.map(({ text: own }) => own)).toEqual([
      '6',
      '07',
      'UTC',
      '6',
      'UTC',
    ])
  })

  it('changes nothing if the report is in that zone', () => {
    const text = reportWith('from March 14, 2026, 09:05 to 10:25 UTC', '- 09:05 UTC - Broke.')
    expect(convert(text, 'UTC')).toMatchObject({ kind: 'converted', edits: [], untouched: [] })
  })

  it('leaves times in the text alone, and lists them', () => {
    const text = reportWith('from March 14, 2026, 09:05 to 10:25 EAT', '- 09:05 EAT - At 09:02 a job ran.')
    const conversion = convert(text, 'UTC')
    expect(conversion.kind === 'converted' && conversion.untouched.map((passage) => passage.text)).toEqual([
      '09:02',
    ])
    expect(converted(text, 'UTC')).toContain('- 06:05 UTC - At 09:02 a job ran.')
  })

  it.each([
    ['it has no times', 'unknown', '- Somebody looked.', 'UTC', 'It has no times.'],
    [
      'it has no zone',
      'from March 14, 2026, 09:05 to 10:25',
      '- 09:05 - Broke.',
      'UTC',
      'It names no time zone, so its times cannot be converted.',
    ],
    [
      'a zone could be several',
      'from March 14, 2026, 09:05 to 10:25 UTC',
      '- 09:05 IST - Broke.',
      'UTC',
      'The time zone of 09:05 IST is not known. Write its offset from UTC.',
    ],
    [
      'the clock of a region is unknown without a date',
      'unknown',
      '- 09:05 UTC - Broke.\n- 09:25 UTC - Found.',
      'Europe/Paris',
      'The clock of Europe/Paris depends on the date, and the date of 09:05 UTC is not known. Write it beside the time.',
    ],
    [
      'the clock of a region shows an hour twice',
      'from November 1, 2026, 05:30 to 06:30 UTC',
      '- 05:30 UTC - Broke.\n- 06:30 UTC - Mended.',
      'America/New_York',
      'In America/New_York, its times would no longer mean the same.',
    ],
    [
      'the zone stands elsewhere',
      'from March 14, 2026, 09:05 to 10:25',
      '- 09:05 - Broke.',
      'UTC',
      'Its time zone is set in the front matter. Write it beside the times first.',
      '---\npostmortem:\n  timeZone: Africa/Nairobi\n---\n',
    ],
  ])('is refused where %s', (_, duration, timeline, zone, reason, frontMatter = '') => {
    const conversion = convert(frontMatter + reportWith(duration, timeline), zone)
    expect(conversion.kind === 'refused' && inEnglish(conversion.reason)).toBe(reason)
  })

  it('is refused with the time in doubt, which the writer is led to', () => {
    const conversion = convert(
      reportWith('from March 14, 2026, 09:05 to 10:25 UTC', '- 09:05 IST - Broke.'),
      'UTC',
    )
    expect(conversion.kind === 'refused' && conversion.place?.text).toBe('09:05 IST')
  })

  it('leaves a time that no clock shows as it is, and says so', () => {
    const lines = '- 09:05 UTC - Broke.\n- 25:10 UTC - Found.'
    const conversion = convert(reportWith('from March 14, 2026, 09:05 to 10:25 UTC', lines), 'EAT')
    const left = conversion.kind === 'converted' ? conversion.untouched.map(({ text }) => text) : []
    expect(left).toEqual(['25:10 UTC'])
  })
})

describe('there and back', () => {
  it('restores the report, with every instant unchanged on the way', () => {
    fc.assert(
      fc.property(reports, fc.constantFrom(...zones), ({ text, from }, to) => {
        const there = converted(text, to)
        expect(moments(there)).toEqual(moments(text))
        expect(converted(there, from)).toBe(text)
      }),
      { numRuns: runs(9) },
    )
  })
})

const zones = ['UTC', 'EAT', 'WAT', '+05:30', 'UTC-4', 'NPT', 'Asia/Tokyo']

/** The ways to state the zone: beside every time, for all of them, in the header of a column, in the summary. */
const manners: readonly ((zone: string) => {
  readonly summary: string
  readonly before: readonly string[]
  readonly entry: (clock: string, index: number) => string
})[] = [
  (zone) => ({
    summary: ` ${zone}`,
    before: [],
    entry: (clock, index) => `- **${clock} ${zone}** - Step ${index}.`,
  }),
  (zone) => ({
    summary: '',
    before: [`All times in ${zone}.`, ''],
    entry: (clock, index) => `${index}. ${clock}: step ${index}.`,
  }),
  (zone) => ({
    summary: ` ${zone}`,
    before: [`| Time (${zone}) | What |`, '| --- | --- |'],
    entry: (clock, index) => `| ${clock} | Step ${index}. |`,
  }),
  (zone) => ({
    summary: ` (${zone})`,
    before: [],
    entry: (clock, index) => `* ${clock} – 😀 step ${index}.`,
  }),
]

const reports = fc
  .record({
    minute: fc.integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2026, 0, 1) / 60_000 }),
    gaps: fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 2, maxLength: 6 }),
    from: fc.constantFrom(...zones),
    manner: fc.constantFrom(...manners),
    halves: fc.boolean(),
  })
  .map(({ minute, gaps, from, manner, halves }) => {
    const minutes = gaps.map((_, index) => minute + gaps.slice(0, index).reduce((sum, gap) => sum + gap, 0))
    const { summary, before, entry } = manner(from)
    const print = (at: number) => clockAt(at, from, halves)
    const last = minutes.at(-1) ?? minute
    const duration = `from ${dayAt(minute, from)}, ${print(minute)} to ${dayAt(last, from)}, ${print(last)}${summary}`
    const lines = minutes.map((at, index) => entry(print(at), index + 1))
    return { text: reportWith(duration, [...before, ...lines].join('\n')), from }
  })

function localDate(minute: number, zone: string): Date {
  const { meaning } = readTimeZone(zone, defaultTimeSettings)!
  return new Date((minute + offsetOfMeaning(meaning, minute * 60_000)!) * 60_000)
}

function dayAt(minute: number, zone: string): string {
  const date = localDate(minute, zone)
  return date.toLocaleDateString('en-US', { timeZone: 'UTC', dateStyle: 'long' })
}

function clockAt(minute: number, zone: string, halves: boolean): string {
  const clock = localDate(minute, zone).toISOString().slice(11, 16)
  if (!halves) return clock
  const hour = Number(clock.slice(0, 2))
  return `${((hour + 11) % 12) + 1}${clock.slice(2)} ${hour < 12 ? 'AM' : 'PM'}`
}

function moments(text: string): readonly (number | null | undefined)[] {
  const { fields, timeline } = readText(text)
  const times = [fields.start?.time, fields.end?.time, ...timeline.entries.map(({ time }) => time)]
  return times.map((time) => time?.instant)
}

describe('the choice of a time zone', () => {
  it.each(['UTC', 'EAT', '+01:00', 'UTC+5:30', 'Europe/Paris', 'PST', ' utc '])('takes %s', (text) => {
    expect(readTimeZone(text, defaultTimeSettings)?.text).toBe(text.trim())
  })

  it.each(['', 'IST', 'nowhere', 'UTC and EAT', 'Europe/Atlantis'])('does not take "%s"', (text) => {
    expect(readTimeZone(text, defaultTimeSettings)).toBeNull()
  })

  it('begins with the zones of the report', () => {
    const text = reportWith(
      'from March 14, 2026, 09:05 to 10:25 EAT',
      'All times in UTC.\n\n- 09:05 - Broke.',
    )
    expect(findTimeZones(readText(text))).toEqual(['UTC', 'EAT'])
  })
})

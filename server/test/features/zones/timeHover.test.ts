import { describe, expect, it } from 'vitest'
import { findTimeHover } from '../../../src/features/zones/timeHover.ts'
import { inEnglish } from '../../../src/messages/translate.ts'
import { readText, reportWith } from '../report.ts'

/** Hovers over the passage, and compares the facts as "name: value". */
function check(text: string, passage: string, expected: readonly string[] | null, readerZone = 'UTC') {
  const offset = text.lastIndexOf(passage)
  expect(offset).toBeGreaterThan(-1)
  const hover = findTimeHover(readText(text), offset + 1, readerZone)
  expect(
    hover === null ? null : hover.facts.map(({ name, value }) => `${inEnglish(name)}: ${inEnglish(value)}`),
  ).toEqual(expected)
  if (hover !== null) expect(text.slice(hover.range.start, hover.range.end)).toBe(passage)
}

describe('the hover on a time', () => {
  it('shows UTC, the local time, the elapsed time, and where zone and date come from', () => {
    check(
      reportWith(
        'from February 3, 2026, 23:10 to February 4, 01:00 EAT',
        '- 23:20 - Found.\n- 00:40 - Mended.',
      ),
      '00:40',
      [
        'UTC: 2026-02-03 21:40',
        'Local: 2026-02-04 00:40 (EAT, UTC+03:00)',
        'Elapsed: +01:30 since the start, February 3, 2026, 23:10',
        'Zone: EAT, from the summary',
        'Date: from the summary, past midnight',
        'Certainty: certain',
      ],
    )
  })

  it("shows the time on the reader's clock if it differs", () => {
    const text = reportWith('from February 3, 2026, 13:10 to 14:00 UTC', '- 13:30 UTC - Found.')
    check(
      text,
      '13:30 UTC',
      [
        'UTC: 2026-02-03 13:30',
        'Where you are: 2026-02-03 14:30 (Europe/Paris)',
        'Elapsed: +00:20 since the start, February 3, 2026, 13:10',
        'Zone: UTC, written beside it',
        'Date: from the summary',
        'Certainty: certain',
      ],
      'Europe/Paris',
    )
  })

  it('explains each end of a range on its own', () => {
    const text = reportWith('February 3, 2026, 13:10 - 14:00 EAT', 'Nothing.')
    check(text, '14:00 EAT', [
      'UTC: 2026-02-03 11:00',
      'Local: 2026-02-03 14:00 (EAT, UTC+03:00)',
      'Elapsed: +00:50 since the start, February 3, 2026, 13:10',
      'Zone: EAT, written beside it',
      'Date: from the other end',
      'Certainty: certain',
    ])
  })

  it('says what it does not know', () => {
    check(reportWith('unknown', '- 13:20 - Found.\n- 13:50 - Mended.'), '13:50', [
      'UTC: unknown without a time zone',
      'Local: 13:50',
      'Elapsed: +00:30 since the first entry, 13:20',
      'Zone: not stated',
      'Date: not stated',
      'Certainty: unknown (the zone and the date)',
    ])
    check(reportWith('unknown', '- 13:20 EAT - Found.\n- 13:50 EAT - Mended.'), '13:50 EAT', [
      'UTC: 10:50',
      'Local: 13:50 (EAT, UTC+03:00)',
      'Elapsed: +00:30 since the first entry, 13:20 EAT',
      'Zone: EAT, written beside it',
      'Date: not stated',
      'Certainty: unknown (the date)',
    ])
  })

  it('is silent beside a time, in prose and in a document that is not a report', () => {
    const text = reportWith('from February 3, 2026, 13:10 to 14:00 UTC', '- 13:30 UTC - Found at 13:40.')
    check(text, 'Found', null)
    check(text, '13:40', null)
    check('# Notes\n\n- 13:30 UTC - Coffee.\n- 13:40 UTC - Tea.\n', '13:30 UTC', null)
  })
})

import { describe, expect, it } from 'vitest'
import { writeTimestamp } from '../../src/features/timestamp.ts'
import { readText, reportWith } from './report.ts'

const now = Date.UTC(2026, 6, 3, 21, 5)

/** The timestamps written at `place`, in UTC and in the zone of the report. */
function check(duration: string, timeline: string, place: string, utc: string, own: string | null) {
  const text = reportWith(duration, timeline)
  const report = readText(text)
  const offset = text.indexOf(place)
  expect([writeTimestamp(report, offset, now, 'utc'), writeTimestamp(report, offset, now, 'report')]).toEqual(
    [utc, own],
  )
}

const until = (zone: string) => `from July 3, 2026, 13:10 to 14:00 ${zone}`

describe('the present time', () => {
  it('has its date in prose, and none in the timeline', () => {
    check(
      until('UTC'),
      '- 13:10 UTC - It broke.',
      'Search was',
      '2026-07-03 21:05 UTC',
      '2026-07-03 21:05 UTC',
    )
    check(until('UTC'), '- 13:10 UTC - It broke.', 'It broke', '21:05 UTC', '21:05 UTC')
  })

  it('is written like those of the entries', () => {
    check(until('UTC'), '- 1:10 PM: It broke.', 'It broke', '9:05 PM', '9:05 PM')
  })

  it('omits the zone if it already follows', () => {
    const blank = '- {{HH:MM}} UTC - {{It broke.}}\n- {{HH:MM}} {{time zone}} - {{It was found.}}'
    check(until('UTC'), blank, ' UTC - ', '21:05', '21:05')
    check(until('UTC'), blank, ' {{time zone}}', '21:05', '21:05')
    check(until('UTC'), '- 13:10 UTC - UTCs.', 'UTCs', '21:05 UTC', '21:05 UTC')
    check('2026-07-03 13:10 UTC to  UTC', blank, ' UTC\n- **Impact', '2026-07-03 21:05', '2026-07-03 21:05')
  })

  it('is in the zone of the report, with summer time', () => {
    check(until('Europe/Paris'), '- 13:10 - It broke.', 'It broke', '21:05 UTC', '23:05')
  })

  it('is only in UTC if the report names no zone', () => {
    check('from 13:10 to 14:00', '- 13:10 - It broke.', 'It broke', '21:05 UTC', null)
  })
})

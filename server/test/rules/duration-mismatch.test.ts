import { describe, expect, it } from 'vitest'
import { rulesIn, severitiesOf } from './findings.ts'

describe('a stated duration', () => {
  it('is that of the summary, not of what is told below its impact', () => {
    const text =
      '# Postmortem: slow\n\n## Issue Summary\n\n- **Duration:**\n  - Start: 2024-05-10 09:15 UTC\n  - End: 2024-05-10 11:45 UTC\n- **Impact:**\n  - 🚫 Shop downtime: 30 minutes\n  - Half of the users waited for their carts\n'
    expect(rulesIn(text)).not.toContain('duration-mismatch')
  })

  it('does not end at the same moment in another place', () => {
    const text = (place: string) =>
      `# Postmortem: slow\n\n**Date:** 2024-05-10 03:00 UTC (10:00${place}) → noticed 2024-05-10 15:29 UTC (22:29${place})\n**Total downtime:** ~12h\n\n## Summary\n\nText.\n\n## Timeline\n\nText.\n`
    expect(rulesIn(text(' VN'))).not.toContain('duration-mismatch')
    expect(rulesIn(text(' Lisbon time'))).not.toContain('duration-mismatch')
  })

  it('may have hours of its own', () => {
    const text =
      '# Postmortem: lost rows\n\n## Issue Summary\n\n**Deleted:** 2024-05-10, from 20:57 UTC to 20:58 UTC\n\n- **Downtime:** ~2 hours (21:00 - 22:50)\n'
    expect(rulesIn(text)).not.toContain('duration-mismatch')
    expect(rulesIn(text.replace(' (21:00 - 22:50)', ''))).toContain('duration-mismatch')
  })

  it('is contradicted by hours of its own that are of another length', () => {
    const severities = (duration: string) =>
      severitiesOf(
        'duration-mismatch',
        `# Postmortem: lost rows\n\n## Issue Summary\n\n- **Downtime:** ${duration}\n\n## Timeline\n\nText.\n`,
      )
    expect(severities('~7h45m (07:46 → 13:18)')).toEqual(['warning'])
    expect(severities('2 hours (20:58 – 22:10 UTC)')).toEqual([])
    expect(severities('3 hours (20:58 UTC to 22:10 UTC)')).toEqual(['warning'])
    expect(severities('3 hours (20:58 CET to 22:10 UTC)')).toEqual([])
    expect(severities('3 hours (9:00 – 12:00 and 20:00 – 21:00)')).toEqual([])
    expect(severities('26 hours (20:00 – 22:00)')).toEqual([])
  })

  it('is compared with the hours behind it, not with those behind the same words before it', () => {
    const severities = (hours: string) =>
      severitiesOf(
        'duration-mismatch',
        `# Postmortem: lost rows\n\n## Issue Summary\n\nMaintenance: 30 minutes (14:00 - 15:30), **Duration:** 30 minutes (${hours})\n\n## Timeline\n\nText.\n`,
      )
    expect(severities('15:30 - 16:00')).toEqual([])
    expect(severities('15:30 - 17:00')).toEqual(['warning'])
  })

  it('may be in hours and minutes, which are no time of day', () => {
    const report = (fields: string) =>
      `# Postmortem\n\n${fields}\n- **Resolved at:** 2024-05-10 23:56 UTC\n\n## Timeline (UTC)\n\n- 21:45 - Detected\n- 23:56 - Resolved\n`
    expect(severitiesOf('duration-mismatch', report('- **Duration:** 02:14'))).toEqual([])
    expect(
      severitiesOf('duration-mismatch', report('- **Time:** 11:00\n- **Start:** 2024-05-10 21:42 UTC')),
    ).toEqual([])
    expect(
      severitiesOf('duration-mismatch', report('- **Duration:** 05:14\n- **Start:** 2024-05-10 21:42 UTC')),
    ).toEqual(['warning'])
  })
})

describe('a length in words', () => {
  const count = (fields: string, sentence: string, title = 'Search is down') =>
    severitiesOf(
      'duration-mismatch',
      `# Postmortem: ${title}\n\n## Issue Summary\n\n${sentence}\n\n${fields}\n\n## Timeline\n\nText.\n`,
    ).length
  const ends = '- **Start:** 2026-11-20 10:00 UTC\n- **End:** 2026-11-20 10:45 UTC'

  it.each(['- **Duration:** 45 minutes', ends])('is about that of %s', (fields) => {
    expect(count(fields, 'The outage lasted 90 minutes.')).toBe(1)
    expect(
      count(fields, 'Nobody could search. The whole outage lasted 90 minutes, and then it was over at last.'),
    ).toBe(1)
    expect(count(fields, 'Text.', 'Search is down for 90 minutes')).toBe(1)
    expect(count(fields, 'Text.', '90-minute outage of the search')).toBe(1)
    for (const sentence of [
      'The outage lasted 45 minutes.',
      'The outage lasted about an hour.',
      'The outage lasted 90 minutes for a tenth of all users.',
      'The outage lasted 90 minutes longer than the one before.',
      'The first outage lasted 90 minutes.',
      'The outage lasted less than 90 minutes.',
    ])
      expect([
        sentence,
        count(fields, `For some time nobody could search for anything at all. ${sentence}`),
      ]).toEqual([sentence, 0])
    expect(count(fields, 'Text.', 'Search is slow for 90 minutes')).toBe(0)
  })

  it('is not compared with one of several durations', () => {
    const several = '- **Duration:** 45 minutes\n- **Downtime:** 90 minutes'
    expect(count(several, 'The outage lasted 90 minutes.')).toBe(0)
  })
})

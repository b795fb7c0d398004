import { describe, expect, it } from 'vitest'
import { findingsIn } from './findings.ts'

const messages = (fields: string) =>
  findingsIn(`# Postmortem: search\n\n## Issue Summary\n\n${fields}\n\n## Timeline (UTC)\n\nText.\n`).flatMap(
    ({ rule, message }) => (rule === 'milestone-order' || rule === 'metric-mismatch' ? [message] : []),
  )

const ends = '- **Start:** 2026-11-20 10:00 UTC\n- **Resolved:** 2026-11-20 10:45 UTC'

describe('a labelled detection', () => {
  it('is not after the labelled end', () => {
    const late =
      'The incident is resolved at 2026-11-20 10:45 UTC, before it is detected at 2026-11-20 10:50 UTC. Correct one of the two.'
    expect(messages(`${ends}\n- **Detected:** 2026-11-20 10:50 UTC`)).toEqual([late])
    expect(messages(`${ends}\n- **Detected:** 2026-11-20 10:12 UTC`)).toEqual([])
    expect(messages('- **Detected:** 10:50\n- **Resolved:** 10:45')).toHaveLength(1)
  })

  it('is not before the labelled start, which that of the impact may be', () => {
    const early = `${ends}\n- **Detected at:** 2026-11-20 09:50 UTC`
    expect(messages(early)).toHaveLength(1)
    expect(messages(early.replace('Start:', 'Start of impact:'))).toEqual([])
  })

  it('leaves out what was identified, and what is said twice or by whom', () => {
    for (const other of [
      '- **Identified:** 2026-11-20 10:50 UTC',
      '- **Detected by:** an alert at 2026-11-20 10:50 UTC',
      '- **Detected:** 2026-11-20 10:50 UTC\n- **Detection time:** 2026-11-20 10:12 UTC',
    ])
      expect(messages(`${ends}\n${other}`)).toEqual([])
  })

  it('is as late as the stated time to detect', () => {
    const detected = `${ends}\n- **Detected:** 2026-11-20 10:12 UTC\n- **Time to detect:**`
    expect(messages(`${detected} 12 minutes`)).toEqual([])
    expect(messages(`${detected} 2 minutes`)).toHaveLength(1)
  })
})

const entryMessages = (entries: readonly string[], title = 'Timeline (UTC)') =>
  findingsIn(`# Postmortem: search\n\n## ${title}\n\n${entries.map((entry) => `- ${entry}`).join('\n')}\n`)
    .filter(({ rule }) => rule === 'milestone-order')
    .map(({ message }) => message)

const late = (what: string) =>
  `The incident is ${what} at 10:20, before it is detected at 10:40. Correct one of the two.`

describe('the first alert of a timeline', () => {
  it.each([
    ['Incident resolved.', 'Alert fired for slow searches', 'resolved'],
    ['The incident was declared closed', 'Issue detected by monitoring', 'resolved'],
    ['Mitigated by a rollback', 'On-call engineer paged', 'mitigated'],
    ['**Resolved**', 'Detected', 'resolved'],
  ])('does not come after "%s"', (over, noticed, what) => {
    const entries = [
      '10:00 - A release was made',
      `10:20 - ${over}`,
      `10:40 - ${noticed}`,
      '11:00 - Rollback',
    ]
    expect(entryMessages(entries)).toEqual([late(what)])
  })

  it.each([
    [
      'somebody knew before',
      ['10:05 - A customer called', '10:20 - Incident resolved', '10:40 - Alert fired'],
    ],
    ['it came again', ['10:20 - Incident resolved', '10:40 - Second alert fired', '11:00 - Rollback']],
    ['it was resolved twice', ['10:20 - Resolved', '10:40 - Alert fired', '11:00 - Incident resolved']],
    ['it went away by itself', ['10:20 - Incident resolved by itself', '10:40 - Alert fired']],
    ['one step was made', ['10:20 - Resolved the name of the host', '10:40 - Alert fired']],
    ['a cause was found', ['10:20 - Incident resolved', '10:40 - Discovered a stale lock']],
    ['it is of another day', ['2024-05-10 10:20 - Resolved', '2024-05-13 10:40 - Alert fired']],
    ['it is in another zone', ['10:20 UTC - Incident resolved', '12:40 CEST - Alert fired']],
  ])('may come later if %s', (_, entries) => {
    expect(entryMessages(['2024-05-10 10:00 - A release was made', ...entries], 'Timeline')).toEqual([])
  })

  it('may be above, in a list with the newest entry first', () => {
    expect(
      entryMessages(['11:00 - Report written', '10:40 - Incident resolved', '10:20 - Alert fired']),
    ).toEqual([])
  })
})

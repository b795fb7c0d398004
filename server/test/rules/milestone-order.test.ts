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

import { describe, expect, it } from 'vitest'
import { rulesIn } from './findings.ts'

describe('end-before-start', () => {
  it('compares the end with no date that may be that of the report', () => {
    const text = (lines: string) =>
      `# Chain Incident Post-Mortem\n\nStatus: Resolved\n\nDate: Mar 20, 2025\n\n${lines}## Summary\n\nThe chain halted until March 12, 2025.\n\n## Timeline\n\nText.\n`
    expect(rulesIn(text('Author: A team\n\n# Status\n\nAll is well.\n\n'))).not.toContain('end-before-start')
  })
})

describe('an impact', () => {
  const report = (fields: string) =>
    `# Postmortem: search\n\n## Issue Summary\n\n${fields}\n\n## Timeline\n\n- 09:58 UTC: Alert: the queue is long\n- 11:00 UTC: Resolved, all nodes are back\n`

  it('ends after it starts', () => {
    const ends = '- **Start of impact:** 2026-11-20 10:00 UTC\n- **End of impact:** 2025-11-20 10:45 UTC'
    expect(rulesIn(report(ends))).toContain('end-before-start')
  })

  it('may begin after the incident is noticed and end before it is resolved', () => {
    const ends = '- Impact start: 2026-11-20 10:00 UTC\n- Impact end: 2026-11-20 10:45 UTC'
    expect(rulesIn(report(ends))).not.toContain('entry-outside-window')
    const incident = '- Incident start: 2026-11-20 09:50 UTC\n- Incident end: 2026-11-20 11:00 UTC'
    expect(rulesIn(report(`${incident}\n${ends}\n- Duration: 45 minutes`))).not.toContain('duration-mismatch')
    expect(rulesIn(report(`${incident}\n- Duration: 45 minutes`))).toContain('duration-mismatch')
    expect(rulesIn(report(`${ends}\n- Duration: 90 minutes`))).toContain('duration-mismatch')
  })
})

describe('a field that is not known', () => {
  it('ends the one before it', () => {
    const report =
      '# Incident report\n\n**Date:** March 30, 2026\n**Source:** a capture (Exercise: 2024-10-23)\n\n## Summary\n\nIt broke.\n'
    expect(rulesIn(report)).not.toContain('end-before-start')
  })
})

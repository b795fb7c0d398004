import { describe, expect, it } from 'vitest'
import { rulesIn } from './findings.ts'

describe('end-before-start', () => {
  it('compares the end with no date that may be that of the report', () => {
    const text = (lines: string) =>
      `# Chain Incident Post-Mortem\n\nStatus: Resolved\n\nDate: Mar 20, 2025\n\n${lines}## Summary\n\nThe chain halted until March 12, 2025.\n\n## Timeline\n\nText.\n`
    expect(rulesIn(text('Author: A team\n\n# Status\n\nAll is well.\n\n'))).not.toContain('end-before-start')
  })
})

describe('a field that is not known', () => {
  it('ends the one before it', () => {
    const report =
      '# Incident report\n\n**Date:** March 30, 2026\n**Source:** a capture (Exercise: 2024-10-23)\n\n## Summary\n\nIt broke.\n'
    expect(rulesIn(report)).not.toContain('end-before-start')
  })
})

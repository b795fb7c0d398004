import { describe, expect, it } from 'vitest'
import { rulesIn } from './findings.ts'

describe('end-before-start', () => {
  it('compares the end with no date that may be that of the report', () => {
    const text = (lines: string) =>
      `# Chain Incident Post-Mortem\n\nStatus: Resolved\n\nDate: Mar 20, 2025\n\n${lines}## Summary\n\nThe chain halted until March 12, 2025.\n\n## Timeline\n\nText.\n`
    expect(rulesIn(text('Author: A team\n\n# Status\n\nAll is well.\n\n'))).not.toContain('end-before-start')
  })
})

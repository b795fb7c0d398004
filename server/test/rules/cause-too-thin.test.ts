import { describe, expect, it } from 'vitest'
import { rulesIn } from './findings.ts'

describe('a cause that is named by a heading', () => {
  const causes = (below: string) =>
    rulesIn(
      `# Postmortem: slow\n\n## Summary\n\nText.\n\n## Root Cause Analysis\n\n### Primary Cause: Full disk\n\n${below}## Timeline\n\nText.\n`,
    ).filter((rule) => rule.startsWith('cause-'))

  it('is explained by the text below it', () => {
    expect(causes('The job that rotates the logs was off, and nobody noticed.\n\n')).toEqual([])
    expect(causes('')).toEqual(['cause-too-thin'])
  })
})

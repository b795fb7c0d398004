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

describe('a cause that is named a second time', () => {
  it('is explained if one of its titles has more below it', () => {
    const causes = (below: string) =>
      rulesIn(
        `# Postmortem: slow\n\n## Summary\n\n**Timeline**: August 2024\n\n**Impact**: 4 of 31 jobs failed\n\n**Root Cause**: a full disk\n\n## Root Cause Analysis\n\n### Primary Root Cause: Old logs\n\n${below}\n\n### Secondary Root Causes\n\n#### 1. No limit\n\n- Nobody had set one\n\n## Resolution\n\nText.\n`,
      ).filter((rule) => rule.startsWith('cause-'))
    expect(causes('The job that rotates the logs was off, and nobody noticed it at all.')).toEqual([])
    expect(causes('')).toEqual(['cause-too-thin'])
  })
})

describe('a cause that is named by a label', () => {
  const causes = (below: string) =>
    rulesIn(
      `# Postmortem: slow\n\n## Root Cause Analysis\n\n**Root cause:** a full disk\n\n${below}## Timeline\n\nText.\n`,
    ).filter((rule) => rule.startsWith('cause-'))

  it('is explained by what the section says after it', () => {
    const table =
      '| Hypothesis | Evidence | Verdict |\n|--|--|--|\n| Full disk | The logs stop at 10:02, and no write succeeds | Likely |\n| Memory | None | No |\n\n'
    expect(causes(table)).toEqual([])
    expect(causes('See above.\n\n')).toEqual(['cause-too-thin'])
    expect(
      causes(
        '**Resolution:** We added a larger disk, restarted the search and then all of the other services.\n\n',
      ),
    ).toEqual(['cause-too-thin'])
  })
})

describe('a cause below another title', () => {
  it.each([
    '## Lessons\n\n**Problem:** many files at once\n**Cause:** too many tasks\n**Solution:** one at a time\n',
    '## Incident 2\n\n**Root Cause:**\nA missing permission.\n\n**Fix:**\nThe permission was added.\n',
    '## Costs\n\nTarget: below 15 %\nRoot cause: no tests\n',
  ])('may be brief: %j', (text) => {
    const rules = rulesIn(`# Postmortem: slow\n\n## Summary\n\nText.\n\n## Timeline\n\nText.\n\n${text}`)
    expect(rules).not.toContain('cause-too-thin')
  })
})

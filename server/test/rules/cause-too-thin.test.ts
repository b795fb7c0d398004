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

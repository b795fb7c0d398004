import { describe, expect, it } from 'vitest'
import { severitiesOf } from './findings.ts'

describe('headings at one level', () => {
  const report = (parts: string) =>
    `# Postmortem\n\n## Issue Summary\n\n${parts}## Duration\n\nAn hour.\n\n## Timeline\n\n- 10:00 down\n`

  it('are siblings if their numbers go on', () => {
    const numbered = (second: string) =>
      severitiesOf(
        'heading-level-inverted',
        `# Postmortem\n\n## 1. Issue Summary\n\n## ${second}Duration\n\nAn hour.\n\n## 3. Timeline\n\n- 10:00 down\n`,
      )
    expect(numbered('2. ')).toEqual([])
    expect(numbered('')).toEqual(['information'])
  })

  it('are what they say if the section above has parts at a deeper level', () => {
    expect(severitiesOf('heading-level-inverted', report('### Users\n\nText.\n\n'))).toEqual([])
    expect(severitiesOf('heading-level-inverted', report(''))).toEqual(['information'])
  })
})

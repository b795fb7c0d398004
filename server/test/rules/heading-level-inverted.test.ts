import { describe, expect, it } from 'vitest'
import { severitiesOf } from './findings.ts'

describe('headings at one level', () => {
  const report = (parts: string) =>
    `# Postmortem\n\n## Issue Summary\n\n${parts}## Duration\n\nAn hour.\n\n## Timeline\n\n- 10:00 down\n`

  it('are what they say if the section above has parts at a deeper level', () => {
    expect(severitiesOf('heading-level-inverted', report('### Users\n\nText.\n\n'))).toEqual([])
    expect(severitiesOf('heading-level-inverted', report(''))).toEqual(['information'])
  })
})

import { describe, expect, it } from 'vitest'
import { rulesIn } from './findings.ts'

describe('a section that is not empty', () => {
  it('has parts that are marked more strongly than its title', () => {
    const text =
      '# Postmortem: slow\n\n## Timeline\n\nText.\n\n## Root Cause and Resolution\n# Root Cause: a full disk, as nobody rotated the logs\n# Resolution: the logs were deleted\n\n## Corrective and Preventative Measures\n# Task List:\n- Rotate the logs\n- Alert on a full disk\n'
    expect(rulesIn(text)).not.toContain('section-empty')
  })

  it('begins with a heading of its own', () => {
    const text =
      '# Postmortem: slow\n\n## Timeline\n\nText.\n\n## Corrective and Preventative Measures\n\n# Better watching:\n\n- Alert on a full disk\n\n## Conclusion\n\nText.\n'
    expect(rulesIn(text)).not.toContain('section-empty')
  })
})

describe('a section of nothing but pictures', () => {
  it.each([
    ['![the graph](graph.png)'],
    ['<img src="graph.png" alt="the graph">'],
    ['<img src="one.png" alt="one"/>\n<br />\n<img src="two.png" alt="two"/>'],
    ['<p align="center"><img src="graph.png" alt="the graph"></p>'],
    ['Text.\n\n<img src="graph.png" alt="the graph">'],
  ])('is not empty: %s', (picture) => {
    const report = (content: string) =>
      `# Postmortem: full disk\n\n## Issue Summary\n\n${content}\n\n## Timeline\n\n- 10:00 UTC down\n`
    expect(rulesIn(report(picture))).not.toContain('section-empty')
    expect(rulesIn(report('<br />'))).toContain('section-empty')
  })
})

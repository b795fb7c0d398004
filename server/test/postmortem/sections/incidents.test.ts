import { describe, expect, it } from 'vitest'
import { findingsIn } from '../../rules/findings.ts'
import { read } from '../read.ts'

const incident = (title: string, date: string, hour: number) =>
  `## ${title}\n\n### Issue Summary\n\n**Start Time:** ${date} ${hour}:00 UTC\n\n**End Time:** ${date} ${hour}:30 UTC\n\n### Timeline\n\n- ${hour}:00 UTC - It failed.\n- ${hour}:30 UTC - It was back.\n\n### Root Cause and Resolution\n\nA full disk.\n\n`
const both = `# Postmortem: two outages\n\n${incident('The later one', '2024-05-10', 14)}${incident('The earlier one', '2024-05-08', 10)}`

describe('several incidents in one file', () => {
  it('are reports of their own', () => {
    expect(read(both).incidents.map(({ timeline }) => timeline.entries.length)).toEqual([2, 2])
    expect(read(both).incidents.map(({ sections }) => sections.length)).toEqual([3, 3])
  })

  it('are not held against each other', () => {
    for (const rule of [
      'section-duplicate',
      'section-order',
      'timeline-order',
      'entry-outside-window',
      'duration-mismatch',
    ])
      expect(
        findingsIn(both).filter((each) => each.rule === rule),
        rule,
      ).toEqual([])
  })

  it('lack a section once each, and share one that any of them has', () => {
    const corrective = (text: string) =>
      findingsIn(text).filter(({ message }) =>
        message.includes('"Corrective and Preventative Measures" is missing'),
      )
    expect(corrective(both)).toHaveLength(2)
    expect(corrective(`${both}## Corrective and Preventative Measures\n\n- Rotate the logs.\n`)).toEqual([])
  })

  it('are not seen in a report whose parts have a cause each', () => {
    const parts =
      '# Postmortem\n\n## Timeline\n\n- 10:00\n\n## Web\n\n### Impact\n\nAll.\n\n### Root cause\n\nA disk.\n\n## Mail\n\n### Impact\n\nNone.\n\n### Root cause\n\nA disk.\n'
    expect(read(parts).incidents).toEqual([])
  })
})

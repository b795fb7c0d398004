import { describe, expect, it } from 'vitest'
import { type Cause, readCauses } from '../../../src/features/picture/causeTree.ts'
import { readText } from '../report.ts'

const report = (causes: string, title = 'Root Cause') =>
  `# Postmortem: Search down\n\n## Issue Summary\n\nSearch was down.\n\n## Timeline\n\nText.\n\n## ${title}\n\n${causes}\n\n## Action Items\n\n- [ ] Rotate the logs\n  - each night\n`

function read(causes: string, title?: string): readonly string[] {
  const show = (cause: Cause, level: number): readonly string[] => [
    `${'> '.repeat(level)}${cause.text}`,
    ...cause.because.flatMap((each) => show(each, level + 1)),
  ]
  const lists = readCauses(readText(report(causes, title)))
  return lists.flatMap((list) => list.causes.flatMap((cause) => show(cause, 0)))
}

describe('the causes of a report', () => {
  it('are the items of a nested list, each below what it led to', () => {
    expect(read('- The search failed.\n  - The disk was full.\n  - No alert watched it;\n')).toEqual([
      'The search failed',
      '> The disk was full',
      '> No alert watched it',
    ])
    expect(read('* The search failed\n  because of\n  the disk\n    1. It was\n       full.')).toEqual([
      'The search failed because of the disk',
      '> It was full',
    ])
  })

  it('answer the questions that a report asks', () => {
    const expected = ['The search failed', '> The disk was full', '> > Nobody rotated the logs']
    expect(
      read(
        '- The search failed.\n  - Why? Because the disk was full.\n    - Why? because nobody rotated the logs.',
      ),
    ).toEqual(expected)
    expect(
      read(
        '- The search failed.\n  - Why?\n    - The disk was full.\n      - Why?\n        - Nobody rotated the logs.',
      ),
    ).toEqual(expected)
    expect(
      read(
        '- Why did the search fail?\n  - Because the disk was full.\n    - Why was it full?\n      - Because eBPF logs are large.\n        - Because of a flag.',
      ),
    ).toEqual([
      'Why did the search fail?',
      '> The disk was full',
      '> > eBPF logs are large',
      '> > > Because of a flag',
    ])
    expect(
      read('- The search failed.\n  - Why 1: The disk was full.\n    - Why 2: Nobody rotated the logs.'),
    ).toEqual(expected)
  })

  it('may follow a label that names them', () => {
    expect(read('- **Root cause:**\n  - The disk was full.\n    - Nobody rotated the logs.')).toEqual([
      'The disk was full',
      '> Nobody rotated the logs',
    ])
    expect(read('- **Root cause:** The disk was full.\n  - Nobody rotated the logs.')).toEqual([
      'The disk was full',
      '> Nobody rotated the logs',
    ])
  })

  it('are no details, no labels and nothing that is still to be written', () => {
    for (const causes of [
      '- The search answered with errors.\n- The disk was full.',
      '- **Root cause:**\n  - The disk was full.\n  - Nobody rotated the logs.',
      '- Two hosts were full:\n  - search-1\n  - search-2',
      '- The disk was full.\n  - Hosts: search-1 and search-2',
      '- The disk was full.\n  - Impact: 200 users saw errors.',
      '- The disk was full.\n  - {{why it was full}}',
      '- {{what happened}}\n  - The disk was full.',
    ])
      expect(read(causes), causes).toEqual([])
  })

  it('are no steps of a solution', () => {
    expect(
      read('- The search failed.\n  - The disk was full.\n- **Resolution:** We deleted logs.\n  - By hand.'),
    ).toEqual(['The search failed', '> The disk was full'])
    const solved = '**Resolution:**\n\n- We deleted logs.\n  - We had a script.\n    - It was new.'
    expect(read(solved, 'Root Cause and Resolution')).toEqual([])
    expect(read('- We deleted logs.\n  - It took an hour.', 'Root Cause and Resolution')).toEqual([])
    expect(read('- We deleted logs.\n  - It took an hour.', 'Lessons Learned')).toEqual([])
  })

  it('say why, or go down twice, where the section is about the resolution as well', () => {
    for (const causes of [
      '- The search failed.\n  - Because the disk was full.',
      '- The search failed.\n  - The disk was full.\n    - Nobody rotated the logs.',
    ])
      expect(read(causes, 'Root Cause and Resolution'), causes).not.toEqual([])
  })
})

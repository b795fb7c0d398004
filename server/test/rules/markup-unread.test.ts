import { describe, expect, it } from 'vitest'
import { read } from '../postmortem/read.ts'
import { findingsIn, rulesIn } from './findings.ts'

const report = (printed: string) =>
  `# Postmortem: search is down\n\n## Timeline (UTC)\n\n- 10:00 - An alert was received.\n\n${printed}\n`
const printed = 'A worker timed out.\n'.repeat(2_600)
const telling = '10:05 - TODO: find out.\n'

describe('more than 5,000 lines without a blank one', () => {
  const text = report(printed + telling + printed)

  it('are named as what is not read', () => {
    const found = findingsIn(text).filter(({ rule }) => rule === 'markup-unread')
    expect(found.map(({ range }) => text.slice(range.start).startsWith(printed))).toEqual([true])
  })

  it('hold no entry of the timeline and nothing that is left to write', () => {
    expect(read(text).timeline.entries).toHaveLength(1)
    expect(rulesIn(text)).not.toContain('placeholder-left')
  })

  it('hold secrets', () => {
    expect(rulesIn(report(`${printed}password=a1b2c3d4e5f6\n${printed}`))).toContain('secret-exposed')
  })

  it('are read if one above is blank', () => {
    const parted = report(`${printed}\n${telling}${printed}`)
    expect(read(parted).timeline.entries).toHaveLength(2)
    expect(rulesIn(parted)).toContain('placeholder-left')
    expect(rulesIn(parted)).not.toContain('markup-unread')
  })
})

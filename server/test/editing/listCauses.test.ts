import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { listCauses } from '../../src/editing/listCauses.ts'
import { readCauses } from '../../src/features/picture/causeTree.ts'
import { readText } from '../features/report.ts'
import { runs } from '../runs.ts'

const report = (cause: string) =>
  `# Postmortem: Search down\n\n## Issue Summary\n\nSearch was down.\n\n## Timeline\n\nText.\n\n## Root Cause and Resolution\n\n${cause}\n\n## Action Items\n\n- [ ] Rotate the logs\n  - each night\n`

function list(cause: string) {
  const text = report(cause)
  const edit = listCauses(readText(text), text.indexOf(cause))
  if (edit === null) return null
  const after = text.slice(0, edit.start) + edit.text + text.slice(edit.end)
  return after.slice(text.indexOf(cause)).split('\n\n## Action')[0] ?? ''
}

describe('a sentence with several reasons', () => {
  it('becomes a nested list with all its words', () => {
    expect(list('The search failed because the disk was full, because nobody rotated the logs.')).toBe(
      '- The search failed.\n  - Because the disk was full.\n    - Because nobody rotated the logs.',
    )
    expect(list('eBPF failed because `max_files` was **too low** because nobody read [it](x.md)!')).toBe(
      '- eBPF failed.\n  - Because `max_files` was **too low**.\n    - Because nobody read [it](x.md)!',
    )
  })

  it('keeps each of its words, in their order, and can be drawn', () => {
    const clause = fc.stringMatching(
      /^[a-z]{2,9}( [a-z]{2,5}_[a-z]{2,5}| `[a-z]{1,9}`| \([a-z]{1,9}\)){1,6}$/,
    )
    const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu)
    fc.assert(
      fc.property(fc.array(clause, { minLength: 3, maxLength: 6 }), fc.boolean(), (clauses, hasCommas) => {
        const sentence = `It ${clauses.join(hasCommas ? ', because it ' : ' because it ')}.`
        const listed = list(sentence) ?? ''
        expect(wordsOf(listed)).toEqual(wordsOf(sentence))
        expect(readCauses(readText(report(listed)))[0]?.causes).toHaveLength(1)
      }),
      { numRuns: runs(12) },
    )
  })

  it('stays as it is with one reason, beside other sentences, in a list and across lines', () => {
    for (const cause of [
      'The search failed because the disk was full.',
      'The search failed because of load, because of a sale.',
      'It was bad. The search failed because the disk was full because nobody looked.',
      '- The search failed because the disk was full because nobody looked.',
      'The search failed because the disk was full because\nnobody looked.',
      'The search failed because the disk was full because nobody\nlooked.',
    ])
      expect(list(cause), cause).toBeNull()
  })

  it('stays as it is where its markup would be torn apart', () => {
    for (const cause of [
      '**The search failed because the disk was full because nobody looked.**',
      'The search failed (because the disk was full because nobody looked).',
      'The search failed, "because the disk was full because nobody looked".',
      'The search `failed because the disk` was full because nobody looked.',
      'The _search failed because the_ disk was full because nobody looked.',
      'The <b>search failed because the disk</b> was full because nobody looked.',
    ])
      expect(list(cause), cause).toBeNull()
  })
})

import { expect, it } from 'vitest'
import { findPreviewPictures, maxPreviewLength } from '../../../src/features/picture/previewPictures.ts'

const report = `# Postmortem: search is down on 2024-05-02

## Summary

The search was down.

## Timeline (UTC)

- 10:00 - The alert fired.
- 10:40 - The search was restored.
`
const long = report + '\n\nWe wrote a lot about it.'.repeat(1600)
const inOneBlock = `${report}\n${'> We wrote a lot about it.\n'.repeat(1600)}`
const always = () => 1000

/** The milliseconds that remain at each look, as many as there are and then the last again and again. */
function clock(...remaining: readonly number[]): () => number {
  let looks = 0
  return () => remaining[Math.min(looks++, remaining.length - 1)]!
}

it('are drawn for a report, also for a long one that is read in pieces', () => {
  expect(findPreviewPictures(report, always)).toMatchObject([
    { line: 6, svg: expect.stringContaining('<svg') },
  ])
  expect(findPreviewPictures(long, always)).toMatchObject([{ line: 6 }])
})

it('go above the timeline and above the list of the causes', () => {
  const causes = '\n## Root cause\n\nWe asked why:\n\n- It failed.\n  - The disk was full.\n'
  const found = findPreviewPictures(report + causes, always)
  expect(found.map(({ line }) => (report + causes).split('\n')[line])).toEqual([
    '## Timeline (UTC)',
    '- It failed.',
  ])
  expect(found[1]?.svg).toContain('This led to: It failed')
})

it('are given up when the time is up, before all of the text is read', () => {
  let looks = 0
  const remaining = () => {
    looks += 1
    return looks > 4 ? 0 : 1000
  }
  expect(findPreviewPictures(long, remaining)).toEqual([])
  expect(looks).toBe(5)
})

it('are given up before a block that is read again with each piece would take too long', () => {
  // The first piece takes 400 ms. The second is as long, and with a block that goes on it is twice as long.
  expect(findPreviewPictures(long, clock(1000, 600))).toMatchObject([{ line: 6 }])
  expect(findPreviewPictures(inOneBlock, clock(1000, 600))).toEqual([])
})

it('of an ordinary report are drawn however long it takes', () => {
  expect(findPreviewPictures(report, () => 0)).toMatchObject([{ line: 6 }])
})

it('are not even begun for a text of more than a million characters', () => {
  const isAsked = () => {
    throw new Error('The text is read.')
  }
  expect(findPreviewPictures(report + 'x'.repeat(maxPreviewLength), isAsked)).toEqual([])
})

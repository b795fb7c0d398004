import { expect, it } from 'vitest'
import { findPreviewPictures, maxPreviewLength } from '../../../src/features/picture/previewPictures.ts'

const report = `# Postmortem: search is down on 2024-05-02

## Summary

The search was down.

## Timeline (UTC)

- 10:00 - The alert fired.
- 10:40 - The search was restored.
`
const long = report + '\n\nWe wrote a lot about it.'.repeat(4000)
const never = () => false

it('are drawn for a report, also for a long one that is read in pieces', () => {
  expect(findPreviewPictures(report, never)).toMatchObject([
    { line: 6, svg: expect.stringContaining('<svg') },
  ])
  expect(findPreviewPictures(long, never)).toMatchObject([{ line: 6 }])
})

it('go above the timeline and above the list of the causes', () => {
  const causes = '\n## Root cause\n\nWe asked why:\n\n- It failed.\n  - The disk was full.\n'
  const found = findPreviewPictures(report + causes, never)
  expect(found.map(({ line }) => (report + causes).split('\n')[line])).toEqual([
    '## Timeline (UTC)',
    '- It failed.',
  ])
  expect(found[1]?.svg).toContain('This led to: It failed')
})

it('are given up when the time is up, before all of the text is read', () => {
  let looks = 0
  const isTimeUp = () => {
    looks += 1
    return looks > 3
  }
  expect(findPreviewPictures(long, isTimeUp)).toEqual([])
  expect(looks).toBe(4)
})

it('of an ordinary report are drawn however long it takes', () => {
  expect(findPreviewPictures(report, () => true)).toMatchObject([{ line: 6 }])
})

it('are not even begun for a text of more than a million characters', () => {
  const isAsked = () => {
    throw new Error('The text is read.')
  }
  expect(findPreviewPictures(report + 'x'.repeat(maxPreviewLength), isAsked)).toEqual([])
})

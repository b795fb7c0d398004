import { expect, it } from 'vitest'
import { findPreviewPicture, maxPreviewLength } from '../../../src/features/picture/previewPicture.ts'

const report = `# Postmortem: search is down on 2024-05-02

## Summary

The search was down.

## Timeline (UTC)

- 10:00 - The alert fired.
- 10:40 - The search was restored.
`
const long = report + '\n\nWe wrote a lot about it.'.repeat(4000)
const never = () => false

it('is drawn for a report, also for a long one that is read in pieces', () => {
  expect(findPreviewPicture(report, never)).toMatchObject({ line: 6, svg: expect.stringContaining('<svg') })
  expect(findPreviewPicture(long, never)?.line).toBe(6)
})

it('is given up when the time is up, before all of the text is read', () => {
  let looks = 0
  const isTimeUp = () => {
    looks += 1
    return looks > 3
  }
  expect(findPreviewPicture(long, isTimeUp)).toBeNull()
  expect(looks).toBe(4)
})

it('is not even begun for a text of more than a million characters', () => {
  const isAsked = () => {
    throw new Error('The text is read.')
  }
  expect(findPreviewPicture(report + 'x'.repeat(maxPreviewLength), isAsked)).toBeNull()
})

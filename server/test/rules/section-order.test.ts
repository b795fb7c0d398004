import { describe, expect, it } from 'vitest'
import { rulesIn } from './findings.ts'

describe('section-order', () => {
  it('asks for no order of sections that nobody chose', () => {
    const titles = [
      'Summary',
      'Impact',
      'Timeline',
      'Detection',
      'Root Cause',
      'Resolution',
      'Action Items',
      'Lessons Learned',
    ]
    const text = (front: string) =>
      `${front}# Postmortem: slow\n\n${titles.map((title) => `## ${title}\n\nText.\n`).join('\n')}`
    expect(rulesIn(text(''))).not.toContain('section-order')
    expect(rulesIn(text('---\npostmortem:\n  template: google-sre\n---\n\n'))).toContain('section-order')
  })
})

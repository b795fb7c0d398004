import { describe, expect, it } from 'vitest'
import { findingsIn } from './findings.ts'

const quiet = '- 14:02 UTC - Pages were slow.\n- 14:45 UTC - The disk was cleared.'

/** The message without its last sentence, or null without a finding. */
function missingIn(timeline: string, after = '## Root Cause and Resolution\n\nText.') {
  const text = `# Postmortem: shop\n\n## Summary\n\nText.\n\n## Timeline\n\n${timeline}\n\n${after}\n`
  const found = findingsIn(text).find(({ rule }) => rule === 'timeline-fact-missing')
  return found === undefined ? null : found.message.replace(/\. Add .*$/, '')
}

describe('timeline-fact-missing', () => {
  it('asks for everything that the template asks for', () => {
    expect(missingIn(quiet)).toBe(
      'The timeline does not say when the issue was detected, which path was misleading and to whom it was escalated',
    )
  })

  it('does not ask a team with sections of its own for what few templates ask', () => {
    const own = '## Impact\n\nText.\n\n## Root Cause\n\nText.\n\n## Lessons Learned\n\nText.'
    expect(missingIn(quiet, own) ?? '').not.toMatch(/misleading|escalated/)
  })

  it('lets two sections stand for one of both', () => {
    expect(
      missingIn(quiet, '## Root Cause\n\nText.\n\n## Resolution\n\nText.\n\n## Corrective Measures\n\nText.'),
    ).toContain('to whom it was escalated')
  })

  it('does not judge a timeline that is elsewhere', () => {
    expect(missingIn('See the [incident channel](https://chat.example.org/c/1).')).toBeNull()
    expect(missingIn('![The timeline](timeline.png)')).toBeNull()
    expect(missingIn('```\n14:02 pages slow\n14:45 disk cleared\n```')).toBeNull()
  })
})

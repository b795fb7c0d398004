import { describe, expect, it } from 'vitest'
import { findingsIn } from './findings.ts'

/** `«` and `»` mark the entries that lack a time. */
function check(timeline: string) {
  const marked = `# Postmortem\n\n## Timeline (UTC)\n\n${timeline}\n`
  const text = marked.replace(/[«»]/g, '')
  const found = findingsIn(text)
    .filter(({ rule }) => rule === 'entry-without-time')
    .map(({ range }) => text.slice(range.start, range.end))
  expect(found).toEqual([...marked.matchAll(/«(.*?)»/g)].map((match) => match[1]))
}

describe('entry-without-time', () => {
  it('reports an event among others that have a time', () => {
    check('- 14:00 - Detected.\n- «Ann was paged.»\n- 14:30 - Fixed.')
  })

  it('takes an item that goes on from the one above it for a part of that', () => {
    check('- 14:00 - Detected.\n- which took an hour\n- 14:30 - Fixed.')
    check('- 14:00 - Detected.\n- This took us an hour.\n- 14:30 - Fixed.')
    check(
      '- 14:00 - Detected.\n- Ann was paged.\n- Bob was paged.\n- 14:10 - Restarted.\n- 14:20 - Fixed.\n- 14:30 - Closed.',
    )
  })

  it('accepts a time further on in the entry', () => {
    check('- 14:00 - Detected.\n- Support told the platform team at 14:05 what was wrong.\n- 14:30 - Fixed.')
  })

  it('is silent where a third of the entries have no time', () => {
    check(
      '- 14:00 - Detected.\n- Ann was paged.\n- 14:30 - Fixed.\n- The disk was cleared.\n- 14:45 - Closed.',
    )
  })
})

import { describe, expect, it } from 'vitest'
import { inspect } from '../read.ts'

/** The time of the first entry of a report with this above its sections. */
function check(head: string, expected: string) {
  const text = `${head}\n\n## Issue Summary\n\nThe search failed.\n\n## Timeline\n\n- 10:05 UTC - Alert.\n- 10:30 UTC - Fixed.\n\n## Root Cause\n\nA bug.\n`
  expect(inspect(text).timeline.entries[0]?.time).toBe(expected)
}

const onTheDay = '2024-05-10T10:05:00+00:00'

describe('the day of entries without a date', () => {
  it('is in the title', () => {
    check('# Postmortem: search, 2024-05-10', onTheDay)
  })

  it('is a line, a heading or a cell of its own below the title', () => {
    check('# Postmortem: search\n\n## May 10, 2024', onTheDay)
    check('# Postmortem: search\n\n| Date | 2024-05-10 |\n|---|---|\n| Severity | 2 |', onTheDay)
  })

  it('is in the front matter, by its title rather than its date', () => {
    check('---\ntitle: Search\ndate: 2024-05-10\n---\n\n# Postmortem: search', onTheDay)
    check('---\ntitle: Search on 2024-05-10\ndate: 2024-05-14\n---\n\n# Postmortem: search', onTheDay)
  })

  it('is not a date in a sentence about something else', () => {
    check('# Postmortem: search\n\nWritten on 2024-05-14 by Ann.', 'T10:05:00+00:00')
  })
})

import { describe, expect, it } from 'vitest'
import { findMetricLenses } from '../../src/features/metricLenses.ts'
import { inEnglish } from '../../src/messages/translate.ts'
import { lineOf, readText, reportWith } from './report.ts'

/** Each lens with the text of the line that a click leads to. */
function check(text: string, expected: readonly (readonly [string, string])[]) {
  const lines = text.split('\n')
  const lenses = findMetricLenses(readText(text))
  expect(lenses.map(({ title, target }) => [inEnglish(title), lines[lineOf(text, target) - 1]])).toEqual(
    expected,
  )
  for (const lens of lenses) expect(lineOf(text, lens.range)).toBe(1)
}

describe('the lens above the title', () => {
  it('shows each figure that the report states, and leads to the line that it comes from', () => {
    const duration = '80 minutes, from February 3, 2026, 13:10 to 14:30 UTC'
    const timeline = [
      '- 13:10 UTC - A deployment broke the search.',
      '- 13:14 UTC - An alert on empty results paged the engineer on call.',
      '- 13:50 UTC - Traffic was moved to the old index, and the impact was mitigated.',
      '- 14:30 UTC - The issue was resolved.',
    ]
    check(reportWith(duration, timeline.join('\n')), [
      ['Duration: 1 h 20 min', `- **Duration:** ${duration}`],
      ['Time to detect: 4 min', timeline[1]!],
      ['Time to mitigate: 40 min', timeline[2]!],
      ['Time to resolve: 1 h 20 min', `- **Duration:** ${duration}`],
    ])
  })

  it('shows the stated duration if it cannot be computed', () => {
    check(reportWith('2 days and 3 hours', '- Somebody looked.'), [
      ['Duration: 2 d 3 h', '- **Duration:** 2 days and 3 hours'],
    ])
  })

  it('shows nothing that is unknown', () => {
    check(reportWith('unknown', '- Somebody looked.'), [])
  })

  it('is not shown in a document that is not a report', () => {
    check('# Notes\n\nDuration: 50 minutes\n', [])
  })
})

import { describe, expect, it } from 'vitest'
import { findElapsedHints } from '../../src/features/elapsedHints.ts'
import { inEnglish } from '../../src/messages/translate.ts'
import { readText, reportWith } from './report.ts'

/** The timeline as an editor shows it, with each hint in angle brackets at its place. */
function check(duration: string, timeline: readonly string[], expected: readonly string[]) {
  const text = reportWith(duration, timeline.join('\n'))
  const shown = [...findElapsedHints(readText(text))].reduceRight(
    (result, { offset, text: hint }) => `${result.slice(0, offset)}<${hint}>${result.slice(offset)}`,
    text,
  )
  const from = shown.indexOf('## Timeline\n\n') + '## Timeline\n\n'.length
  expect(shown.slice(from, shown.indexOf('\n\n## Root'))).toBe(expected.join('\n'))
}

describe('hints of elapsed time', () => {
  it('say at each entry how long after the start it happened', () => {
    check(
      '50 minutes, from February 3, 2026, 13:10 to 14:00 UTC',
      ['- 13:10 UTC - It broke.', '- 13:25 UTC - An alert fired.', '- 14:00 UTC - It was put back.'],
      [
        '- 13:10 UTC<+00:00> - It broke.',
        '- 13:25 UTC<+00:15> - An alert fired.',
        '- 14:00 UTC<+00:50> - It was put back.',
      ],
    )
  })

  it('come after the time, whatever markup it is in', () => {
    check(
      'from February 3, 2026, 13:10 to 14:00 UTC',
      ['| Time | Event |', '| - | - |', '| **13:10** | It broke. |', '| `13:40` UTC | An alert fired. |'],
      [
        '| Time | Event |',
        '| - | - |',
        '| **13:10<+00:00>** | It broke. |',
        '| `13:40` UTC<+00:30> | An alert fired. |',
      ],
    )
  })

  it('count backwards before the start, and on past midnight', () => {
    check(
      'from February 3, 2026, 23:10 to February 4, 01:00 UTC',
      ['- 22:50 UTC - A release.', '- 23:10 UTC - It broke.', '- 00:40 UTC - Found.'],
      ['- 22:50 UTC<-00:20> - A release.', '- 23:10 UTC<+00:00> - It broke.', '- 00:40 UTC<+01:30> - Found.'],
    )
  })

  it('count days when there are many hours', () => {
    check(
      'from February 3, 2026, 13:10 to February 7, 14:00 UTC',
      ['- January 30, 2026, 13:00 UTC - A release.', '- February 7, 2026, 14:00 UTC - Over.'],
      [
        '- January 30, 2026, 13:00 UTC<-4d 00:10> - A release.',
        '- February 7, 2026, 14:00 UTC<+4d 00:50> - Over.',
      ],
    )
  })

  it('count from the first entry if no start is stated', () => {
    const timeline = ['- 13:20 - A user wrote in.', '- 13:50 - The index was put back.']
    check('unknown', timeline, [
      '- 13:20<+00:00> - A user wrote in.',
      '- 13:50<+00:30> - The index was put back.',
    ])
    const [first] = findElapsedHints(readText(reportWith('unknown', timeline.join('\n'))))
    expect(inEnglish(first?.explanation ?? '')).toBe('Since the first entry, 13:20')
  })

  it('say so when a time is only approximate', () => {
    check(
      'from February 3, 2026, 13:10 to 14:00 UTC',
      ['- 13:10 UTC - It broke.', '- ~13:30 UTC - Someone looked.'],
      ['- 13:10 UTC<+00:00> - It broke.', '- ~13:30 UTC<~+00:20> - Someone looked.'],
    )
  })

  it('are silent if an entry has no time, is a whole day, or cannot be compared', () => {
    check(
      'from February 3, 2026, 13:10 to 14:00 UTC',
      ['- 13:10 UTC - It broke.', '- Somebody looked.', '- 13:30 IST - A call.', '- 25:00 UTC - A slip.'],
      [
        '- 13:10 UTC<+00:00> - It broke.',
        '- Somebody looked.',
        '- 13:30 IST - A call.',
        '- 25:00 UTC - A slip.',
      ],
    )
  })

  it('are not shown in a document that is not a report', () => {
    expect(findElapsedHints(readText('# Notes\n\n- 09:00 Coffee\n- 09:30 Tea\n'))).toEqual([])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findHighlights } from '../../src/features/highlighting/findHighlights.ts'
import { runs } from '../runs.ts'
import { readText, reportWith } from './report.ts'

/** Expects exactly this to stand out in an entry of a timeline, as `kind text`. */
function check(entry: string, expected: readonly string[]) {
  const text = reportWith('{{how long}}', entry)
  const start = text.indexOf(entry)
  const end = start + entry.length
  const found = findHighlights(readText(text))
    .filter((each) => start <= each.start && each.end <= end)
    .map((each) => `${each.kind} ${text.slice(each.start, each.end)}`)
  expect(found, entry).toEqual(expected)
}

const pieces = [
  ...['14:02 UTC', '2024-05-10T14:02Z', 'May 10, 2024', '90 minutes', 'SEV1', '@on-call', 'OPS-123', '#123'],
  ...['{{what}}', 'Owner: team', 'Severity: high', 'TBD', 'https://a.org/14:02', '**', '`', '[', '](', ')'],
  ...['|', '\\', '&amp;', '<b>', '<!--', '-->', 'word', ' ', ', ', ': ', '\n'],
]

describe('what stands out in a report', () => {
  it('is times, with the zones behind them', () => {
    check('- 14:02 UTC - The alert fired.', ['time 14:02', 'zone UTC'])
    check('- **9:05 AM (EAT)** - It was found.', ['time 9:05 AM', 'zone EAT'])
    check('| Time | Event |\n| - | - |\n| 14:02:31 GMT+1 | It broke. |', ['time 14:02:31', 'zone GMT+1'])
    check('- 10:05 – 10:20 UTC - It was down.', ['time 10:05', 'time 10:20', 'zone UTC'])
    check('- 2024-05-10T14:02:31Z - It broke.', ['time 2024-05-10', 'time 14:02:31', 'zone Z'])
    check('- T+15m - It broke.', ['time T+15m'])
  })

  it('is dates, in digits and in words', () => {
    check('- 2024-05-10 14:02 - It broke.', ['time 2024-05-10', 'time 14:02'])
    check('- 14:02 - Broken since May 9, 2024.', ['time 14:02', 'time May 9, 2024'])
  })

  it('is durations that are written in digits', () => {
    check('- 14:02 - Down for 1 h 20 min, up to 90 minutes or 2h30m.', [
      'time 14:02',
      'duration 1 h 20 min',
      'duration 90 minutes',
      'duration 2h30m',
    ])
    check('- 14:02 - Down for an hour.', ['time 14:02'])
  })

  it('is severities, and no other letter with a digit', () => {
    check('- 14:02 - A SEV1, SEV-2 or P1 incident.', [
      'time 14:02',
      'severity SEV1',
      'severity SEV-2',
      'severity P1',
    ])
    check('- 14:02 - **Severity:** high', ['time 14:02', 'severity high'])
    check('- 14:02 - It is stored on S3, with P2 and high load.', ['time 14:02'])
  })

  it('is owners, and no address or package', () => {
    check('- 14:02 - Paged @on-call (owner: payments team, due: 2024-05-24).', [
      'time 14:02',
      'owner @on-call',
      'owner payments team',
      'time 2024-05-24',
    ])
    check('- 14:02 - Installed @types/node, mailed someone@example.org.', ['time 14:02'])
  })

  it('is tickets', () => {
    check('- 14:02 - See OPS-123 and #123, not UTF-8.', ['time 14:02', 'ticket OPS-123', 'ticket #123'])
    check('- 14:02 - See [OPS-123](https://example.org/OPS-123).', ['time 14:02', 'ticket OPS-123'])
  })

  it('is what is left to fill in', () => {
    check('- HH:MM UTC - {{what happened at 14:02}}', [
      'placeholder HH:MM',
      'placeholder {{what happened at 14:02}}',
    ])
  })

  it('is nothing in code, addresses, comments and fences', () => {
    check('- 14:02 - `15:02 UTC` and https://example.org/2024-05-10?to=OPS-123', ['time 14:02'])
    check('- 14:02 - It broke. <!-- 15:02 UTC -->', ['time 14:02'])
    check('```\n14:02 UTC {{placeholder}}\n```', [])
  })

  it('is nothing at all in a document that is no report', () => {
    const text =
      '# Release plan\n\n- 09:05 UTC - The build begins, see REL-12.\n- [ ] @team tags it. {{Ask}}\n'
    expect(findHighlights(readText(text))).toEqual([])
  })

  it('comes in reading order, within a line and without overlaps, whatever is written', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 12 }), (entry) => {
        const text = reportWith('1 hour', `- 14:02 - ${entry.join('')}`)
        let before = 0
        for (const { start, end } of findHighlights(readText(text))) {
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(text.slice(start, end)).not.toMatch(/[\r\n]/)
          before = end
        }
      }),
      { numRuns: runs(14) },
    )
  })
})

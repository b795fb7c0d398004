import { describe, expect, it } from 'vitest'
import { apply, findingsIn } from './findings.ts'

const report = (duration: string) =>
  `# Postmortem\n\n## Issue Summary\n\n- **Duration:** ${duration}\n\n## Timeline\n\n- 22:56 {{time zone}} - It broke.\n`

/** The duration, and the zone of the entry, once the fix for this placeholder is applied. */
function check(duration: string, placeholder: string, expected: string, zone = '{{time zone}}') {
  const text = report(duration)
  const start = text.indexOf(placeholder)
  const finding = findingsIn(text).find(
    ({ rule, range }) => rule === 'placeholder-left' && range.start === start,
  )
  expect(finding).toBeDefined()
  const [fix] = finding!.fixes
  const fixed = fix === undefined ? 'no fix' : apply(text, fix.edits)
  expect(fixed).toBe(
    expected === 'no fix' ? expected : report(expected).replace('22:56 {{time zone}}', `22:56 ${zone}`),
  )
}

describe('placeholder-left', () => {
  it('fills in how long it was as soon as the start and the end are known', () => {
    check(
      '2024-05-10 22:48 UTC to 2024-05-11 00:22 UTC ({{how long}})',
      '{{how long}}',
      '2024-05-10 22:48 UTC to 2024-05-11 00:22 UTC (1 hour 34 minutes)',
    )
    check('2024-05-10 22:48 UTC to {{end}} UTC ({{how long}})', '{{how long}}', 'no fix')
  })

  it('fills in the time zone everywhere once the report names one', () => {
    check(
      '2024-05-10 22:48 UTC to {{end}} {{time zone}}',
      '{{time zone}}',
      '2024-05-10 22:48 UTC to {{end}} UTC',
      'UTC',
    )
    check('2024-05-10 22:48 {{time zone}} to {{end}}', '{{time zone}}', 'no fix')
  })

  it('leaves everything else to the author', () => {
    check('{{start, with date}} to 22:48 UTC', '{{start, with date}}', 'no fix')
  })
})

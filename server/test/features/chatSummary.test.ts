import { describe, expect, it } from 'vitest'
import { summarizeForChat } from '../../src/features/chatSummary.ts'
import { holberton } from '../../src/templates/holberton.ts'
import { renderReport } from '../../src/templates/render.ts'
import { defaultStyle } from '../../src/templates/style.ts'
import { readText, reportWith } from './report.ts'

function check(text: string, expected: readonly string[] | null) {
  expect(summarizeForChat(readText(text))?.split('\n') ?? null).toEqual(expected)
}

describe('a summary for the chat', () => {
  it('says what happened, how long it took and what remains to be done', () => {
    check(
      reportWith(
        '50 minutes, from February 3, 2026, 13:10 to 14:00 UTC',
        '- 13:10 UTC - It broke.\n- 13:25 UTC - An alert fired.',
      ),
      [
        'Postmortem: Search down',
        'Outage: 50 min (February 3, 2026, 13:10 to 14:00 UTC)',
        'Impact: Search was down for 40% of users.',
        'Root cause: The index was rebuilt from an empty export, and put back.',
        'Detected after 15 min, resolved after 50 min',
        'Action items: 1 open, 0 done',
      ],
    )
  })

  it('says how severe it was, in which state the report is, and where to find it', () => {
    const text = `---\nseverity: SEV2\nstatus: draft\n---\n\n${reportWith('50 minutes', 'Text.')}`
    const summary = summarizeForChat(readText(text), 'https://github.test/acme/shop')?.split('\n')
    expect(summary?.slice(0, 3)).toEqual(['Postmortem: Search down', 'Severity: SEV2', 'Status: draft'])
    expect(summary?.at(-1)).toBe('Report: https://github.test/acme/shop')
  })

  it('says nothing that is still to be filled in', () => {
    check(renderReport(holberton, defaultStyle), ['Postmortem'])
    const text = reportWith('50 minutes', 'Text.', 'Postmortem: TBD').replace(
      '40% of users',
      '[insert number] users',
    )
    check(text, [
      'Postmortem',
      'Outage: 50 min',
      'Root cause: The index was rebuilt from an empty export, and put back.',
      'Action items: 1 open, 0 done',
    ])
  })

  it('leaves out what the report does not say', () => {
    check('# Postmortem\n\n## Issue Summary\n\n- **Impact:** {{who}}\n\n## Timeline\n\nText.\n', [
      'Postmortem',
    ])
  })

  it('does not exist for a document that is not a report', () => {
    check('# Widgets\n\nA library.\n', null)
  })
})

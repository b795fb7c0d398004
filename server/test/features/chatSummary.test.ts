import { describe, expect, it } from 'vitest'
import { summarizeForChat } from '../../src/features/chatSummary.ts'
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

  it('leaves out what the report does not say', () => {
    check('# Postmortem\n\n## Issue Summary\n\n- **Impact:** {{who}}\n\n## Timeline\n\nText.\n', [
      'Postmortem',
    ])
  })

  it('does not exist for a document that is not a report', () => {
    check('# Widgets\n\nA library.\n', null)
  })
})

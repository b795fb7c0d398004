import { describe, expect, it } from 'vitest'
import { insertEntry } from '../../src/features/newEntry.ts'
import { inEnglish } from '../../src/messages/translate.ts'
import { readText, reportWith } from './report.ts'

const now = Date.UTC(2026, 1, 3, 15, 25)
const duration = '50 minutes, from February 3, 2026, 13:10 to 14:00 UTC'

function insert(text: string, time: string): string {
  const result = insertEntry(readText(text), time, now)
  if (result.kind === 'refused') return inEnglish(result.reason)
  return result.edits.reduceRight(
    (before, edit) => before.slice(0, edit.start) + edit.text + before.slice(edit.end),
    text,
  )
}

/** The timeline after inserting an entry. */
function check(timeline: readonly string[], time: string, expected: readonly string[], stated = duration) {
  const text = insert(reportWith(stated, timeline.join('\n')), time)
  const start = text.indexOf('## Timeline\n\n') + '## Timeline\n\n'.length
  expect(text.slice(start, text.indexOf('\n\n## Root'))).toBe(expected.join('\n'))
}

const event = '{{What happened.}}'

describe('a new entry of the timeline', () => {
  const entries = [
    '- 13:10 UTC - It broke.',
    '- 13:40 UTC - An alert fired.',
    '- 14:00 UTC - It was put back.',
  ]

  it('goes where it belongs in the order of time', () => {
    check(entries, '13:25', [entries[0]!, `- 13:25 UTC - ${event}`, entries[1]!, entries[2]!])
    check(entries, '13:00', [`- 13:00 UTC - ${event}`, ...entries])
    check(entries, '14:30', [...entries, `- 14:30 UTC - ${event}`])
  })

  it('may be told from now, or from the start of the outage', () => {
    const expected = [entries[0]!, '- 13:25 UTC - A page came.', entries[1]!, entries[2]!]
    check(entries, '2h ago A page came.', expected)
    check(entries, '+15m A page came.', expected)
    check(entries, '+0:15 - A page came.', expected)
    check(entries, 'now All is well.', [...entries, '- 15:25 UTC - All is well.'])
    const dated = ['- 2026-02-03 13:10 UTC - It broke.', '- 2026-02-03 14:00 UTC - It was put back.']
    check(dated, 'yesterday 23:00 A change went out.', [
      '- 2026-02-02 23:00 UTC - A change went out.',
      ...dated,
    ])
  })

  it('has its day in the time zone of the report', () => {
    const text = reportWith(
      'from February 3, 2026, 21:10 to 22:00 UTC+14',
      '- 2026-02-03 21:10 UTC+14 - It broke.',
    )
    expect(insert(text, 'today 05:20 A page came.')).toContain('- 2026-02-04 05:20 UTC+14 - A page came.')
  })

  it('is asked for again if its date can be two days', () => {
    expect(insert(reportWith(duration, entries.join('\n')), '2/3/2026 13:25 A page came.')).toBe(
      '"2/3/2026" can be two days. Write 2026-03-02 or 2026-02-03.',
    )
  })

  it('goes where it belongs when it is in another time zone', () => {
    check(entries, '08:25 EST', [entries[0]!, `- 08:25 EST - ${event}`, entries[1]!, entries[2]!])
  })

  it('goes after those of the same time', () => {
    check(entries, '13:40', [entries[0]!, entries[1]!, `- 13:40 UTC - ${event}`, entries[2]!])
  })

  it('goes past midnight if its nearest neighbours are there', () => {
    const late = ['- 23:10 UTC - It broke.', '- 23:50 UTC - It was put back.']
    const night = 'from February 3, 2026, 23:10 to February 4, 2026, 00:30 UTC'
    check(late, '00:10', [...late, `- 00:10 UTC - ${event}`], night)
  })

  it('is written as the entry beside it is', () => {
    check(['* **1:10 PM** – It broke.', '* **1:40 PM** – Found.'], '13:25', [
      '* **1:10 PM** – It broke.',
      `* **1:25 PM** – ${event}`,
      '* **1:40 PM** – Found.',
    ])
    check(['- 2026-02-03 13:10: It broke.'], '13:25', [
      '- 2026-02-03 13:10: It broke.',
      `- 2026-02-03 13:25: ${event}`,
    ])
  })

  it('has a date like those beside it, and none that a reader knows from the entry above', () => {
    check(['- **Feb 3, 13:10 UTC**: It broke.'], '2026-02-02 23:00 A change went out.', [
      '- **Feb 2, 23:00 UTC**: A change went out.',
      '- **Feb 3, 13:10 UTC**: It broke.',
    ])
    check(entries, 'today 13:25', [entries[0]!, `- 13:25 UTC - ${event}`, entries[1]!, entries[2]!])
  })

  it('becomes a row in a table, with empty cells beside it', () => {
    const head = ['| Time | Event | Who |', '| - | - | - |']
    check([...head, '| 13:10 | It broke. | a user |', '| 13:40 | Found. | us |'], '13:25', [
      ...head,
      '| 13:10 | It broke. | a user |',
      `| 13:25 | ${event} | |`,
      '| 13:40 | Found. | us |',
    ])
  })

  it('does not come between an entry and what is nested below it', () => {
    check(['- 13:10 UTC - It broke.', '  - First in one zone.'], '13:25', [
      '- 13:10 UTC - It broke.',
      '  - First in one zone.',
      `- 13:25 UTC - ${event}`,
    ])
  })

  it('stays on the day that it belongs to', () => {
    check(
      [
        '### February 3, 2026',
        '',
        '- 23:10 UTC - It broke.',
        '',
        '### February 4, 2026',
        '',
        '- 01:00 UTC - Fixed.',
      ],
      '23:30',
      [
        '### February 3, 2026',
        '',
        '- 23:10 UTC - It broke.',
        `- 23:30 UTC - ${event}`,
        '',
        '### February 4, 2026',
        '',
        '- 01:00 UTC - Fixed.',
      ],
    )
  })

  it('is the first of an empty timeline', () => {
    const text = insert(
      '# Postmortem\n\n## Issue Summary\n\nText.\n\n## Timeline\n\n## Root Cause\n\nText.\n',
      '13:25 UTC',
    )
    expect(text).toContain(`## Timeline\n\n- 13:25 UTC - ${event}\n\n## Root Cause\n`)
  })

  it('has the zone of the start if it is the first', () => {
    const text = insert(
      '# Postmortem\n\n## Issue Summary\n\n- **Start:** 2026-02-03 13:10 CET\n\n## Timeline\n\n## Root Cause\n\nText.\n',
      '13:25',
    )
    expect(text).toContain(`## Timeline\n\n- 13:25 CET - ${event}\n`)
  })

  it('goes before those that the template left to be filled in, with their zone', () => {
    const blank = ['- {{HH:MM}} UTC - {{How it was noticed.}}', '- {{HH:MM}} UTC - {{How it ended.}}']
    check(blank, '13:25', [`- 13:25 UTC - ${event}`, ...blank])
    check(blank, '1325', [`- 13:25 UTC - ${event}`, ...blank])
    check(blank, '13:25 CET', [`- 13:25 CET - ${event}`, ...blank])
    check(['- {{HH:MM}} {{time zone}} - {{What.}}'], '13:25 CET', [
      `- 13:25 CET - ${event}`,
      '- {{HH:MM}} {{time zone}} - {{What.}}',
    ])
    check([entries[0]!, entries[1]!, ...blank], '13:50', [
      entries[0]!,
      entries[1]!,
      `- 13:50 UTC - ${event}`,
      ...blank,
    ])
    check([entries[0]!, ...blank], '13:05', [`- 13:05 UTC - ${event}`, entries[0]!, ...blank])
  })

  it('says what happened if that was typed after the time', () => {
    check(entries, '13:25 The pager rang.', [
      entries[0]!,
      '- 13:25 UTC - The pager rang.',
      entries[1]!,
      entries[2]!,
    ])
    check(entries, '13:25 UTC - The pager rang.', [
      entries[0]!,
      '- 13:25 UTC - The pager rang.',
      entries[1]!,
      entries[2]!,
    ])
  })

  it('is refused, with the reason, if it has no place or no time', () => {
    expect(insert('# Postmortem\n\n## Issue Summary\n\nText.\n\n## Root Cause\n\nText.\n', '13:25')).toBe(
      'There is no timeline. Insert the section first.',
    )
    expect(insert(reportWith(duration, entries.join('\n')), 'soon')).toBe(
      '"soon" is not a time. Write one such as 14:05.',
    )
  })
})

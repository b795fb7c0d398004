import { describe, expect, it } from 'vitest'
import { type Paste, pasteAnywhere, pasteTimeline } from '../../../src/features/paste/pasteTimeline.ts'
import { readText, reportWith } from '../report.ts'

const outage = 'from March 14, 2026, 09:05 to 10:25 UTC'
const entry = '- 09:05 UTC - It broke.'
const now = Date.UTC(2026, 2, 14, 12, 0)

interface Situation extends Partial<Paste> {
  readonly duration?: string
  /** The existing text, with `¦` as the cursor; without one, the paste goes to a new line at the end. */
  readonly timeline?: string
}

/** The lines of the timeline after the paste; null if nothing is offered. */
function paste(pasted: string, { duration = outage, timeline = entry, ...more }: Situation = {}) {
  const marked = reportWith(duration, timeline.includes('¦') ? timeline : `${timeline}\n¦`)
  const at = marked.indexOf('¦')
  const text = marked.replace('¦', '')
  const edit = pasteTimeline(
    readText(text),
    { start: at, end: at },
    { now, readerZone: 'UTC', ...more, text: pasted },
  )
  if (edit === null) return null
  const after = text.slice(0, edit.start) + edit.text + text.slice(edit.end)
  const from = after.indexOf('## Timeline\n\n') + '## Timeline\n\n'.length
  return after.slice(from, after.indexOf('\n\n## Root')).trimEnd().split('\n')
}

/** Checks that the text becomes these entries below the existing one. */
function check(pasted: string, expected: readonly string[], situation?: Situation) {
  expect(paste(pasted, situation)).toEqual([...(situation?.timeline ?? entry).split('\n'), ...expected])
}

describe('pasting as timeline entries', () => {
  it('reads messages that Slack copied, with names beside times', () => {
    check(
      [
        'On-call engineer  9:09 AM',
        'payments are failing,',
        'looking',
        '9:12',
        'the gateway looks fine :eyes:',
        ':eyes:',
        '2',
        'Database team  10:02 AM',
        'pools still hold the old primary (edited)',
        '3 replies',
      ].join('\n'),
      [
        '- 09:09 UTC - payments are failing, looking',
        '- 09:12 UTC - the gateway looks fine :eyes:',
        '- 10:02 UTC - pools still hold the old primary',
      ],
    )
  })

  it('reads messages with times in brackets, and with names above times', () => {
    check('On-call engineer [9:09 AM]\npayments are failing\n[9:12 AM] rolling back', [
      '- 09:09 UTC - payments are failing',
      '- 09:12 UTC - rolling back',
    ])
    check('On-call engineer\n  9:09 AM\npayments are failing\nDatabase team\n  9:14 AM\nlooking', [
      '- 09:09 UTC - payments are failing',
      '- 09:14 UTC - looking',
    ])
  })

  it('reads times of a chat in the zone of whoever pastes, near the start of the incident', () => {
    check('On-call engineer  10:20 AM\nrolling back', ['- 09:20 UTC - rolling back'], {
      readerZone: 'Europe/Berlin',
      now: Date.UTC(2026, 5, 1),
    })
    check(
      'On-call engineer  11:50 PM\nlooking\nOn-call engineer  12:10 AM\nrolled back',
      ['- 23:50 UTC - looking', '- 2026-03-15 00:10 UTC - rolled back'],
      { duration: 'from March 14, 2026, 23:40 to March 15, 00:20 UTC', timeline: '- 23:40 UTC - It broke.' },
    )
  })

  it('understands the days that a chat names', () => {
    check('On-call engineer  Yesterday at 9:09 AM\nfailing', ['- 09:09 UTC - failing'], {
      now: Date.UTC(2026, 2, 15, 8),
    })
    check('Saturday, March 14th\nOn-call engineer  9:09 AM\nfailing', ['- 09:09 UTC - failing'])
  })

  it('reads a Slack export, without ids and channel events', () => {
    const messages = [
      { type: 'message', subtype: 'channel_join', ts: '1773479300.000100', text: '<@U0AAA> has joined' },
      {
        type: 'message',
        ts: '1773479700.000300',
        text: 'see <https://status.example|the status page> &amp; wait',
      },
      { type: 'message', ts: '1773479640.000200', text: '<@U0AAA> <!here> pods of <#C0BBB|shop> are down' },
    ]
    const expected = [
      '- 09:14 UTC - someone @here pods of #shop are down',
      '- 09:15 UTC - see the status page (https://status.example) & wait',
    ]
    check(JSON.stringify(messages), expected)
    check(JSON.stringify({ ok: true, messages }), expected)
  })

  it('reads alerts from Alertmanager and Prometheus, with their ends', () => {
    const alert = {
      labels: { alertname: 'PaymentsFailing', severity: 'critical' },
      annotations: { summary: 'More than 5% of payments fail.' },
      startsAt: '2026-03-14T09:09:12.345Z',
    }
    const fired = '- 09:09 UTC - Alert PaymentsFailing (critical) fired: More than 5% of payments fail.'
    const resolved = { ...alert, status: 'resolved', endsAt: '2026-03-14T11:25:00+01:00' }
    check(JSON.stringify({ version: '4', alerts: [resolved] }), [
      fired,
      '- 10:25 UTC - Alert PaymentsFailing was resolved.',
    ])
    check(JSON.stringify([{ ...alert, status: { state: 'active' }, endsAt: '2026-03-14T12:05:00Z' }]), [
      fired,
    ])
    check(JSON.stringify([{ ...alert, status: 'firing', endsAt: '0001-01-01T00:00:00Z' }]), [fired])
    const { startsAt, ...rest } = alert
    check(JSON.stringify({ status: 'success', data: { alerts: [{ ...rest, activeAt: startsAt }] } }), [fired])
  })

  it('reads a PagerDuty log, without its notifications', () => {
    const log_entries = [
      {
        type: 'resolve_log_entry',
        created_at: '2026-03-14T10:26:00Z',
        summary: 'Resolved by the on-call engineer.',
      },
      { type: 'notify_log_entry', created_at: '2026-03-14T09:10:00Z', summary: 'Notified by phone.' },
      {
        type: 'trigger_log_entry',
        created_at: '2026-03-14T09:09:30Z',
        summary: 'Triggered through the API.',
        channel: { type: 'api', summary: 'Payments are failing' },
      },
    ]
    check(JSON.stringify({ log_entries }), [
      '- 09:09 UTC - Triggered through the API: Payments are failing',
      '- 10:26 UTC - Resolved by the on-call engineer.',
    ])
  })

  it('reads a Git log, with dates in its own format and in ISO 8601', () => {
    const commit = (date: string) =>
      `commit 0123456789abcdef0123456789abcdef01234567 (HEAD -> main)\nMerge: 1234567 89abcde\nAuthor: On-call engineer <on-call@shop.example>\nDate:   ${date}\n\n    Resolve the name of the database anew\n\n    It was kept for ever.\n`
    const expected = ['- 09:50 UTC - Commit 01234567: Resolve the name of the database anew']
    check(commit('Sat Mar 14 10:50:00 2026 +0100'), expected)
    check(commit('2026-03-14 10:50:00 +0100'), expected)
    check(commit('2026-03-14T10:50:00+01:00'), expected)
    check(commit('Sat, 14 Mar 2026 10:50:00 +0100'), expected)
  })

  it('reads a Git log with one line a commit, and puts the oldest first', () => {
    const expected = [
      '- 09:20 UTC - Commit abc1234: Add a probe',
      '- 09:50 UTC - Commit def5678: Fix the pool',
    ]
    check(
      'def5678 2026-03-14 09:50:00 +0000 Fix the pool\nabc1234 2026-03-14 09:20:00 +0000 Add a probe',
      expected,
    )
    check('* 2026-03-14T09:50:00Z def5678 Fix the pool\n* 2026-03-14T09:20:00Z abc1234 Add a probe', expected)
  })

  it('reads Kubernetes events, which state their age', () => {
    const table = [
      'LAST SEEN             TYPE      REASON      OBJECT               MESSAGE',
      '2h                    Normal    Scheduled   pod/checkout-7d9     Successfully assigned shop/checkout-7d9 to node-2',
      '110m (x12 over 2h)    Warning   BackOff     pod/checkout-7d9     Back-off restarting failed container',
      '95m30s                Normal    Killing     pod/checkout-7d9',
    ].join('\n')
    check(table, [
      '- ~10:00 UTC - Scheduled on pod/checkout-7d9: Successfully assigned shop/checkout-7d9 to node-2',
      '- 10:10 UTC - Warning BackOff on pod/checkout-7d9: Back-off restarting failed container',
      '- 10:24 UTC - Killing on pod/checkout-7d9.',
    ])
    const item = {
      type: 'Warning',
      reason: 'BackOff',
      message: 'Back-off restarting failed container',
      lastTimestamp: '2026-03-14T10:10:00Z',
      involvedObject: { kind: 'Pod', name: 'checkout-7d9' },
    }
    check(JSON.stringify({ kind: 'List', items: [item] }), [
      '- 10:10 UTC - Warning BackOff on pod/checkout-7d9: Back-off restarting failed container',
    ])
  })

  it('masks secrets and leaves no markup', () => {
    const token = `gh${'p_'}${'a1B2c3'.repeat(6)}`
    check(`On-call engineer  9:09 AM\nran it with ${token} in <main> of {{x}}`, [
      '- 09:09 UTC - ran it with [REDACTED] in \\<main> of { {x}}',
    ])
    const key = `-----BEGIN ${'PRIVATE'} KEY-----\nc2hvcnRlbm91Z2h0b2JlZmFrZQ==\n-----END ${'PRIVATE'} KEY-----`
    check(JSON.stringify([{ ts: '1773479640.000200', text: `this one?\n${key}\nyes` }]), [
      '- 09:14 UTC - this one? [REDACTED] yes',
    ])
  })

  it('leaves text in an unknown format alone', () => {
    for (const text of [
      'It broke at 09:10.',
      '- 09:10 UTC - An alert fired.',
      '10:02',
      'Some notes\n\nwithout times',
      'def5678 Fix the pool\nabc1234 Add a probe',
      '{"a": 1}',
      '[1, 2, 3]',
      '{"alerts": [{"startsAt": "yesterday"}]}',
      '{ broken',
      'NAME   READY   STATUS\npod-1  1/1     Running',
      '',
    ])
      expect(paste(text), text).toBeNull()
  })
})

describe('pasted entries look like the existing ones', () => {
  const message = 'On-call engineer  9:09 AM\npayments are failing'

  it.each([
    ['* **09:05 UTC** - It broke.', '* **09:09 UTC** - payments are failing'],
    ['- `09:05` It broke.', '- `09:09` payments are failing'],
    ['- [09:05 UTC] It broke.', '- [09:09 UTC] payments are failing'],
    ['1. 9:05 AM UTC: It broke.', '1. 9:09 AM UTC: payments are failing'],
    ['- 2026-03-14 09:05 UTC — It broke.', '- 2026-03-14 09:09 UTC — payments are failing'],
    ['- 2026-03-14T09:05:00Z - It broke.', '- 2026-03-14T09:09:00Z - payments are failing'],
    ['- 10:05 CET - It broke.', '- 10:09 CET - payments are failing'],
    ['- 12:05 EAT - It broke.', '- 12:09 EAT - payments are failing'],
    ['09:05 UTC - It broke.', '09:09 UTC - payments are failing'],
  ])('%s', (model, expected) => {
    check(message, [expected], { timeline: model })
  })

  it('in a table', () => {
    const table = '| Time (UTC) | Event | Source |\n| --- | --- | --- |\n| 09:05 | It broke. | log |'
    check('On-call engineer  9:09 AM\na | b', ['| 09:09 | a \\| b | |'], { timeline: table })
  })

  it('as the template writes them where there are none yet', () => {
    const line = '- 09:09 UTC - payments are failing'
    expect(paste(message, { timeline: '¦' })).toEqual([line])
    expect(paste(message, { timeline: '- ¦' })).toEqual([line])
    expect(paste(message, { timeline: 'All times are in EAT.\n\n¦' })?.at(-1)).toBe(
      '- 12:09 - payments are failing',
    )
  })

  it('with their zone if the zone of the list is unknown', () => {
    check(message, ['- 09:09 UTC - payments are failing'], {
      timeline: '- 08:05 - It broke.',
      duration: 'unknown',
    })
  })

  it('with a date if the day is another one', () => {
    check(JSON.stringify([{ ts: '1773566040.0', text: 'over' }]), ['- 2026-03-15 09:14 UTC - over'])
  })
})

describe('pasted entries go to their place', () => {
  const message = 'On-call engineer  9:09 AM\nfailing'

  it('on lines of their own, wherever the cursor is in the timeline', () => {
    expect(paste(message, { timeline: '- 09:05 UTC - It broke.¦' })).toEqual([entry, '- 09:09 UTC - failing'])
    expect(paste(message, { timeline: '¦- 09:12 UTC - Found.' })).toEqual([
      '- 09:09 UTC - failing',
      '- 09:12 UTC - Found.',
    ])
    expect(paste(message, { timeline: '- 09:05 UTC - It broke.\n-¦' })).toEqual([
      entry,
      '- 09:09 UTC - failing',
    ])
  })

  it('but not in the middle of a line, unless they are asked for', () => {
    expect(paste(message, { timeline: '- 09:05 UTC - It ¦broke.' })).toBeNull()
    const text = reportWith(outage, `${entry}\n- 09:12 UTC - Found.`)
    const at = text.indexOf('broke.')
    const edit = pasteAnywhere(
      readText(text),
      { start: at, end: at },
      { text: message, now, readerZone: 'UTC' },
    )
    expect(edit).toEqual({ start: at + 6, end: at + 6, text: '\n- 09:09 UTC - failing', order: 'kept' })
  })

  it('but not outside a timeline, unless they are asked for', () => {
    const text = reportWith(outage, `${entry}\n- 09:07 UTC - Odd.`)
    const cursor = { start: text.length, end: text.length }
    const asked = { text: message, now, readerZone: 'UTC' }
    expect(pasteTimeline(readText(text), cursor, asked)).toBeNull()
    const edit = pasteAnywhere(readText(text), cursor, asked)
    expect(text.slice(0, edit?.start)).toMatch(/- Odd\.$/)
    expect(edit?.text).toBe('\n- 09:09 UTC - failing')
    expect(pasteAnywhere(readText('# Notes\n\n## Timeline\n'), { start: 22, end: 22 }, asked)).toBeNull()
  })

  it('goes to its place in time if it is asked for elsewhere, and says if it cannot', () => {
    const placed = (timeline: string, pasted: string, duration = outage) => {
      const text = reportWith(duration, timeline)
      const asked = { text: pasted, now, readerZone: 'UTC' }
      const edit = pasteAnywhere(readText(text), { start: 0, end: 0 }, asked)
      const after = text.slice(0, edit?.start) + edit?.text + text.slice(edit?.end)
      const entries = after.split('## Timeline\n\n')[1]?.split('\n\n## Root')[0]?.split('\n')
      return [edit?.order, ...(entries ?? [])]
    }
    const early = '- 09:05 UTC - It broke.'
    const late = '- 10:20 UTC - Fixed.'
    const two = 'On-call engineer  9:09 AM\nfailing\n9:12\nrolling back'
    const failing = ['- 09:09 UTC - failing', '- 09:12 UTC - rolling back']
    expect(placed(`${early}\n${late}`, two)).toEqual(['kept', early, ...failing, late])
    expect(placed(late, two)).toEqual(['kept', ...failing, late])
    expect(placed(early, two)).toEqual(['kept', early, ...failing])
    const between = '- 09:10 UTC - Paged.'
    expect(placed(`${early}\n${between}`, two)).toEqual(['broken', early, ...failing, between])
    const doubt = '- 25:10 UTC - Odd.'
    expect(placed(`${doubt}\n${late}`, two)).toEqual(['unknown', doubt, late, ...failing])
  })

  it('dates the first entry if a later one has a date', () => {
    const pasted =
      'commit 1234567\nDate:   Sat Mar 14 23:50:00 2026 +0000\n\n    One\n\ncommit 1234568\nDate:   Sun Mar 15 00:10:00 2026 +0000\n\n    Two\n'
    const lines = paste(pasted, { duration: '1 hour', timeline: '' })
    expect(lines?.filter((line) => line !== '')).toEqual([
      '- 2026-03-14 23:50 UTC - Commit 1234567: One',
      '- 2026-03-15 00:10 UTC - Commit 1234568: Two',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { pasteTimeline } from '../../../src/features/paste/pasteTimeline.ts'
import { readText, reportWith } from '../report.ts'

const now = Date.UTC(2026, 2, 14, 12, 0)
const text = reportWith('from March 14, 2026, 09:05 to 10:25 UTC', '- 09:05 UTC - It broke.\n')
const at = text.indexOf('It broke.\n') + 'It broke.\n'.length

/** The entries that the text becomes; null if it stays as it is. */
function paste(pasted: string, readerZone = 'UTC'): readonly string[] | null {
  const edit = pasteTimeline(readText(text), { start: at, end: at }, { now, readerZone, text: pasted })
  return edit?.text.trim().split('\n') ?? null
}

const pasteData = (data: unknown) => paste(JSON.stringify(data))

describe('pasted into the timeline', () => {
  it('annotations of Grafana become entries, with the states of alerts', () => {
    const annotations = [
      {
        id: 1,
        dashboardUID: 'abc',
        alertName: 'Error rate',
        newState: 'alerting',
        prevState: 'normal',
        time: Date.UTC(2026, 2, 14, 9, 9),
        text: '',
      },
      { id: 2, dashboardUID: 'abc', time: Date.UTC(2026, 2, 14, 9, 30), text: '<b>Rolled back</b> to 41' },
    ]
    expect(pasteData(annotations)).toEqual([
      '- 09:09 UTC - Alert Error rate went to alerting.',
      '- 09:30 UTC - Rolled back to 41',
    ])
  })

  it('events of Datadog become entries, in both versions of its API', () => {
    const seconds = Date.UTC(2026, 2, 14, 9, 9) / 1000
    const first = {
      events: [{ id: 1, date_happened: seconds, title: '[Triggered] Error rate', text: '%%%' }],
    }
    expect(pasteData(first)).toEqual(['- 09:09 UTC - [Triggered] Error rate'])
    const second = {
      data: [
        {
          id: 'a',
          type: 'event',
          attributes: { timestamp: '2026-03-14T09:10:00Z', attributes: { title: 'Error rate recovered' } },
        },
      ],
    }
    expect(pasteData(second)).toEqual(['- 09:10 UTC - Error rate recovered'])
  })

  it('alerts and logs of Opsgenie become entries, without addresses of people', () => {
    const log = {
      data: [
        {
          log: 'Alert acknowledged by [anna@shop.example]',
          type: 'system',
          owner: 'anna@shop.example',
          createdAt: '2026-03-14T09:12:00Z',
        },
      ],
    }
    expect(pasteData(log)).toEqual(['- 09:12 UTC - Alert acknowledged by [someone]'])
    const alert = {
      tinyId: '7',
      message: 'Payments fail',
      status: 'closed',
      createdAt: '2026-03-14T09:09:00Z',
      updatedAt: '2026-03-14T10:20:00Z',
    }
    expect(pasteData({ data: [alert] })).toEqual([
      '- 09:09 UTC - Alert opened: Payments fail',
      '- 10:20 UTC - Alert closed: Payments fail',
    ])
  })

  it('updates of a status page become entries, the oldest first', () => {
    const incident_updates = [
      { status: 'resolved', body: 'All payments work.', created_at: '2026-03-14T10:25:00Z' },
      { status: 'investigating', body: 'Some payments fail.', created_at: '2026-03-14T09:20:00Z' },
    ]
    const expected = [
      '- 09:20 UTC - Status page, investigating: Some payments fail.',
      '- 10:25 UTC - Status page, resolved: All payments work.',
    ]
    expect(pasteData({ incident: { name: 'Payments', incident_updates } })).toEqual(expected)
    expect(pasteData({ page: {}, incidents: [{ name: 'Payments', incident_updates }] })).toEqual(expected)
  })

  it('issues and events of Sentry become entries', () => {
    const issue = { shortId: 'SHOP-7', title: 'TimeoutError', firstSeen: '2026-03-14T09:06:10Z' }
    expect(pasteData([issue])).toEqual(['- 09:06 UTC - Sentry saw SHOP-7 for the first time: TimeoutError'])
    const event = { eventID: 'f'.repeat(32), title: 'TimeoutError', dateCreated: '2026-03-14T09:07:00Z' }
    expect(pasteData([event])).toEqual(['- 09:07 UTC - Sentry event: TimeoutError'])
  })

  it('deployments of GitHub and GitLab become entries, without the people who started them', () => {
    const sha = '0123456789abcdef0123456789abcdef01234567'
    const gitHub = {
      id: 1,
      sha,
      ref: 'main',
      environment: 'production',
      creator: { login: 'anna' },
      created_at: '2026-03-14T09:00:00Z',
    }
    expect(pasteData([gitHub])).toEqual([
      '- 09:00 UTC - Deployment of main (01234567) to production created.',
    ])
    const gitLab = {
      iid: 2,
      sha,
      ref: 'v41',
      status: 'success',
      user: { username: 'anna' },
      environment: { name: 'production' },
      created_at: '2026-03-14T09:20:00Z',
      updated_at: '2026-03-14T09:25:00Z',
    }
    expect(pasteData([gitLab])).toEqual([
      '- 09:25 UTC - Deployment of v41 (01234567) to production: success.',
    ])
  })

  it('a journal becomes entries if it names its zone', () => {
    const lines =
      '-- Boot 1 --\n2026-03-14T09:06:00+0000 shop-1 payments[412]: pool exhausted\n2026-03-14T10:10:00+01:00 shop-1 systemd[1]: payments.service: Failed'
    expect(paste(lines)).toEqual([
      '- 09:06 UTC - payments: pool exhausted',
      '- 09:10 UTC - systemd: payments.service: Failed',
    ])
    const stamp = String(Date.UTC(2026, 2, 14, 9, 6) * 1000)
    const objects = JSON.stringify({
      __REALTIME_TIMESTAMP: stamp,
      SYSLOG_IDENTIFIER: 'payments',
      MESSAGE: 'pool exhausted',
    })
    expect(paste(`${objects}\n${objects}`)).toEqual(Array(2).fill('- 09:06 UTC - payments: pool exhausted'))
    expect(paste('Mar 14 09:06:00 shop-1 payments[412]: pool exhausted')).toBeNull()
  })

  it('messages of Teams become entries, without names', () => {
    const copied =
      '[10:09 AM] Anna Smith\npayments are failing\n[10:12 AM] Bob Jones (Guest)\nlooking\ninto it'
    expect(paste(copied, 'Europe/Berlin')).toEqual([
      '- 09:09 UTC - payments are failing',
      '- 09:12 UTC - looking into it',
    ])
  })

  it('messages of Discord become entries, without names', () => {
    const copied = 'anna — Today at 9:09 AM\npayments are failing\nbob_7 — Today at 9:12 AM\nlooking'
    expect(paste(copied)).toEqual(['- 09:09 UTC - payments are failing', '- 09:12 UTC - looking'])
  })

  it('chats whose dates can be read in two ways, and data of another shape, stay as they are', () => {
    for (const each of [
      '[03/04/2026 9:09 AM] Anna Smith\npayments are failing',
      'anna — 03/04/2026 9:09 AM\npayments are failing',
      JSON.stringify([{ time: 5, text: 'a span', dashboardUID: 'abc' }]),
      JSON.stringify([{ time: Date.UTC(2026, 2, 14), text: 'no annotation' }]),
      JSON.stringify({ data: [{ title: 'a page', createdAt: '2026-03-14T09:00:00Z' }] }),
      JSON.stringify([{ title: 'a pull request', created_at: '2026-03-14T09:00:00Z', sha: 'abc' }]),
      '2026-03-14T09:06:00+0000 shop-1 payments[412]: pool exhausted\nand a note',
    ])
      expect(paste(each), each).toBeNull()
  })
})

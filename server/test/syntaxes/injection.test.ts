import { describe, expect, it } from 'vitest'
import { suppressionCommands } from '../../src/postmortem/blocks/suppressions.ts'
import { zoneTable } from '../../src/time/written/zoneTable.ts'
import { check } from './highlighted.ts'

describe('the highlighting of times', () => {
  it('marks times with the zones behind them', () => {
    check('- 14:02 UTC - The alert fired.', ['time 14:02', 'timezone UTC'])
    check('**9:05 AM (EAT)** found it', ['time 9:05 AM', 'timezone EAT'])
    check('| 14:02:31 GMT+1 | event |', ['time 14:02:31', 'timezone GMT+1'])
    check('- 14:02: the alert fired', ['time 14:02'])
    check('14:02 UTC+5:30, then 15:10 +05:30', [
      'time 14:02',
      'timezone UTC+5:30',
      'time 15:10',
      'timezone +05:30',
    ])
    check('At 7:10 Europe/Berlin', ['time 7:10', 'timezone Europe/Berlin'])
    check('At 9:30 a.m. Pacific Standard Time', ['time 9:30 a.m.', 'timezone Pacific Standard Time'])
    check('13:31 (GMT+1: 14:31)', ['time 13:31', 'timezone GMT+1', 'time 14:31'])
    check('14:02UTC, 14:05Z', ['time 14:02', 'timezone UTC', 'time 14:05', 'timezone Z'])
  })

  it('marks times in their other forms', () => {
    check('2 pm, 11am, 14:02 hrs and 1402 UTC', [
      'time 2 pm',
      'time 11am',
      'time 14:02 hrs',
      'time 1402',
      'timezone UTC',
    ])
    check('10:05-10:20 and 10:05 – 10:20', ['time 10:05', 'time 10:20', 'time 10:05', 'time 10:20'])
    check('[14:02 UTC] The alert fired.', ['time 14:02', 'timezone UTC'])
    check('- [2024-05-10 14:02] restarted', ['date 2024-05-10', 'time 14:02'])
  })

  it('marks dates, written in digits and in words', () => {
    check('On 2024-05-10 it broke', ['date 2024-05-10'])
    check('On 10/05/2024, 10.5.2024 and 2024/05/10', ['date 10/05/2024', 'date 10.5.2024', 'date 2024/05/10'])
    check('On 10 May 2024, and on 3rd of June', ['date 10 May 2024', 'date 3rd of June'])
    check('On May 10, 2024, and on Saturday, March 14th', ['date May 10, 2024', 'date Saturday, March 14th'])
    check('from March 14, 2026, 09:05 to 10:25 UTC', [
      'date March 14, 2026',
      'time 09:05',
      'time 10:25',
      'timezone UTC',
    ])
  })

  it('marks timestamps with their zones', () => {
    check('from 2024-05-10T14:02:31Z to 2024-05-10T15:00+02:00', [
      'timestamp 2024-05-10T14:02:31',
      'timezone Z',
      'timestamp 2024-05-10T15:00',
      'timezone +02:00',
    ])
  })

  it('marks every abbreviation of a zone that the engine knows, behind a time', () => {
    const known = zoneTable.flatMap(({ abbreviations }) => abbreviations)
    expect(known.length).toBeGreaterThan(40)
    for (const zone of known) check(`14:02 ${zone} restarted`, ['time 14:02', `timezone ${zone}`])
  })

  it('takes no other capitals behind a time for a zone', () => {
    check('14:02 NEXT: restart, 14:05 IT paged', ['time 14:02', 'time 14:05'])
  })

  it('marks a zone away from a time where it can be nothing else', () => {
    check('## Timeline (all times in UTC)', ['timezone UTC'])
    check('Times in EAT. **Time zone:** PST', ['timezone EAT', 'timezone PST'])
    check('in America/New_York, or West Africa Time', [
      'timezone America/New_York',
      'timezone West Africa Time',
    ])
    check('MSK, SAST and CAT are also other things; so is an AST', [])
  })

  it('marks durations', () => {
    check('**Duration:** 1 h 20 min', ['duration 1 h 20 min'])
    check('90 minutes, 2h30m, 1 hour and 12 minutes', [
      'duration 90 minutes',
      'duration 2h30m',
      'duration 1 hour and 12 minutes',
    ])
    check('a 20-minute outage, after 1.5 hours', ['duration 20-minute', 'duration 1.5 hours'])
    check('down for 5m30s, then 1h05', ['duration 5m30s', 'duration 1h05'])
  })

  it('leaves other numbers alone', () => {
    check('version 1.2.3, 10.0.0.1:8080, 25:99, ratio 3:45:10:2, 2024-13-01', [])
    check('in the 90s, $5m, 5m cables, 3 months, 24/7, 1024.5.2024.1', [])
    check('we may 5 times march 3 miles, in March 2 of them', [])
    check('report-2024-05-10.md and blog/2024/05/10/post', [])
  })
})

describe('the highlighting of what an incident is described by', () => {
  it('marks severities', () => {
    check('A SEV1, SEV-2 or sev 3', ['severity SEV1', 'severity SEV-2', 'severity sev 3'])
    check('**Severity:** high', ['severity high'])
    check('- Severity: S2, **Priority**: P1', ['severity S2', 'severity P1'])
    check('a P1 incident of severity 2 (P0)', ['severity P1', 'severity severity 2', 'severity P0'])
  })

  it('takes no other letter with a digit for a severity', () => {
    check('stored on S3, with P2 and high load; critical and low', [])
  })

  it('marks owners', () => {
    check('- [ ] Rehearse it (owner: payments team, due: 2024-05-24)', [
      'owner payments team',
      'date 2024-05-24',
    ])
    check('**Owner:** @on-call. **Assignee**: Database', ['owner @on-call', 'owner Database'])
    check('ask @on-call (or @database)', ['owner @on-call', 'owner @database'])
  })

  it('takes no address and no package for an owner', () => {
    check('mail to someone@example.org, install @types/node and pin user@1.2', [])
  })

  it('marks references to tickets', () => {
    check('see OPS-123, #123 and shop/checkout#1234', [
      'ticket OPS-123',
      'ticket #123',
      'ticket shop/checkout#1234',
    ])
    check('[OPS-123](https://example.org/OPS-123)', ['ticket OPS-123'])
  })

  it('takes no standard, no rank and no anchor for a ticket', () => {
    check('UTF-8, UCS-2, SHA-256, RFC-3339, COVID-19, CVE-2024-1234, the #1 reason, page#12, C#12', [])
  })

  it('marks what is still to be filled in', () => {
    check('- **Impact:** {{which service}} was down', ['placeholder {{which service}}'])
    check('YYYY-MM-DD HH:MM to ??:??', ['placeholder YYYY-MM-DD', 'placeholder HH:MM', 'placeholder ??:??'])
    check('**Root Cause:** TBD, and nothing TODO here', ['placeholder TBD'])
  })

  it('marks the comments that keep rules quiet', () => {
    for (const command of suppressionCommands) {
      check(`<!-- ${command} timeline-gap, section-missing -- nobody was awake at 14:02 -->`, [
        `suppression ${command}`,
        'rule timeline-gap',
        'rule section-missing',
      ])
      check(`some text <!-- ${command} -->`, [`suppression ${command}`])
    }
    check('<!--\npostmortem-disable-file\n-->', ['suppression postmortem-disable-file'])
    const glued = '<!-- postmortem-disable-line length-entry-->\n'
    check(glued, ['suppression postmortem-disable-line', 'rule length-entry'])
    check(`${glued}\n**After 2 h**`, [
      'suppression postmortem-disable-line',
      'rule length-entry',
      'duration 2 h',
    ])
    check('<!-- speaks of postmortem-disable -->', [])
    check('<!-- postmortem-disabled -->', [])
  })

  it('marks the address of a message as a link, and nothing within an address', () => {
    check('see https://team.slack.com/archives/C01/p1715349722000100.', [
      'evidence https://team.slack.com/archives/C01/p1715349722000100',
    ])
    check('see https://example.org/2024-05-10?from=14:02&to=OPS-123', [])
  })
})

describe('the highlighting of everything else', () => {
  it('leaves code, links, comments, tags and front matter alone', () => {
    check('`14:02 UTC` and [text](https://example.org/14:02 "at 14:02")', [])
    check('```\n14:02 UTC {{placeholder}}\n```', [])
    check('    14:02 UTC in an indented block', [])
    check('<!-- 14:02 UTC -->', [])
    check('an <img alt="14:02 UTC"> and <a href="#123">it</a>', [])
    check('---\nseverity: SEV1\nstart: 2024-05-10\nowner: someone\n---\n', [])
    check('[label]: https://example.org/14:02 "14:02 UTC"', [])
  })
})

import { expect, it } from 'vitest'
import { shortTitle } from '../../src/library/shortTitle.ts'

it.each([
  ['Postmortem: mail is late', 'Mail is late'],
  ['Incident Post-Mortem – Search is down', 'Search is down'],
  ['Incident report: nobody can log in', 'Nobody can log in'],
  ['Postmortems: how to write them', 'Postmortems: how to write them'],
  ['Incident 42', 'Incident 42'],
  ['Postmortem: ', 'Postmortem: '],
  ['[Postmortem] Proxy is down', 'Proxy is down'],
  ['Incident report for a failure of payments', 'Failure of payments'],
  ['Post mortem of the night without mail', 'Night without mail'],
  ['Root cause analysis of slow logins', 'Slow logins'],
  ['Mail is late - Incident report.', 'Mail is late'],
  ['Search outage post-mortem', 'Search outage'],
  ['Search outage (Postmortem)', 'Search outage'],
  ['Postmortem: iOS app crashes', 'iOS app crashes'],
  ['mail is late', 'mail is late'],
  ['RCA: search is down', 'Search is down'],
  ['Public Incident Report: search is down', 'Search is down'],
  ['Post Incident Review: search is down', 'Search is down'],
  ['My first postmortem: the night without mail', 'The night without mail'],
  ['Outage Postmoterm: search is down', 'Search is down'],
  ['Breakdown of the search incident report', 'Breakdown of the search'],
  ['Search incident report', 'Search incident report'],
  ['An unusual postmortem', 'An unusual postmortem'],
  ['Anatomy of a postmortem', 'Anatomy of a postmortem'],
  ['Incident report for 2024-05-10', 'Incident report for 2024-05-10'],
  ['2024-05-10 postmortem', '2024-05-10 postmortem'],
])('shortens "%s" to "%s"', (title, short) => {
  expect(shortTitle(title)).toBe(short)
})

import { describe, expect, it } from 'vitest'
import { findingsIn } from './findings.ts'

const zonesIn = (text: string) =>
  findingsIn(text).flatMap(({ rule, message, range, related }) =>
    rule === 'time-format-mixed' ? [[message, text.slice(range.start, range.end), related?.length]] : [],
  )

const report = (entries: readonly string[], title = 'Timeline', more = '') =>
  `# Postmortem: search\n\n## ${title}\n\n${entries.map((entry) => `- ${entry}`).join('\n')}\n\n## Lessons Learned\n\n${more}\n`

const entries = [
  '2024-02-10 14:05 UTC - An alert fired',
  '2024-02-10 14:20 UTC - The team was paged',
  '2024-02-10 06:35 PST - The disk was cleared',
  '2024-02-10 06:50 PST - The alert was silenced',
  '2024-02-10 15:10 UTC - Searches were fast',
]

const message = (zone: string) =>
  `"2024-02-10 06:35 PST" is in another time zone than most entries. Write it in ${zone}, or say why there are two.`

describe('the zones of a timeline', () => {
  it('are one, and the first entry in another is reported once', () => {
    expect(zonesIn(report(entries))).toEqual([[message('UTC'), '2024-02-10 06:35 PST', 1]])
    const titled = entries.map((entry) => entry.replace(' UTC', ''))
    expect(zonesIn(report(titled, 'Timeline (UTC)'))).toHaveLength(1)
  })

  it.each([
    ['a line names both', report(entries, 'Timeline', 'The times of the vendor are in PST, which is UTC-8.')],
    ['the title names both', report(entries, 'Timeline (UTC and PST)')],
    ['an entry gives its time in both', report([...entries, '2024-02-10 07:20 PST (15:20 UTC) - Closed'])],
    [
      'the entries say why',
      report(entries.map((entry) => entry.replace('PST - ', 'PST - Local time of the data center: '))),
    ],
    [
      'one row has both',
      '# Postmortem: search\n\n## Timeline\n\n| UTC | PST | Event |\n| --- | --- | --- |\n| 14:05 UTC | 06:05 PST | An alert fired |\n| 14:20 UTC | 06:20 PST | The team was paged |\n',
    ],
    [
      'the clocks change',
      report(['2024-03-31 00:50 CET - An alert fired', '2024-03-31 03:10 CEST - The disk was cleared']),
    ],
    [
      'each incident has its own',
      `${report(entries.slice(0, 2))}\n## Timeline\n\n- 2024-02-12 06:35 PST - An alert fired\n- 2024-02-12 06:50 PST - Closed\n`,
    ],
  ])('may be two if %s', (_, text) => {
    expect(zonesIn(text)).toEqual([])
  })

  it('are left to another rule if only one entry is out of order', () => {
    const odd = ['14:00 UTC - Alert', '14:10 UTC - Paged', '14:30 EDT - Full', '15:40 UTC - Cleared']
    expect(zonesIn(report(odd))).toEqual([])
  })
})

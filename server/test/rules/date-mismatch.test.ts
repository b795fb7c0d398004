import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { runs } from '../runs.ts'
import { apply, findingsIn } from './findings.ts'

const findingsOf = (text: string) => findingsIn(text).filter(({ rule }) => rule === 'date-mismatch')
const severities = (text: string) => findingsOf(text).map(({ severity }) => severity)

const report = (duration: string, entries: readonly string[], title = 'Postmortem', before = '') =>
  `${before}# ${title}\n\n## Issue Summary\n\n${duration === '' ? 'Text.' : `- Duration: ${duration}`}\n\n## Timeline (UTC)\n\n${entries.map((entry) => `- ${entry}\n`).join('')}\n## Root Cause\n\nText.\n`

const may = ['2024-05-12 14:00 - An alert was received.', '2024-05-12 15:40 - The disk was cleared.']

describe('date-mismatch between the summary and the timeline', () => {
  it.each([
    ['the month', '2024-03-12 14:00 to 2024-03-12 15:40 UTC'],
    ['the year', '2023-05-12 14:00 to 2023-05-12 15:40 UTC'],
    ['the day', '2024-05-02 14:00 to 2024-05-02 15:40 UTC'],
    ['the day, two days off', '2024-05-10 14:00 to 2024-05-10 15:40 UTC'],
    ['the month of dates without clock times', '12 March 2024 to 13 March 2024'],
  ])('warns of a slip in %s', (_, duration) => {
    expect(severities(report(duration, may))).toEqual(['warning'])
  })

  it('writes both dates as the author writes dates', () => {
    const text = report('12 March 2024, 14:00 to 13 March 2024, 01:00 UTC', [
      '12 May 2024, 14:00 - An alert was received.',
      '13 May 2024, 01:00 - The disk was cleared.',
    ])
    const [fix] = findingsOf(text)[0]?.fixes ?? []
    expect(fix?.preferred).toBe(false)
    expect(fix?.safe ?? false).toBe(false)
    const fixed = apply(text, fix?.edits ?? [])
    expect(fixed).toContain('- Duration: 12 May 2024, 14:00 to 13 May 2024, 01:00 UTC')
    expect(findingsOf(fixed)).toEqual([])
  })

  it('offers no fix of the summary if the title has its date', () => {
    const [finding] = findingsOf(
      report('2024-03-12 14:00 to 2024-03-12 15:40 UTC', may, 'Outage on 12 March 2024'),
    )
    expect(finding?.severity).toBe('warning')
    expect(finding?.fixes).toEqual([])
  })

  it('says it instead of entry-outside-window', () => {
    const rules = findingsIn(report('2024-03-12 14:00 to 2024-03-12 15:40 UTC', may)).map(({ rule }) => rule)
    expect(rules).toContain('date-mismatch')
    expect(rules).not.toContain('entry-outside-window')
  })

  it('is an information if no clock time agrees', () => {
    expect(severities(report('2024-03-12 14:05 to 2024-03-12 15:50 UTC', may))).toEqual(['information'])
  })

  it.each([
    ['an entry is within the outage', '2024-03-12 14:00 to 2024-05-12 15:40 UTC'],
    ['the dates differ in two parts', '2024-03-10 14:00 to 2024-03-10 15:40 UTC'],
    ['an entry is close and only one clock time agrees', '2024-05-10 14:00 to 2024-05-10 15:50 UTC'],
    ['only the start is stated', '2024-03-12'],
    ['the order of day and month is open', '03/12/2024 14:00 to 03/12/2024 15:40 UTC'],
    ['the year is missing', '12 March 14:00 to 12 March 15:40 UTC'],
  ])('is silent if %s', (_, duration) => {
    expect(findingsOf(report(duration, may))).toEqual([])
  })

  it('is silent if the timeline has no dates of its own', () => {
    const entries = ['14:00 - An alert was received.', '15:40 - The disk was cleared.']
    expect(findingsOf(report('2024-03-12 14:00 to 2024-03-12 15:40 UTC', entries))).toEqual([])
  })

  it('is silent about a cause of long ago and a follow-up', () => {
    const entries = [
      '2024-04-12 14:00 - The library was updated.',
      ...may,
      '2024-06-12 14:00 - The new disk was delivered.',
    ]
    expect(findingsOf(report('2024-05-12 14:00 to 2024-05-12 15:40 UTC', entries))).toEqual([])
  })

  const days = fc.date({
    min: new Date(Date.UTC(2021, 0, 20)),
    max: new Date(Date.UTC(2024, 3, 20)),
    noInvalidDate: true,
  })
  const iso = (day: Date, shift = 0) =>
    new Date(day.getTime() + shift * 86_400_000).toISOString().slice(0, 10)

  it('is silent whenever the timeline is about the days of the outage', () => {
    fc.assert(
      fc.property(days, fc.nat(20), fc.nat(3), (day, background, length) => {
        const entries = [
          `${iso(day, -background)} 09:00 - A release was made.`,
          `${iso(day)} 14:00 - An alert was received.`,
          `${iso(day, length)} 15:40 - The disk was cleared.`,
        ]
        expect(findingsOf(report(`${iso(day)} 14:00 to ${iso(day, length)} 15:40 UTC`, entries))).toEqual([])
      }),
      { numRuns: runs(14) },
    )
  })

  it('warns whenever the year of both dates is another one', () => {
    fc.assert(
      fc.property(days, fc.constantFrom(-2, -1), (day, years) => {
        const written = iso(day)
        fc.pre(!written.endsWith('02-29'))
        const other = `${Number(written.slice(0, 4)) + years}${written.slice(4)}`
        const entries = [
          `${written} 14:00 - An alert was received.`,
          `${written} 15:40 - The disk was cleared.`,
        ]
        const text = report(`${other} 14:00 to ${other} 15:40 UTC`, entries)
        expect(severities(text)).toEqual(['warning'])
      }),
      { numRuns: runs(14) },
    )
  })
})

describe('date-mismatch among the entries', () => {
  const january = [
    '2024-01-10 14:05 - An alert was received.',
    '2024-01-10 14:20 - The team was paged.',
    '2024-01-10 14:50 - The disk was found to be full.',
  ]
  const last = (time: string) => report('', [...january, `${time} - The disk was cleared.`])

  it('warns of the last entry if it is a year late', () => {
    const text = last('2025-01-10 15:40')
    expect(severities(text)).toEqual(['warning'])
    const fixed = apply(text, findingsOf(text)[0]?.fixes[0]?.edits ?? [])
    expect(fixed).toBe(last('2024-01-10 15:40'))
  })

  it('is an information about a month', () => {
    expect(severities(last('2024-02-10 15:40'))).toEqual(['information'])
  })

  it.each(['2025-01-10 09:00', '2025-01-11 15:40', '2024-02-10 19:00', '2024-01-24 15:40'])(
    'is silent about a follow-up on %s',
    (time) => expect(findingsOf(last(time))).toEqual([]),
  )

  it('leaves an entry between others to timeline-order', () => {
    const text = report('', [
      ...january,
      '2023-01-10 15:00 - It was cleared.',
      '2024-01-10 15:40 - It was closed.',
    ])
    const rules = findingsIn(text).map(({ rule }) => rule)
    expect(rules).toContain('timeline-order')
    expect(rules).not.toContain('date-mismatch')
  })
})

describe('date-mismatch above the report', () => {
  it('warns of last year in the title and in the front matter', () => {
    expect(severities(report('', may, 'Outage on 12 May 2023'))).toEqual(['warning'])
    expect(severities(report('', may, 'Outage', '---\ndate: 2023-05-12\n---\n\n'))).toEqual(['warning'])
  })

  it('is an information about a month in the title, and silent about one in the front matter', () => {
    expect(severities(report('', may, 'Outage on 12 March 2024'))).toEqual(['information'])
    expect(findingsOf(report('', may, 'Outage', '---\ndate: 2024-06-12\n---\n\n'))).toEqual([])
  })

  it('is silent about the day of the publication', () => {
    expect(findingsOf(report('', may, 'Report of 20 May 2024'))).toEqual([])
    expect(findingsOf(report('', may, 'Report of 3 June 2024'))).toEqual([])
  })
})

describe('a day above entries', () => {
  const rulesAndFixes = (days: string, date = '2026-11-12') => {
    const text = `# Postmortem: search\n\n## Summary\n\n- **Date:** ${date}\n\n## Timeline (UTC)\n\n${days}\n## Root Cause\n\nText.\n`
    const found = findingsIn(text).filter(({ rule }) => ['date-mismatch', 'timeline-order'].includes(rule))
    return found.map(({ rule, fixes }) => [
      rule,
      fixes.flatMap(({ edits }) => edits.map((edit) => edit.text)),
    ])
  }
  const lists = (...days: readonly string[]) =>
    days
      .map((day, index) => `**${day}**\n\n- 0${index + 1}:31 - It broke.\n- 0${index + 1}:58 - An alert.\n\n`)
      .join('')
  const rows = (...days: readonly string[]) =>
    `| Time (UTC) | Event |\n|---|---|\n${days.map((day) => `| **${day}** | |\n| 23:31 | It broke. |\n| 23:58 | An alert. |\n`).join('')}`

  it('is in the year of all others', () => {
    const found = [['date-mismatch', ['2026-11-13']]]
    for (const write of [lists, rows]) {
      expect(rulesAndFixes(write('2026-11-12', '2025-11-13'))).toEqual(found)
      expect(rulesAndFixes(write('2026-11-12', '2025-11-13', '2026-11-14'))).toEqual(found)
      expect(rulesAndFixes(write('2026-11-12', '2026-11-13'))).toEqual([])
    }
  })

  it('may be a year before, and is not corrected where another date may be wrong', () => {
    for (const write of [lists, rows]) {
      expect(rulesAndFixes(write('2025-11-13', '2026-11-12', '2026-11-13'))).toEqual([])
      expect(rulesAndFixes(write('2026-11-12', '2025-11-13'), 'unknown').map(([rule]) => rule)).not.toContain(
        'date-mismatch',
      )
    }
  })
})

describe('a due date', () => {
  const dueIn = (due: string, day = '2024-05-12') =>
    findingsIn(
      `# Postmortem: search\n\n## Timeline (UTC)\n\n- ${day} 14:00 - An alert fired.\n- ${day} 15:40 - It was closed.\n\n## Action Items\n\n- ${due}\n`,
    ).flatMap(({ rule, message }) => (rule === 'date-mismatch' ? [message] : []))

  it('is not decades after the incident', () => {
    const message = 'This is due in 2052, 28 years after the incident. Correct the year.'
    expect(dueIn('Watch the disk (due: 2052-06-07)')).toEqual([message])
    expect(dueIn('[ ] Watch the disk by 7 June 2052')).toEqual([message])
  })

  it.each([
    ['a few years after it', 'Replace the disk (due: 2030-06-07)', '2024-05-12'],
    ['that of a task that is done', '[x] Watch the disk (due: 2052-06-07)', '2024-05-12'],
    ['another date', 'Renew the certificate that ends on 2052-06-07', '2024-05-12'],
    ['soon, and the incident in the wrong year', 'Watch the disk (due: 2024-07-01)', '2014-05-12'],
    ['a date that can be read in two ways', 'Watch the disk (due: 03/04/52)', '2024-05-12'],
  ])('may be %s', (_, due, day) => {
    expect(dueIn(due, day)).toEqual([])
  })
})

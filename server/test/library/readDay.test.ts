import { describe, expect, it } from 'vitest'
import { incidentIn } from './incidents.ts'
import { type Parts, reasons, report } from './wholeReport.ts'

describe('the date', () => {
  const dateIn = (parts: Parts) => incidentIn(report(parts)).date

  it('is the one that is named for it, whatever the title says', () => {
    const summary = '**Incident Date:** 5 May 2024\n\nThe search was down.'
    expect(dateIn({ title: '# Postmortem: outage of 3 May 2024', summary })).toMatchObject({
      value: '2024-05-05',
      line: 5,
    })
  })

  it('is that of the title, if the start follows only from the order of the entries', () => {
    const timeline =
      '### 2024-05-09\n\nA build failed because of another outage.\n\n### 2024-05-10 17:14\n\nThe search failed.\n'
    expect(dateIn({ title: '# 2024-05-10, the search is down', timeline })?.value).toBe('2024-05-10')
    const summary = 'The search went down on 9 May 2024 at 23:50 UTC.'
    expect(dateIn({ title: '# 2024-05-10, the search is down', summary })?.value).toBe('2024-05-09')
  })

  it('is no day that the calendar lacks, whatever slip would explain it', () => {
    const summary = 'The search went down on 29 February 2024 at 23:50 UTC.'
    expect(dateIn({ title: '# 2023-03-01, the search is down', summary })?.value).not.toBe('2023-02-29')
  })

  it('is the first of several days', () => {
    expect(dateIn({ summary: '**Date:** May 14-19, 2024' })?.value).toBe('2024-05-14')
    expect(dateIn({ summary: '**Date:** May 28 – 31 2024' })?.value).toBe('2024-05-28')
  })

  it('is read between commas if there is only one way to read it', () => {
    expect(dateIn({ summary: 'Start Time: 05, 14, 2024, 10:00 UTC' })?.value).toBe('2024-05-14')
    expect(dateIn({ summary: 'Start Time: 05, 04, 2024, 10:00 UTC' })).toBeNull()
  })

  it('is that of the detection rather than that of the end, weeks later', () => {
    const timeline =
      '2024-05-03 - The bug was discovered by Kim.\n\n2024-06-15 - A version with the fix was released.'
    expect(dateIn({ timeline })).toMatchObject({ value: '2024-05-03', certainty: 'certain' })
  })

  it.each([
    ['is that of the title', { title: '# 2024-05-10: search is down' }, '2024-05-10', 'certain'],
    [
      'is the first one of the timeline',
      { timeline: '- 2024-05-09 23:50 UTC - It broke.\n- 00:10 UTC - It was restored.' },
      '2024-05-09',
      'certain',
    ],
    [
      'is the only one that the text names',
      { summary: 'Customers wrote to us about errors on 10 May 2024.' },
      '2024-05-10',
      'assumed',
    ],
  ] as const)('%s', (_, parts, value, certainty) => {
    expect(incidentIn(report(parts)).date).toMatchObject({ value, certainty })
  })

  it('has the month or year of the title, if that of the start is a slip', () => {
    const slip = (day: string, title = '# March 26th, 2024: search is down') =>
      dateIn({ title, summary: `The search was down between ${day} 23:04 UTC and 23:30 UTC.` })
    expect(slip('2024-02-25')).toMatchObject({ value: '2024-03-25', certainty: 'assumed' })
    expect(slip('2023-03-26')).toMatchObject({ value: '2024-03-26', certainty: 'assumed' })
    expect(slip('2024-02-10')?.value).toBe('2024-02-10')
    expect(slip('2024-02-26', '# Search is down')?.value).toBe('2024-02-26')
  })

  it('is the one before the detection, if the label has the day of the report', () => {
    const parts = (first: string) => ({
      summary: `Date: 2024-05-12\n\nOn ${first} two customers saw no results.`,
      timeline: '- 2024-05-10 00:21 UTC - A customer reports an error.\n- 2024-05-11 08:00 UTC - It works.',
    })
    expect(dateIn(parts('9 May 2024'))).toMatchObject({ value: '2024-05-09', certainty: 'assumed' })
    expect(dateIn(parts('1 April 2024'))?.value).toBe('2024-05-10')
  })

  it('is the reading that is near another day of the text, if the other reading is far from all', () => {
    const read = (other: string) => dateIn({ title: '# 04-03-2024: search is down', summary: other })?.value
    expect(read('The fix of 06 March 2024 was not the last one.')).toBe('2024-03-04')
    expect(read('A second phase (05 April) followed.')).toBe('2024-04-03')
    expect(read('The host was bought on 1 June 2019.')).toBeUndefined()
  })

  it('is not that of a project', () => {
    const summary = 'Project Date: 12-Dec-2024 to 14-Dec-2024\n\nOn 13 December 2024, users saw errors.'
    expect(dateIn({ summary })?.value).toBe('2024-12-13')
  })

  it('has the year of another date near a start without one', () => {
    const read = (start: string) =>
      dateIn({
        summary: `From ${start} to May 14, 3:02 PM UTC the search was slow. By May 14, 2024, 15:02 UTC, it was fast again.`,
      })
    expect(read('May 11, 4:02 PM UTC')).toMatchObject({ value: '2024-05-11', certainty: 'assumed' })
  })

  it('is only assumed from a title, if the text tells of the month before', () => {
    const read = (summary: string) => dateIn({ title: '# 2024-05-04 Search is slow', summary })?.certainty
    expect(read('Errors were first seen in late April.')).toBe('assumed')
    expect(read('Errors were first seen in early May.')).toBe('certain')
    expect(read('The disk was bought in the last week of January.')).toBe('certain')
  })

  it('is that of the file name, if the text has none', () => {
    expect(incidentIn(report({}), 'incidents/2024-05-10-search.md').date).toMatchObject({
      value: '2024-05-10',
      certainty: 'assumed',
    })
  })

  it.each([
    { summary: '**Date:** 03/04/2024\n\nThe search was down.' },
    {
      summary: 'The search was down from 9:55 to 11:20 UTC.',
      timeline: '- 03/04/2024 9:55 UTC - A customer complained.\n- 03/04/2024 11:20 UTC - It was restored.',
    },
  ])('is none if it can be read in two ways, which the reason says', (parts) => {
    const text = report(parts)
    expect(incidentIn(text).date).toBeNull()
    expect(reasons(text)).toContain('date: The date "03/04/2024" can be read in two ways.')
  })
})

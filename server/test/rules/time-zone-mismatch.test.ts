import { describe, expect, it } from 'vitest'
import { apply, findingsIn } from './findings.ts'

const findingsOf = (text: string) => findingsIn(text).filter(({ rule }) => rule === 'time-zone-mismatch')
const severities = (text: string) => findingsOf(text).map(({ severity }) => severity)

const report = (duration: string, times: readonly string[], heading = 'Timeline') =>
  `# Postmortem\n\n## Issue Summary\n\n${duration === '' ? 'Text.' : `- Duration: ${duration}`}\n\n## ${heading}\n\n${times.map((time) => `- ${time} - Something happened.\n`).join('')}`

describe('time-zone-mismatch between the summary and the timeline', () => {
  it.each([
    ['14:00 to 15:40 UTC', ['14:00 EDT', '14:20 EDT', '15:40 EDT'], 'Timeline'],
    ['2024-05-12 14:00 to 15:40 UTC', ['14:00', '14:20', '15:40'], 'Timeline (EAT)'],
    ['2024-05-12 14:00 to 17:40 UTC', ['2024-05-12 14:00 UTC+1', '2024-05-12 17:40 UTC+1'], 'Timeline'],
  ])('warns if %s is repeated as %j below "%s"', (duration, times, heading) => {
    const text = report(duration, times, heading)
    expect(severities(text)).toEqual(['warning'])
    expect(findingsIn(text).map(({ rule }) => rule)).not.toContain('entry-outside-window')
  })

  it.each([
    ['the times are converted', '14:00 to 15:40 UTC', ['10:00 EDT', '11:40 EDT']],
    ['an entry is at the actual start', '14:00 to 18:00 UTC', ['10:00 EDT', '14:00 EDT', '18:00 EDT']],
    ['only the start agrees', '14:00 to 15:40 UTC', ['14:00 EDT', '15:50 EDT']],
    ['the zones are the same', '14:00 to 15:40 UTC', ['14:00 GMT', '15:40 GMT']],
    ['the timeline is in both zones', '14:00 to 15:40 UTC', ['14:00 EDT', '15:40 EDT', '16:00 UTC']],
    ['only the season differs', '14:00 to 15:40 CET', ['14:00 CEST', '15:40 CEST']],
    ['the summary names no zone', '14:00 to 15:40', ['14:00 EDT', '15:40 EDT']],
  ])('is silent if %s', (_, duration, times) => {
    expect(findingsOf(report(duration, times))).toEqual([])
  })
})

describe('time-zone-mismatch among the entries', () => {
  it.each([
    [['14:00 UTC', '14:10 UTC', '14:30 EDT', '15:40 UTC'], '14:30 UTC'],
    [['14:00 EDT', '14:10 UTC', '14:30 UTC', '15:40 UTC'], '14:00 UTC'],
    [['3:00 PM CAT', '3:15 PM CAT', '3:20 PM UTC', '4:30 PM CAT'], '3:20 PM CAT'],
  ])('warns of the odd one in %j', (times, corrected) => {
    const text = report('', times)
    expect(severities(text)).toEqual(['warning'])
    const fixed = apply(text, findingsOf(text)[0]?.fixes[0]?.edits ?? [])
    expect(fixed).toContain(`- ${corrected} - `)
    expect(findingsOf(fixed)).toEqual([])
  })

  it.each([
    ['it is in order as it is', ['14:00 UTC', '14:10 UTC', '10:30 EDT', '15:40 UTC']],
    ['it is in order either way', ['14:00 UTC', '14:10 UTC', '15:40 UTC', '16:00 EDT']],
    ['it is in order neither way', ['14:00 UTC', '14:10 UTC', '13:30 EDT', '15:40 UTC']],
    ['two entries are in its zone', ['14:00 UTC', '14:10 UTC', '14:30 EDT', '15:40 UTC', '12:00 EDT']],
    ['there are few entries', ['14:00 UTC', '14:30 EDT', '15:40 UTC']],
    ['it is in both zones', ['14:00 UTC', '14:10 UTC', '14:30 UTC (10:30 EDT)', '15:40 UTC']],
  ])('is silent if %s', (_, times) => {
    expect(findingsOf(report('', times))).toEqual([])
  })
})

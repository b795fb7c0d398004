import { describe, expect, it } from 'vitest'
import { read } from '../postmortem/read.ts'
import { apply, findingsIn, rulesIn, severitiesOf } from './findings.ts'

const findingsOf = (text: string) => findingsIn(text).filter(({ rule }) => rule === 'time-zone-missing')

/** Applies the fix that comes first; `expected` is what becomes of the text. */
function check(text: string, expected: string) {
  const [finding, ...others] = findingsOf(text)
  expect(others).toEqual([])
  const fixed = apply(text, finding?.fixes[0]?.edits ?? [])
  expect(fixed).toBe(expected)
  expect(findingsOf(fixed)).toEqual([])
}

const entries = '- 14:00 - An alert was received.\n- 15:10 - The disk was cleared.\n'

describe('time-zone-missing', () => {
  it('is silent where times from 00:00 are minutes and seconds of an outage as short as that', () => {
    const text = (length: string) =>
      `# Postmortem\n\n**Duration:** ${length}\n\n## Timeline\n\n- 00:00 - The link was cut.\n- 01:10 - An alert was received.\n- 05:50 - The link was back.\n`
    expect(findingsOf(text('5 minutes'))).toEqual([])
    expect(findingsOf(text('6 hours'))).toHaveLength(1)
  })

  it('states the zone below the heading of the timeline', () => {
    check(
      `# Postmortem\n\n## Timeline\n\n${entries}`,
      `# Postmortem\n\n## Timeline\n\nAll times in UTC.\n\n${entries}`,
    )
  })

  it('sets the sentence apart where nothing is set apart', () => {
    check(
      `# Postmortem\r\n## Timeline\r\n${entries}`,
      `# Postmortem\r\n## Timeline\r\n\r\nAll times in UTC.\r\n\r\n${entries}`,
    )
  })

  it('states it in a title that is no heading', () => {
    check(
      `# Postmortem\n\n**Timeline:**\n\n${entries}`,
      `# Postmortem\n\n**Timeline (all times in UTC):**\n\n${entries}`,
    )
    check(
      '# Postmortem\n\nTimeline\n14:00 - An alert was received.\n15:10 - The disk was cleared.\n\nRoot Cause\nA full disk.\n',
      '# Postmortem\n\nTimeline (all times in UTC)\n14:00 - An alert was received.\n15:10 - The disk was cleared.\n\nRoot Cause\nA full disk.\n',
    )
  })

  it('states it behind the range in a summary without a timeline', () => {
    check(
      '# Postmortem\n\n## Issue Summary\n\n- **Duration:** 14:00 to 15:10, for all users\n',
      '# Postmortem\n\n## Issue Summary\n\n- **Duration:** 14:00 to 15:10 UTC, for all users\n',
    )
  })

  it.each([
    ['**Timeline** (all times local, Berlin)', '**Timeline** (all times in Europe/Berlin)'],
    ['## Timeline (local time, New York)', '## Timeline (all times in America/New_York)'],
    [
      '## Timeline\n\nAll times are local time in New York.',
      '## Timeline\n\nAll times are in America/New_York.',
    ],
    ['## Timeline\n\nTimes are given in Tokyo.', '## Timeline\n\nTimes are given in Asia/Tokyo.'],
  ])('offers the zone that is called after the place in %j, and no other', (title, expected) => {
    check(`# Postmortem\n\n${title}\n\n${entries}`, `# Postmortem\n\n${expected}\n\n${entries}`)
    expect(findingsOf(`# Postmortem\n\n${title}\n\n${entries}`)[0]).toMatchObject({
      severity: 'information',
      message: expect.stringMatching(/^"(?:Berlin|New York|Tokyo)" is a place, and no time zone\. Write "/),
      fixes: [{ title: expect.stringMatching(/\/(?:Berlin|New_York|Tokyo)$/) }],
    })
  })

  it('offers no zone for local times of no place, and says nothing of a place that no zone is called after', () => {
    const findings = (remark: string) => findingsOf(`# Postmortem\n\n## Timeline ${remark}\n\n${entries}`)
    expect(findings('(all times local)')).toMatchObject([{ severity: 'warning', fixes: [] }])
    expect(findings('(all times local, Kassel)')).toEqual([])
    expect(findings('\n\nThe times in Grafana were wrong.')[0]?.fixes).toHaveLength(1)
  })

  it('offers the offset that the links to messages agree on', () => {
    const link = (seconds: number) => `https://example.slack.com/archives/C012AB3CD/p${seconds}332665`
    const at = (hour: number, minute: number) => Date.UTC(2023, 8, 18, hour, minute) / 1000
    const timeline = (second: number) =>
      `# Postmortem\n\n## Timeline\n\n- 2023-09-18 15:12 - [Paged](${link(at(14, 11))}).\n- 2023-09-18 15:40 - [Fixed](${link(second)}).\n- 2023-09-18 16:00 - Closed.\n`
    const agreed = timeline(at(14, 41))
    check(agreed, agreed.replace('## Timeline\n', '## Timeline\n\nAll times in UTC+01:00.\n'))
    const disagreed = timeline(at(15, 41))
    check(disagreed, disagreed.replace('## Timeline\n', '## Timeline\n\nAll times in UTC.\n'))
  })

  it('keeps silent where a zone is named that it does not know', () => {
    expect(findingsOf(`# Postmortem\n\n## Timeline\n\nAll times are local time.\n\n${entries}`)).toEqual([])
    expect(
      findingsOf(`# Postmortem\n\n## Timeline\n\n- 14:00 XQT - An alert was received.\n${entries}`),
    ).toEqual([])
  })

  it('asks for none where no time of day is stated', () => {
    expect(
      findingsOf('# Postmortem\n\n## Timeline\n\n- 2024-05-10 - Found.\n- 2024-05-12 - Fixed.\n'),
    ).toEqual([])
  })
})

describe('a time in brackets after one without a zone', () => {
  const text = (time: string) =>
    `# Postmortem: leaked password\n\n## Root Cause\n\n- **Date:** September 12, 2025 at ${time}\n- **File:** one that was pushed by mistake\n\n## Resolution\n\nThe password was changed.\n`

  it('is the same moment as it is called in another zone, and no end', () => {
    expect(rulesIn(text('19:15 (17:15 UTC)'))).not.toContain('end-before-start')
    expect(read(text('19:15 (17:15 UTC)')).fields.end).toBeNull()
    expect(read(text('19:15 (until 21:15 UTC)')).fields.end).not.toBeNull()
  })

  it('says when it was, so that no zone is missing', () => {
    expect(rulesIn(text('19:15 (17:15 UTC)'))).not.toContain('time-zone-missing')
    expect(rulesIn(text('19:15 (as far as we know)'))).toContain('time-zone-missing')
  })
})

describe('a time zone', () => {
  const report = (timeline: string) => `# Postmortem\n\n## Timeline\n\n${timeline}\n`

  it.each([
    ['- 00:00 - Disk full\n- 00:05 - Disk cleared', []],
    ['- 00:00 - Disk full\n- 10:05 - Disk cleared', ['information']],
    ['- T-72h - Last backup\n- 00:00 - Disk full\n- 00:05 - Disk cleared', []],
    ['- 2024-05-10 00:00 - Disk full\n- 00:05 - Disk cleared', ['warning']],
    ['- 14:00 - Disk full\n- T+15m - Disk cleared', ['warning']],
  ])('is missing, unless the timeline counts from zero: %s', (timeline, expected) => {
    expect(severitiesOf('time-zone-missing', report(timeline))).toEqual(expected)
  })

  it('is not missing where it is behind each day', () => {
    const day = (text: string) => report(`**${text}**\n\n- 20:06 - Disk full\n- 20:29 - Disk cleared`)
    expect(severitiesOf('time-zone-missing', day('2023/05/11 Thursday (UTC)'))).toEqual([])
    expect(severitiesOf('time-zone-missing', day('May 11, 2023 CET'))).toEqual([])
    expect(severitiesOf('time-zone-missing', day('May 11, 2023 (America/Chicago)'))).toEqual([])
    expect(severitiesOf('time-zone-missing', day('2023/05/11 Thursday'))).toEqual(['warning'])
  })

  it('is not missing where words name it', () => {
    const told = (text: string) => `# Postmortem\n\n## Summary\n\n${text}\n`
    expect(
      severitiesOf('time-zone-missing', told('It was down from 9:00 to 10:45, eastern US time.')),
    ).toEqual([])
    expect(
      severitiesOf('time-zone-missing', told('It was down from 9:00 to 10:45, for the first time.')),
    ).toEqual(['warning'])
  })
})

describe('the name of a time zone', () => {
  const report = (zone: string, statement = '') =>
    `# Postmortem: search is down\n\n## Timeline\n\n${statement}- 7:09 AM${zone} - It was down.\n- 7:26 AM${zone} - It was back.\n`

  it('states it alone, and for all events', () => {
    expect(severitiesOf('time-zone-missing', report(''))).toEqual(['warning'])
    expect(severitiesOf('time-zone-missing', report(' Eastern'))).toEqual([])
    for (const statement of ['All events are documented in UTC time.', 'Events are in UTC.'])
      expect(severitiesOf('time-zone-missing', report('', `${statement}\n\n`))).toEqual([])
  })

  it('is no word that describes the next one', () => {
    expect(severitiesOf('time-zone-missing', report(' Central station closed'))).toEqual(['warning'])
  })
})

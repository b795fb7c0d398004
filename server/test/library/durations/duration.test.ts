import { describe, expect, it } from 'vitest'
import { incidentIn } from '../incidents.ts'
import { reasons, report } from '../wholeReport.ts'

describe('the duration', () => {
  it('is not guessed where the text contradicts itself', () => {
    const text = report({
      summary:
        '- **Start:** 2024-05-03 14:00 UTC\n- **End:** 2024-05-03 16:00 UTC\n- **Duration:** 45 minutes',
    })
    expect(incidentIn(text).duration).toBeNull()
    expect(reasons(text)[0]).toBe(
      'duration: It is given as "45 minutes", but the start and the end are 2 h apart.',
    )
  })

  it('is exact where a number of days is rounded and the ends have times', () => {
    const text = report({
      summary: '- **Start:** 2024-05-03 07:00 UTC\n- **End:** 2024-05-08 13:00 UTC\n- **Duration:** 5 days',
    })
    expect(incidentIn(text).duration).toMatchObject({ value: 5 * 1440 + 360, certainty: 'certain' })
  })

  it('is assumed if a sentence only says about how long it was', () => {
    expect(incidentIn(report({ summary: 'The search was down for about 2 hours.' })).duration).toMatchObject({
      value: 120,
      certainty: 'assumed',
    })
  })

  it('is not a limit that a sentence gives', () => {
    const text = report({ summary: 'The search was down for under 3 hours.' })
    expect(incidentIn(text)).toMatchObject({ duration: null, timeToResolve: null })
    expect(reasons(text)).toContain('duration: "under 3 hours" is only a limit.')
  })

  it('is not the first of several that one section gives', () => {
    const outage = (day: string, length: string) =>
      `### ${day} May 2024\n\n**Duration:** ${length}\n\n- 10:00 UTC - It broke.\n`
    const timeline = (second: string) => `${outage('3', '45 minutes')}\n${outage('5', second)}`
    const text = report({ timeline: timeline('2 hours') })
    expect(incidentIn(text)).toMatchObject({ duration: null, timeToResolve: null })
    expect(reasons(text)).toContain('duration: "45 minutes" is one of several durations.')
    expect(incidentIn(report({ timeline: timeline('45 minutes') })).duration?.value).toBe(45)
  })

  it('is not the time to repair', () => {
    const text = report({ summary: '- **Time to repair**: 3h 02m' })
    expect(incidentIn(text)).toMatchObject({ duration: null, timeToMitigate: { value: 182 } })
  })

  it('is unknown if what seems to be the start comes after the detection', () => {
    const text = report({
      timeline:
        '- 11:24 UTC - Detected by an alert.\n- 11:26 UTC - The outage started.\n- 11:33 UTC - Service restored.',
    })
    expect(incidentIn(text)).toMatchObject({ duration: null, timeToDetect: null })
  })

  it('is unknown then as well if the timeline has its day in a heading, as is what follows from the start', () => {
    const text = report({
      timeline:
        '### 4 March 2024\n\n#### 00:01\n\nThe monitor triggered an alert.\n\n#### 00:20\n\nThe search was not responding.\n\n#### 05:00\n\nThe search was restored.',
    })
    const unknown = { duration: null, timeToDetect: null, timeToResolve: null }
    expect(incidentIn(text)).toMatchObject({ date: { value: '2024-03-04' }, ...unknown })
    expect(reasons(text)[0]).toBe('duration: The report does not say when it started.')
  })

  it('is as unknown where only the time to repair is stated', () => {
    const text = report({
      summary: '- **Time to repair**: 11m',
      timeline:
        '- 11:24 UTC - Detected by an alert.\n- 11:26 UTC - The outage started.\n- 11:33 UTC - Service restored.',
    })
    expect(incidentIn(text)).toMatchObject({ duration: null, timeToMitigate: { value: 11 } })
  })

  it('goes on over midnight as the timeline does', () => {
    const text = report({
      title: '# Postmortem: a night without a search',
      summary: 'The search went down on 5 June at 10:00 PM.',
      timeline:
        '- 10:00 PM: It failed.\n- 08:45 AM: Kim found the cause.\n- 12:00 PM: The search was restored.',
    })
    expect(incidentIn(text).duration).toMatchObject({ value: 840, certainty: 'assumed' })
  })

  it('is not missed in a near miss', () => {
    const text = report({ title: '# Near miss: the backup of the search was empty' })
    expect(reasons(text)).toContain('duration: A near miss needs none.')
  })

  it('is that for which users were not able to work', () => {
    const summary = 'Editors were not able to reach any of the pages inside of the whole company for 2 hours.'
    expect(incidentIn(report({ summary })).duration?.value).toBe(120)
  })

  it('is the time before all was normal again, unless it is not that of the timeline', () => {
    const text = (end: string) =>
      report({
        summary: 'The fault lasted approximately nine hours before normal operation was restored.',
        timeline: `- 2024-05-03 09:00 UTC - Searches began to fail.\n- ${end} UTC - The search was restored.`,
      })
    expect(incidentIn(text('18:00')).duration?.value).toBe(540)
    expect(incidentIn(text('2024-05-04 10:00'))).toMatchObject({ duration: null, timeToResolve: null })
  })

  it('is not that of a stated start and end which the timeline does not know', () => {
    const text = (range: string) =>
      report({
        summary: `**Duration:** From ${range} UTC`,
        timeline:
          '- 2024-05-03 13:00 UTC - An alert fired.\n- 2024-05-03 15:00 UTC - Kim found a full disk.\n- 2024-05-04 09:00 UTC - The search was restored.',
      })
    expect(incidentIn(text('6:00 PM to 8:00 PM'))).toMatchObject({ duration: null, timeToResolve: null })
    expect(reasons(text('6:00 PM to 8:00 PM'))[0]).toBe(
      'duration: The timeline is longer than the time between the stated start and end.',
    )
    expect(incidentIn(text('1:10 PM to 3:10 PM')).duration?.value).toBe(120)
  })
})

describe('a duration that its stated ends contradict', () => {
  const read = (end: string, summary = '**Duration: 30 mins** (13:20 to 13:30 UTC)') =>
    incidentIn(
      report({
        summary,
        timeline: `- 13:20 UTC - An alert fired.\n- ${end} UTC - The search was restored.`,
      }),
    )

  it('is unknown, even if the timeline is as long', () => {
    for (const end of ['13:50', '14:50']) expect(read(end).duration).toBeNull()
    const table = '| Field | Value |\n|---|---|\n| **Duration** | 30 minutes |'
    const apart = `${table}\n\nFrom 13:20 to 13:30 UTC, no search was possible.`
    expect(read('13:50', apart)).toMatchObject({ duration: null, timeToResolve: null })
  })
})

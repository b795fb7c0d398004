import { describe, expect, it } from 'vitest'
import { incidentIn } from './incidents.ts'
import { report } from './wholeReport.ts'

describe('the start', () => {
  const entries = (...texts: readonly string[]) => texts.map((text) => `- ${text}`).join('\n')

  it('is the first entry of the stated day, if that tells the outage', () => {
    const read = (first: string) =>
      incidentIn(
        report({
          summary: '- **Duration:** May 10, 2024\n- **Impact:** No searches.',
          timeline: entries(
            first,
            '00:15 UTC: Looked at the database.',
            '00:40 UTC: The search works again.',
          ),
        }),
      )
    expect(read('00:05 UTC: Searches failed with errors.')).toMatchObject({
      duration: { value: 35, certainty: 'assumed' },
      timeToResolve: { value: 35 },
    })
    expect(read('00:05 UTC: An alert fired, because searches failed.').duration).toBeNull()
    expect(read('00:05 UTC: The weekly meeting.').duration).toBeNull()
  })

  it('is not known where the timeline goes on after what may be the end', () => {
    const text = report({
      summary: '- **Duration:** May 10, 2024\n- **Impact:** No searches.',
      timeline: entries(
        '00:05 UTC: Searches failed with errors.',
        '00:10 UTC: One host recovered.',
        '01:00 UTC: Looked at the database.',
        '02:00 UTC: Looked at the network.',
      ),
    })
    expect(incidentIn(text).duration).toBeNull()
  })

  it('is the first entry, if the stated length leads from there to the end', () => {
    const read = (length: string) =>
      incidentIn(
        report({
          summary: `The search was down on 20 December 2023 for ${length}.`,
          timeline: entries('2:00 PM: Users reported errors.', '4:00 PM: The search was restored.'),
        }),
      )
    expect(read('2 hours')).toMatchObject({
      duration: { value: 120, certainty: 'assumed' },
      timeToDetect: { value: 0, certainty: 'assumed' },
    })
    expect(read('3 hours')).toMatchObject({ duration: { value: 180 }, timeToDetect: null })
    expect(read('less than 2 hours').timeToDetect).toBeNull()
  })
})

describe('a labelled day', () => {
  it('has the clocks that the prose gives for the outage', () => {
    const summary = '**Date:** 2024-05-03\n\nThe search was down between 11:00am UTC and 3:20pm UTC.'
    const timeline =
      'All times are UTC.\n\n- 11:00 - A disk was full.\n- 11:30 - Kim noticed the errors.\n- 3:20 - Kim closed it.'
    expect(incidentIn(report({ summary, timeline }))).toMatchObject({
      date: { value: '2024-05-03' },
      duration: { value: 260 },
      timeToDetect: { value: 30 },
    })
  })

  it('has those of the timeline from when a secret was published, if little is done after the end', () => {
    const entries = (last: string) =>
      incidentIn(
        report({
          summary: '**Date:** 2024-05-03\n\nA key was public.',
          timeline: `- 2024-05-03 14:30 UTC: Key committed to the repository\n- 2024-05-03 15:30 UTC: Alert received\n- 2024-05-03 15:50 UTC: The service was restored with a new key\n- 2024-05-03 15:50 UTC: Report written\n- 2024-05-03 ${last} UTC: Key put into the vault`,
        }),
      )
    expect(entries('15:51')).toMatchObject({ duration: { value: 80 }, timeToDetect: { value: 60 } })
    expect(entries('19:51').duration).toBeNull()
  })
})

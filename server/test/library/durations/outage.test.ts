import { describe, expect, it } from 'vitest'
import { incidentIn } from '../incidents.ts'
import { report } from '../wholeReport.ts'

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

  it('is the first entry, if the second one tells the alert about it', () => {
    const read = (first: string, second = '2024-05-03 14:20 UTC: An alert fired.') =>
      incidentIn(report({ timeline: entries(first, second, '15:00 UTC: The search was restored.') }))
    expect(read('2024-05-03 14:00 UTC: A new index was rolled out.')).toMatchObject({
      duration: { value: 60, certainty: 'assumed' },
      timeToDetect: { value: 20, certainty: 'assumed' },
    })
    expect(read('2024-05-03 14:00 UTC: Incident declared.').timeToDetect).toBeNull()
    expect(read('2024-05-02 14:00 UTC: A new index was rolled out.').timeToDetect).toBeNull()
    expect(
      read('2024-05-03 14:00 UTC: A new index was rolled out.', '14:20 UTC: The index was full.')
        .timeToDetect,
    ).toBeNull()
  })

  it('is the entry of the stated day that tells it, also if another length is stated', () => {
    const text = report({
      summary: 'On 3 May 2024 the search was down. The outage lasted about two hours.',
      timeline: entries(
        '10:00 UTC: Many people came.',
        '10:15 UTC: Searches became slow.',
        '10:20 UTC: An alert fired.',
        '10:50 UTC: Performance improved.',
        '11:00 UTC: The search was restored.',
      ),
    })
    expect(incidentIn(text)).toMatchObject({
      duration: { value: 120 },
      timeToDetect: { value: 5, certainty: 'assumed' },
      timeToMitigate: { value: 35, certainty: 'assumed' },
    })
  })

  it('is the first entry, if the last one is exactly as much later as the outage was long', () => {
    const timeline = (last: string) =>
      entries(
        '2024-05-03 08:58 UTC: An account was deleted.',
        '09:08 UTC: An alert fired.',
        '10:09 UTC: The outage was closed.',
        `${last} UTC: A customer sees all searches.`,
      )
    const read = (last: string) =>
      incidentIn(report({ summary: '- **Duration:** 4 hours 42 minutes', timeline: timeline(last) }))
    expect(read('13:40')).toMatchObject({ duration: { value: 282 }, timeToMitigate: { value: 71 } })
    expect(read('13:50').duration).toBeNull()
  })

  it('is the first time of a report without a timeline, if the stated length leads from it to another one', () => {
    const read = (length: string) =>
      incidentIn(
        report({
          summary: `On 3 May 2024 at 15:09 UTC we released a new index. At 15:23 UTC we received a report of errors. The old one was back by 15:56 UTC.\n\nThis means that for approximately ${length}, searches failed.`,
        }),
      )
    expect(read('47 minutes')).toMatchObject({ duration: { value: 47 }, timeToDetect: { value: 14 } })
    expect(read('30 minutes')).toMatchObject({ duration: { value: 30 }, timeToDetect: null })
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

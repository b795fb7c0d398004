import { describe, expect, it } from 'vitest'
import { incidentIn } from '../incidents.ts'
import { reasons, report } from '../wholeReport.ts'

const summary = 'The search was down from 14:00 to 16:00 UTC on 3 May 2024.'

describe('durations that the timeline contradicts', () => {
  it('are left out if it is resolved long before the stated end', () => {
    const ending = (last: string) => report({ summary, timeline: `- 14:00 UTC - An alert fired.\n- ${last}` })
    const early = ending('15:10 UTC - The search was restored.')
    expect(incidentIn(early)).toMatchObject({ duration: null, timeToResolve: null })
    expect(reasons(early)).toContain('duration: In the timeline, it ends before the stated end.')
    expect(incidentIn(ending('15:50 UTC - The search was restored.')).duration?.value).toBe(120)
    expect(incidentIn(ending('15:10 UTC - We found the full disk.')).duration?.value).toBe(120)
    expect(incidentIn(ending('15:10 UTC - We corrected the settings.')).duration?.value).toBe(120)
    expect(
      incidentIn(ending('15:10 UTC - The search was restored.\n- 4.16:00 UTC The watch ended.')).duration
        ?.value,
    ).toBe(120)
  })

  it('are left out if it begins with a change after the stated start', () => {
    const beginning = (first: string) =>
      report({
        summary,
        timeline: `- ${first}\n- 15:36 UTC - The search failed, and an alert fired.\n- 16:00 UTC - The search was restored.`,
      })
    const late = beginning('15:30 UTC - The configuration push begins.')
    expect(incidentIn(late)).toMatchObject({ duration: null, timeToDetect: null, timeToResolve: null })
    expect(reasons(late)).toContain('duration: In the timeline, it begins later than the stated start.')
    expect(incidentIn(beginning('15:30 UTC - Users wrote to us.')).duration?.value).toBe(120)
    expect(incidentIn(beginning('13:59 UTC - The release was deployed.')).duration?.value).toBe(120)
  })

  it('are left out if it took hours, and the dates are days apart', () => {
    const days = (first: string) =>
      incidentIn(
        report({
          summary: '- **Start:** 2024-05-03, 14:00 UTC\n- **End:** 2024-05-07, 16:00 UTC',
          timeline: `- ${first} UTC - An alert fired.\n- 15:00 UTC - We found the full disk.\n- 16:00 UTC - All was watched.`,
        }),
      ).duration?.value
    expect(days('14:00')).toBeUndefined()
    expect(days('2024-05-03 14:00')).toBe(5880)
    expect(days('14:10')).toBe(5880)
  })

  it('are left out if the value is a sum of others', () => {
    const stated = (value: string) =>
      incidentIn(report({ summary: `- **Date:** 2024-05-03\n- **Duration:** ${value}` })).duration?.value
    expect(stated('5 days degraded + ~2h 10m of outage')).toBeUndefined()
    expect(stated('5 days, and two hours of cleaning up')).toBe(7200)
  })
})

describe('a time to resolve', () => {
  it('tells which entry ended it, if it is that from the first entry to another', () => {
    const measured = (length: string) =>
      incidentIn(
        report({
          summary: `Searches failed.\n\n- Time to recovery: ${length}`,
          timeline:
            '- 2024-05-03 08:22 UTC - The new proxy was switched on.\n- 09:26 UTC - A developer saw redirects.\n- 09:49 UTC - Service operational.\n- 10:00 UTC - The cause was looked for.',
        }),
      ).duration
    expect(measured('87 minutes')).toMatchObject({ value: 87, certainty: 'assumed' })
    expect(measured('about 87 minutes')).toBeNull()
    expect(measured('80 minutes')).toBeNull()
  })
})

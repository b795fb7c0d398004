import { describe, expect, it } from 'vitest'
import { incidentIn } from '../incidents.ts'
import { reasons, report } from '../wholeReport.ts'

describe('the time to mitigate', () => {
  const mitigated = (second: string) =>
    incidentIn(
      report({
        timeline: `- 2024-05-03 14:00 UTC - The outage began.\n- 14:20 UTC - ${second}\n- 15:00 UTC - The search was restored.`,
      }),
    ).timeToMitigate?.value

  it('is that of a temporary fix that was made', () => {
    expect(mitigated('**Temporary fix:** restarted the nodes.')).toBe(20)
    expect(mitigated('A temporary fix was implemented by a larger pool.')).toBe(20)
    expect(mitigated('We deployed an interim workaround.')).toBe(20)
    expect(mitigated('We looked for a temporary fix.')).toBeUndefined()
    expect(mitigated('A temporary fix was discussed.')).toBeUndefined()
  })

  const restored = (second: string, third = 'A script for the fix was tested.') =>
    incidentIn(
      report({
        summary: 'The search was down from 14:00 to 15:00 UTC on 3 May 2024.',
        timeline: `- 14:00 UTC - It broke.\n- 14:20 UTC - ${second}\n- 14:50 UTC - ${third}\n- 15:00 UTC - Done.`,
      }),
    ).timeToMitigate?.value

  it('is that of the service being back before the end that the report gives', () => {
    expect(restored('The service was 100% back.')).toBe(20)
    expect(restored('Service was restored and customers could search.')).toBe(20)
    expect(restored('Access was fully restored.')).toBe(20)
    expect(restored('Kim restarted it.', 'The website is back online.')).toBe(50)
  })

  it.each([
    'The service was not restored.',
    'The service was restored at 14:40.',
    'Access restored to the old password.',
    'The index was restored from a backup.',
  ])('is not that of: %s', (second) => {
    expect(restored(second)).toBeUndefined()
  })

  it('is not that of a service that came back twice', () => {
    expect(restored('The service was restored.', 'The service is back again.')).toBeUndefined()
  })

  it.each([
    'The service was partially restored.',
    'Services began to recover, and access was gradually restored.',
    'The service was restored for some customers.',
    'Search performance improved.',
    'Error rates dropped after the restart.',
    'Response times are slowly decreasing.',
    'The cluster stabilised, but a few searches were still slow.',
    'A restart brought temporary relief.',
    'Most users are fine again.',
    'Kim brought the site back with an old index.',
    'Rolled back the release, restoring search functionality.',
    'The problem was fixed by a rollback.',
    'Timeouts stopped.',
    'The load distribution normalised.',
    'The release was reverted, and services began recovering.',
    'The system gradually began restoring services.',
    'The release was found and rolled back, resolving the issue.',
  ])('is that of less being broken before the end: %s', (second) => {
    expect(restored(second)).toBe(20)
  })

  it.each([
    'Kim hopes that performance improved.',
    'The status page says the problem is fixed.',
    'No improvement was seen.',
    'The restart failed, and errors did not stop.',
    'The number of searches dropped.',
    'A fix that should reduce errors was written, and errors would have dropped.',
    'Kim tried to bring the site back.',
  ])('is not that of what nobody saw: %s', (second) => {
    expect(restored(second)).toBeUndefined()
  })

  it('is not one that is stated as shorter than it took to detect', () => {
    const text = report({
      summary:
        '- **Start:** 2024-05-03 14:00 UTC\n- **End:** 2024-05-03 17:00 UTC\n- **Time to mitigate:** 20 minutes',
      timeline: '- 2024-05-03 14:00 UTC - The outage began.\n- 2024-05-03 15:00 UTC - An alert fired.',
    })
    expect(incidentIn(text)).toMatchObject({ timeToDetect: { value: 60 }, timeToMitigate: null })
    expect(reasons(text)).toContain('time to mitigate: The mitigation is before the detection.')
  })

  it('is known where the end has no day, but the entries do', () => {
    const text = report({
      summary: 'The search was down from 14:00 to 15:00 UTC.',
      timeline:
        '- 2024-05-03 14:00 UTC - It broke.\n- 2024-05-03 14:40 UTC - The issue was resolved by a rollback.\n- 2024-05-03 15:00 UTC - Done.',
    })
    expect(incidentIn(text).timeToMitigate?.value).toBe(40)
  })

  it('is not the end itself, or anything before it was noticed', () => {
    expect(mitigated('Kim restarted it.')).toBeUndefined()
    const text = report({
      summary: 'The search was down from 14:00 to 15:00 UTC on 3 May 2024.',
      timeline:
        '- 14:10 UTC - Performance improved by a new release.\n- 14:20 UTC - An alert fired.\n- 15:00 UTC - Performance improved.',
    })
    expect(incidentIn(text).timeToMitigate).toBeNull()
  })

  it('is not a repair at the moment of the end', () => {
    const text = report({ summary: '- **Time to repair:** 2h 10m\n- **Time to resolve:** 2h 10m' })
    expect(incidentIn(text)).toMatchObject({ timeToMitigate: null, timeToResolve: { value: 130 } })
    const earlier = text.replace('2h 10m', '1h 10m')
    expect(incidentIn(earlier).timeToMitigate?.value).toBe(70)
  })

  it('is not known where the end may be that of something else than the outage of a stated day', () => {
    const text = report({
      summary: 'From 3 May 2024 to 5 May 2024 05:00 UTC a provider worked on its network.',
      timeline:
        '- 17:00 UTC - A push began.\n- 17:30 UTC - An alert fired.\n- 23:00 UTC - The site is back online.',
    })
    expect(incidentIn(text).timeToMitigate).toBeNull()
  })

  it('is that of the rollback to what worked, if nothing tells more', () => {
    expect(restored('We rolled back to the previous release.')).toBe(20)
    expect(restored('The team decided to go back. Rollback performed.')).toBe(20)
    expect(restored('Successful rollback of the release.')).toBe(20)
    expect(restored('Weights corrected; traffic evenly redistributed.')).toBe(20)
    expect(restored('No rollback was performed.')).toBeUndefined()
    expect(restored('The index server restarts, and the system wakes up.')).toBe(20)
    expect(restored('We rolled back the network team.')).toBeUndefined()
    expect(restored('We failed to roll back to the previous release.')).toBeUndefined()
  })

  const told = (sentence: string) =>
    incidentIn(
      report({
        summary: `The search was down from 14:00 to 15:00 UTC on 3 May 2024. ${sentence}`,
        timeline: 'It was a long day.',
      }),
    ).timeToMitigate?.value

  it('is that of a sentence outside of the timeline', () => {
    expect(told('A temporary fix was implemented at 14:40 UTC by a larger pool.')).toBe(40)
    expect(told('Rolled back the index to the last stable version at 02:30 PM UTC.')).toBe(30)
    expect(told('A temporary fix was not deployed at 14:40 UTC.')).toBeUndefined()
    expect(told('We should have rolled back to the last stable version at 14:30 UTC.')).toBeUndefined()
  })

  it('is no time to repair that counts from the declaration to the end', () => {
    const repaired = (events: string) =>
      incidentIn(
        report({
          summary: `- **Key events**\n${events}\n\n- **Time to repair**: 3h 02m\n\n- **Time to resolve**: 3h 17m`,
        }).replace('## Timeline\n\nText.\n\n', ''),
      ).timeToMitigate?.value
    const first = '  - First detected 2024-05-03 12:39'
    expect(
      repaired(`${first}\n  - Incident declared 2024-05-03 12:54\n  - Resolved 2024-05-03 15:56`),
    ).toBeUndefined()
    expect(repaired(`${first}\n  - Repaired 2024-05-03 15:41\n  - Resolved 2024-05-03 15:56`)).toBe(182)
  })
})

import { describe, expect, it } from 'vitest'
import { incidentIn } from './incidents.ts'
import { report } from './wholeReport.ts'

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
    'The service was partially restored.',
    'Services began to recover, and access was gradually restored.',
    'The service was restored for some customers.',
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

  it('is not the end itself', () => {
    expect(mitigated('Kim restarted it.')).toBeUndefined()
  })
})

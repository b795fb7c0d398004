import { describe, expect, it } from 'vitest'
import { incidentIn } from '../incidents.ts'
import { reasons, report } from '../wholeReport.ts'

describe('the time to detect', () => {
  const stated = (sentence: string) =>
    incidentIn(
      report({
        summary: `The search was down from 15:30 to 17:45 UTC on 3 May 2024. ${sentence}`,
        timeline: 'It was a long day.',
      }),
    ).timeToDetect?.value

  it('is that of a label or a sentence, if no entry tells it', () => {
    expect(stated('The issue was first detected at 15:40 UTC when a graph fell.')).toBe(10)
    expect(stated('We noticed it at around 15:42 UTC.')).toBe(12)
    expect(stated('The issue was detected at  15:41 UTC.')).toBe(11)
    expect(stated('\n\n- **Detected:** 15:45 UTC')).toBe(15)
    expect(stated('\n\n**Detection:**\n\nFirst identified at 15:30 UTC by a check.')).toBe(0)
  })

  it.each([
    'The root cause was discovered at 16:10 UTC.',
    'It was not detected at 15:40 UTC.',
    'A second failure was detected at 16:20 UTC.',
    'The report was written at 19:00 UTC.',
  ])('is not that of: %s', (sentence) => {
    expect(stated(sentence)).toBeUndefined()
  })

  it('is not hidden by what the entry of the start says of later checks', () => {
    const timeline =
      '- 2024-05-03 14:00 UTC - The outage began. As long as the index was full, nothing in it was checked.\n- 14:30 UTC - Users reported errors.'
    expect(incidentIn(report({ timeline })).timeToDetect?.value).toBe(30)
  })

  it('is assumed to be on the day of the start, if only one of them has a day', () => {
    const read = (time: string) =>
      incidentIn(
        report({
          summary:
            'On May 3rd, 2024, searches failed. The outage began at 2:30 PM UTC and lasted until 6:00 PM UTC.',
          timeline: `- ${time} - An alert fired.`,
        }),
      ).timeToDetect
    expect(read('May 3rd, 2024, 2:32 PM UTC')).toMatchObject({ value: 2, certainty: 'assumed' })
    expect(read('May 3rd, 2024, 2:32 PM CET')).toBeNull()
  })

  it('is not longer than all of it', () => {
    const text = report({
      summary: '- **Duration:** 5 minutes\n- **Start:** 2024-05-03 14:00 UTC',
      timeline: '- 14:00 UTC - It broke.\n- 15:30 UTC - An alert fired.\n- 15:40 UTC - Mitigation applied.',
    })
    expect(incidentIn(text)).toMatchObject({
      duration: { value: 5 },
      timeToDetect: null,
      timeToMitigate: null,
    })
    expect(reasons(text)).toEqual([
      'time to detect: The detection is after the end.',
      'time to mitigate: The mitigation is after the end.',
    ])
  })

  it('is not that of what was noticed while somebody already worked on it', () => {
    const timeline =
      '- 2024-05-03 14:00 UTC - The outage began.\n- 14:10 UTC - Kim checked the hosts.\n- 14:30 UTC - A full disk was detected.'
    expect(incidentIn(report({ timeline })).timeToDetect).toBeNull()
    const starts = timeline.replace('Kim checked the hosts', 'Investigation starts')
    expect(incidentIn(report({ timeline: starts })).timeToDetect).toBeNull()
    expect(reasons(report({ timeline }))).toContain(
      'time to detect: Somebody was already working on it at this time.',
    )
  })

  const detected = (first: string) =>
    incidentIn(
      report({
        timeline: `- 2024-05-03 14:00 UTC - The outage began.\n- 14:02 UTC - ${first}\n- 14:07 UTC - An alert fired.`,
      }),
    ).timeToDetect?.value

  it('is known, although not for certain, where no day has a year', () => {
    const text = report({
      summary: 'The search was down from 3:00 PM to 4:30 PM UTC on April 17th.',
      timeline: '3:00 PM UTC - It broke.\n\n3:10 PM UTC - An alert fired.\n\n4:30 PM UTC - It was restored.',
    })
    expect(incidentIn(text).timeToDetect).toMatchObject({ value: 10, certainty: 'assumed' })
  })

  it('is not that of a bug which is only named, or of a check that sees nothing', () => {
    expect(detected('Hosts crashed, due to the identified bug.')).toBe(7)
    expect(detected('Errors rose to 10 %, while the check reports healthy hosts.')).toBe(7)
    expect(detected('A user reports errors.')).toBe(2)
    expect(detected('Kim identified a bug in the index.')).toBe(2)
  })

  it('is not that of what was found while the cause was looked for', () => {
    const detectedAfter = (second: string) =>
      incidentIn(
        report({
          timeline: `- 2024-05-03 14:00 UTC - Searches began to fail.\n- 14:30 UTC - ${second}`,
        }),
      ).timeToDetect
    expect(detectedAfter('Checked php.ini and discovered that logging was off.')).toBeNull()
    expect(detectedAfter('The search team examined the hosts and noticed a full disk.')).toBeNull()
    expect(detectedAfter('Kim discovered that logging was off.')?.value).toBe(30)
  })

  it('is a length if its label gives one', () => {
    expect(
      incidentIn(report({ summary: '- **Detection Time:** 5 minutes (by hand)' })).timeToDetect?.value,
    ).toBe(5)
    expect(incidentIn(report({ summary: '- **Detection Time:** 10:05' })).timeToDetect).toBeNull()
  })

  it('is that of a sentence that begins with the time, or names it late', () => {
    expect(stated('At 15:41 UTC, we received several complaints.')).toBe(11)
    expect(stated('Around 15:42 UTC the search team noticed errors.')).toBe(12)
    expect(stated('The issue was discovered when Kim opened the site at roughly 15:43 UTC.')).toBe(13)
    expect(stated('The first complaint came at 15:44 UTC.')).toBe(14)
    expect(stated('At 15:41 UTC we received a fix.')).toBeUndefined()
    expect(stated('At 15:41 UTC we noticed the typo.')).toBeUndefined()
  })

  it('is not that of what a program notices', () => {
    expect(detected('The hub adds routes when it notices an empty table.')).toBe(7)
  })

  it('is not known from a time to resolve that counts from the detection', () => {
    const text = report({
      summary:
        '- **Key events**\n  - First detected 2024-05-03 13:15\n  - Repaired 2024-05-03 16:17\n  - Resolved 2024-05-03 16:32\n\n- **Time to repair**: 3h 02m\n\n- **Time to resolve**: 3h 17m',
    }).replace('## Timeline\n\nText.\n\n', '')
    expect(incidentIn(text)).toMatchObject({ timeToDetect: null, timeToResolve: { value: 197 } })
    expect(reasons(text)).toContain('time to detect: The start is known only from its detection.')
  })

  it('is that of users who tell the team', () => {
    const timeline =
      '- 2024-05-03 14:00 UTC - The outage began.\n- 14:11 UTC - A community member notified the search team.'
    expect(incidentIn(report({ timeline })).timeToDetect?.value).toBe(11)
  })

  it('counts from the beginning of the timeline, if the prose tells only of the worst day', () => {
    const text = report({
      summary: 'The largest storm of requests began on Sunday, 5 May 2024.',
      timeline:
        '- 12:45 UTC Saturday May 4th: The first storm begins\n- 13:55 UTC Saturday May 4th: An alert fired.\n- 03:30 UTC Sunday May 5th: The largest storm begins.\n- 04:45 UTC Monday May 6th: The queue is empty.',
    })
    expect(incidentIn(text)).toMatchObject({ duration: { value: 2400 }, timeToDetect: { value: 70 } })
  })
})

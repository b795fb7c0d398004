import { describe, expect, it } from 'vitest'
import { inspect } from '../read.ts'

const report = (summary: string, timeline = '- 10:00 Nothing to see.') =>
  `# Postmortem: search\n\n## Summary\n\n${summary}\n\n## Timeline\n\n${timeline}\n\n## Root Cause\n\nA bug.\n`

const fieldsOf = (summary: string, timeline?: string) => inspect(report(summary, timeline)).fields

describe('the outage', () => {
  function check(summary: string, start: string | null, end: string | null, minutes: number | null) {
    const { fields } = inspect(report(summary))
    expect([fields.start?.time ?? null, fields.end?.time ?? null, fields.duration?.minutes ?? null]).toEqual([
      start,
      end,
      minutes,
    ])
  }

  it('has two labelled ends', () => {
    check(
      'Start: 2024-06-05 14:00 UTC\nEnd: 2024-06-05 15:30 UTC',
      '2024-06-05T14:00:00+00:00',
      '2024-06-05T15:30:00+00:00',
      90,
    )
  })

  it('has two ends in a table', () => {
    check(
      '| Field | Value |\n|---|---|\n| Start time | 2024-06-05 14:00 UTC |\n| End time | 2024-06-05 15:00 UTC |',
      '2024-06-05T14:00:00+00:00',
      '2024-06-05T15:00:00+00:00',
      60,
    )
  })

  it.each([
    ['Start of impact', 'End of impact'],
    ['Impact start', 'Impact end'],
    ['Impact began', 'Impact ended'],
    ['Start of the customer impact', 'End of the customer impact'],
    ['Time of start', 'Time of end'],
    ['Start of disruption', 'End of disruption'],
  ])('has ends that are called "%s" and "%s"', (start, end) => {
    const [from, to] = ['2024-06-05 14:00 UTC', '2024-06-05 15:30 UTC']
    const times = ['2024-06-05T14:00:00+00:00', '2024-06-05T15:30:00+00:00', 90] as const
    check(`- **${start}:** ${from}\n- **${end}:** ${to}`, ...times)
    check(`| Field | Value |\n|---|---|\n| ${start} | ${from} |\n| ${end} | ${to} |`, ...times)
  })

  it('has both ends of the incident, or else both of its impact', () => {
    const day = '2024-06-05T'
    const impact = '- Impact start: 2024-06-05 14:10 UTC\n- Impact end: 2024-06-05 15:10 UTC'
    check(impact, `${day}14:10:00+00:00`, `${day}15:10:00+00:00`, 60)
    check(
      `- Incident start: 2024-06-05 14:00 UTC\n${impact}`,
      `${day}14:10:00+00:00`,
      `${day}15:10:00+00:00`,
      60,
    )
    check(
      `${impact}\n- Incident start: 2024-06-05 14:00 UTC\n- Incident end: 2024-06-05 16:00 UTC`,
      `${day}14:00:00+00:00`,
      `${day}16:00:00+00:00`,
      120,
    )
  })

  it('is a range beside its label, on its line or below it', () => {
    const times = ['2024-05-10T02:00:00+00:00', '2024-05-10T04:30:00+00:00', 150] as const
    check('**Duration:** May 10, 2024, 02:00 AM to 04:30 AM UTC', ...times)
    check('**Duration:**\nMay 10, 2024, 02:00 AM - 04:30 AM UTC', ...times)
    check('- **Duration**\n  - May 10, 2024, 02:00 AM – 04:30 AM UTC', ...times)
  })

  it('is two times beside a label for how long it lasted', () => {
    check('**Duration:** 10:00 UTC, 11:00 UTC', 'T10:00:00+00:00', 'T11:00:00+00:00', 60)
  })

  it('is a range in a sentence', () => {
    check(
      'On May 10, 2024, from 10:45 to 12:15 UTC, the shop was down.',
      '2024-05-10T10:45:00+00:00',
      '2024-05-10T12:15:00+00:00',
      90,
    )
  })

  it('is what a sentence says that it lasted', () => {
    check(
      'The outage began on May 10, 2024, 10:45 UTC and lasted until 12:15 UTC, for most users.',
      '2024-05-10T10:45:00+00:00',
      '2024-05-10T12:15:00+00:00',
      90,
    )
  })

  it('has no zone where none is named', () => {
    check('Duration: 2024-05-10 10:00 - 11:00', '2024-05-10T10:00:00', '2024-05-10T11:00:00', 60)
  })

  it('begins when a sentence says that the service went down', () => {
    expect(fieldsOf('At approximately 7:30 pm CET the shop went down.').start?.line).toBe(5)
    expect(fieldsOf('At 7:30 pm the team met.').start).toBeNull()
  })

  it.each([
    ['At 10:00 UTC the shop went down, and at 11:30 UTC it was restored.', '10:00 UTC', '11:30 UTC'],
    [
      'The shop failed. It was restored by 11:30 UTC; the outage had begun at 10:00 UTC.',
      '10:00 UTC',
      '11:30 UTC',
    ],
    [
      'On 3 May 2024, at 10:00 UTC, the shop hit an error. The problem was solved at 11:30 UTC.',
      '3 May 2024, at 10:00 UTC',
      '11:30 UTC',
    ],
  ])('has the times that a verb makes its ends: %s', (summary, start, end) => {
    const fields = fieldsOf(summary)
    expect([fields.start?.text ?? null, fields.end?.text ?? null]).toEqual([start, end])
  })

  it.each([
    'The outage was first reported at 10:00 UTC.',
    'The bank confirmed two attempts that day, at 10:00 UTC and 11:30 UTC.',
    'curl said:\nHTTP/1.0 500 Internal Server Error\nDate: Tue, 7 May 2024 07:32:16 GMT',
    '> At 10:00 UTC the shop went down.',
    '- **Key events**\n  - First detected 2024-05-10 10:00\n  - Incident declared 2024-05-10 10:20',
    '- **Key events**\n  - First detected 2024-05-10 10:00\n  - Repaired 2024-05-10 11:20\n  - Resolved 2024-05-10 11:50',
  ])('does not begin at a time of something else: %s', (summary) => {
    expect(fieldsOf(summary).start).toBeNull()
  })

  it('is a range that goes over the end of a line', () => {
    const times = ['T10:45:00+00:00', 'T12:15:00+00:00', 90] as const
    check('The shop was down for all of its customers in Europe from 10:45 to\n12:15 UTC.', ...times)
    check('Between 10:45 and 12:15 UTC, the shop was down.', ...times)
    const second = 'The disk filled up overnight. Search was down from 10:00\nto 11:00 UTC.'
    check(second, 'T10:00:00+00:00', 'T11:00:00+00:00', 60)
  })

  it('has both ends where their labels share lines', () => {
    check(
      '* Start-time:\n2024-05-10 10:00 (UTC) End-time: 2024-05-10 11:00 (UTC)',
      '2024-05-10T10:00:00+00:00',
      '2024-05-10T11:00:00+00:00',
      60,
    )
  })

  it('begins and ends where the timeline says so, and not with its detection', () => {
    const fields = fieldsOf(
      'Search failed.',
      '- 10:00 UTC: Outage begins\n- 10:20 UTC: Alert\n- 11:00 UTC: Service restored',
    )
    expect([fields.start?.line, fields.end?.line]).toEqual([9, 11])
    expect(fieldsOf('Search failed.', '- 10:20 UTC: Issue detected\n- 11:00 UTC: Fixed').start).toBeNull()
  })

  it.each(['The system recovers and works normally.', 'Traffic resumes.', 'All hosts function as expected.'])(
    'ends where an entry tells it in the present tense: %s',
    (last) => {
      const timeline = `- 10:00 UTC: The search goes down\n- 10:40 UTC: Reverted the change\n- 11:00 UTC: ${last}`
      expect(fieldsOf('Search failed.', timeline).end?.line).toBe(11)
    },
  )

  it('is not taken from the first two events below a title, but from the text that tells it', () => {
    const events =
      '## Key events\n\n| Time (UTC) | Event |\n| --- | --- |\n| 22:48 | The first searches fail. |\n| 22:56 | An alert pages the team. |\n'
    const lead = 'Between 22:48 and 00:22 UTC about a third of all searches failed.'
    const { fields } = inspect(`# 2024-05-10: search\n\n${lead}\n\n${events}`)
    expect([fields.start?.text, fields.end?.text]).toEqual(['22:48', '00:22 UTC'])
  })

  it.each(['What Went Well', 'What Went Wrong', 'Where We Got Lucky', 'Action Items'])(
    'is not dated by a label under: %s',
    (title) => {
      const text = `${report('Search failed.', '- An alert.')}\n## ${title}\n\nStart: 2019-01-02 10:00 UTC\nEnd: 2019-01-02 11:00 UTC\n`
      const { start, end } = inspect(text).fields
      expect([start, end]).toEqual([null, null])
    },
  )
})

describe('a stated duration', () => {
  it.each([
    ['**Duration:** 2 hours 15 minutes', 135],
    ['The 90-minute outage touched everyone.', 90],
    ['The outage lasted for approximately 3 hours.', 180],
    ['Search was down for 45 minutes.', 45],
    ['Because of a full disk on the first node, the outage of search lasted\nabout 40 minutes.', 40],
    ['Because of a full disk, search was down on all of its nodes for 2 hours and\n30 minutes.', 150],
    ['For about 13 minutes, users saw an error page.', 13],
    ['It took 2 hours to restore the service.', 120],
    ['It took 1 hour and 31 minutes from the start of the incident to the deploy of the fix.', 91],
    ['Recovery took 40 minutes from the beginning of the outage until full recovery.', 40],
    ['The service was restored within 20 minutes.', 20],
    ['| Customers Affected | Outage Duration |\n|---|---|\n| 12 | 1h |', 60],
  ])('is read from: %s', (summary, stated) => {
    expect(fieldsOf(summary).duration?.stated).toBe(stated)
  })

  it.each([
    'Caches expire after 15 minutes. A week ago nobody knew.',
    'Validation failed, and the peer was banned for 10 seconds.',
    'We were paged within 5 minutes of the first error, and the shop was down.',
    'The first node was down because of a timeout of 30 seconds.',
    'It took 20 minutes from the start of the incident to the first alert.',
    'It took 20 minutes from the first alert to the fix.',
    'The outage persisted for an additional two days.',
    'This happened once previously, in March, and lasted 24 hours.',
    '> The shop was down for 45 minutes.',
  ])('is not any length of time: %s', (summary) => {
    expect(fieldsOf(summary).duration).toBeNull()
  })

  it('is summed up in another section, but not among the lessons', () => {
    const text = report('Search failed.', '- An alert.')
    const stated = (more: string) => inspect(`${text}${more}`).fields.duration?.stated ?? null
    expect(
      stated('\n## Resolution\n\nAn index was added. Total time to resolution: about 49 minutes.\n'),
    ).toBe(49)
    expect(stated('\n## What Went Wrong\n\nDuration: 3 hours until somebody called.\n')).toBeNull()
  })

  it('is kept apart from the one between the two ends', () => {
    const { duration } = fieldsOf('Duration: 30 mins (13:20 ~ 14:30 EAT)')
    expect(duration).toMatchObject({ stated: 30, minutes: 70 })
  })
})

describe('the time zone', () => {
  it.each([
    ['All times in PST.', 'PST'],
    ['**Timezone:** EAT', 'EAT'],
    ['Duration: 10:00 - 11:00 (WAT)', 'WAT'],
  ])('is named by: %s', (summary, zone) => {
    expect(fieldsOf(summary).timeZone?.text).toContain(zone)
  })

  it('may be named by an entry or by the title of the timeline', () => {
    expect(fieldsOf('Down.', '- 10:00 CAT: alert').timeZone?.text).toBe('CAT')
    const text = report('Down.').replace('## Timeline', '## Timeline (all times in UTC)')
    expect(inspect(text).fields.timeZone?.text).toBe('UTC')
    expect(inspect(text).timeline.entries[0]?.time).toBe('T10:00:00+00:00')
  })

  it('is the one that is stated, and not one beside a time', () => {
    const zone = (summary: string) => fieldsOf(summary, '- 10:00 CAT: alert').timeZone?.text
    expect(zone('Time zone: UTC')).toBe('UTC')
    expect(zone('Time zone:\nUTC')).toBe('UTC')
  })

  it('is not there where nothing names it', () => {
    expect(fieldsOf('Down from 10:00 to 11:00.').timeZone).toBeNull()
  })
})

describe('those affected', () => {
  it.each([
    ['**Impact:** about 80% of users could not log in', '80%'],
    ['All users saw an error page.', 'All users'],
    ['Anyone who came got an error.', 'Anyone'],
    ['It hit 127 customers.', '127 customers'],
    ['The page did not load for most of our\nusers.', 'most of our users'],
    ['| Impacted Customers | Duration |\n|---|---|\n| None | 1h |', 'None'],
  ])('are counted by: %s', (summary, text) => {
    expect(fieldsOf(summary).affected?.text).toBe(text)
  })

  it('are in the column that is named for them', () => {
    const table = '| Duration | Customers affected |\n|---|---|\n| 25 minutes | 300 users in Europe |'
    expect(fieldsOf(table).affected?.text).toBe('300 users in Europe')
  })

  it.each([
    'Some users saw errors.',
    'A 500 Internal Server Error was shown.',
    'In March 2023, users complained.',
  ])('are not counted by: %s', (summary) => {
    expect(fieldsOf(summary).affected).toBeNull()
  })
})

describe('the impact', () => {
  it('may be told in words that go over the end of a line', () => {
    const told =
      'On the second day, between two of the releases, most of our users could\nnot log in to the shop.'
    expect(fieldsOf(told).impact?.text).toBe(told.replace('\n', ' '))
  })
})

describe('cause and resolution', () => {
  it('come from their labels first', () => {
    const fields = fieldsOf('- Root Cause: a full disk\n- Resolution: a larger one')
    expect(fields.rootCause?.text).toBe('a full disk')
    expect(fields.resolution?.text).toBe('a larger one')
  })

  it('are whole sentences, wherever their lines end', () => {
    const fields = fieldsOf(
      'Root Cause: a query without an index used up all connections of the pool,\nand nothing limited it.\n\nResolution: we added the index that was missing since the first of the\nreleases.',
    )
    expect(fields.rootCause?.text).toBe(
      'a query without an index used up all connections of the pool, and nothing limited it.',
    )
    expect(fields.resolution?.text).toMatch(/^we added .+ releases\.$/)
  })

  it('are two: a section for both that tells only the fix has no cause', () => {
    const causeOf = (text: string) =>
      inspect(`# Postmortem\n\n## Timeline\n\n- 10:00 Down.\n\n## Root Cause and Resolution\n\n${text}\n`)
        .fields.rootCause
    expect(causeOf('We fixed it by restarting the index.')).toBeNull()
    expect(causeOf('The disk was full because nobody rotated the logs, so we fixed that.')?.line).toBe(9)
  })

  it('come from prose where nothing is labelled', () => {
    const fields = inspect(
      '# Postmortem\n\n## Summary\n\nDown because of a typo.\n\nWe rolled back.\n\n## Timeline\n\n- 10:00 down\n',
    ).fields
    expect(fields.rootCause?.line).toBe(5)
    expect(fields.resolution?.line).toBe(7)
  })
})

describe('labels with commas between them', () => {
  const endOf = (line: string) =>
    inspect(`# Postmortem: slow\n\n## Issue Summary\n\n${line}\n`).fields.end?.text ?? null

  it('are each read, if the line begins with one', () => {
    expect(
      endOf('Start time: Oct 22 2022 9:00 AM (EAT), End time: Oct 22 2022 10:00 AM (EAT). All was down.'),
    ).toContain('10:00 AM')
    expect(endOf('We asked for the start, End time: Oct 22 2022 10:00 AM (EAT) was the answer.')).toBeNull()
  })
})

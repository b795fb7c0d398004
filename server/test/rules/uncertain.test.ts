import { describe, expect, it } from 'vitest'
import { findingsIn, rulesIn, severitiesOf } from './findings.ts'

describe('a section that is missing', () => {
  const titles = [
    'Summary',
    'Impact',
    'Root Causes',
    'Detection',
    'Resolution',
    'Lessons Learned',
    'Timeline',
  ]
  const report = `# Search is down\n\n${titles.map((title) => `## ${title}\n\nText of the section.\n`).join('\n')}`

  it('is only an information in a report that merely resembles a template', () => {
    expect(severitiesOf('section-missing', report)).toEqual(['information'])
    const chosen = '---\npostmortem:\n  template: google-sre\n---\n\n'
    expect(severitiesOf('section-missing', chosen + report)).toContain('warning')
  })

  it('is left to one finding where the report has headings, but none is a section of the base template', () => {
    const own =
      '# Root cause analysis: slow builds\n\nBuilds took an hour on 10 May 2024.\n\n## The experiment\n\nText.\n\n## Root causes\n\nText.\n'
    expect(severitiesOf('section-missing', own)).toEqual([])
    expect(severitiesOf('essentials-missing', own)).toEqual(['information'])
    expect(severitiesOf('section-missing', '# Postmortem: slow builds\n\nIt took an hour.\n')).toHaveLength(4)
  })
})

describe('text above the title of a report', () => {
  const above = 'The builds of all the teams took an hour, and nobody could deploy anything.\n'
  const report =
    '# Root cause analysis: slow builds\n\n## The experiment\n\nText.\n\n## Root causes\n\nText.\n'

  it.each(['', '\n', `\n${'\n'.repeat(2000)}`])('is no summary, however near it is', (between) => {
    expect(findingsIn(above + between + report).map(({ message }) => message)).toContainEqual(
      expect.stringContaining('has no summary'),
    )
  })
})

describe('an article on the site of a team', () => {
  const story = `Search was down on 10 May 2024 from 10:00 until 12:00 UTC. ${'We looked for the cause. '.repeat(20)}\n`

  it('is told once what it lacks, because it is written for readers and in no sections', () => {
    const article = `---\ntitle: Postmortem of the search\nlayout: post\n---\n\n${story}`
    expect(severitiesOf('section-missing', article)).toEqual([])
    expect(severitiesOf('essentials-missing', article)).toEqual(['information'])
    expect(severitiesOf('section-missing', `# Postmortem of the search\n\n${story}`)).toHaveLength(4)
  })
})

describe('a duration', () => {
  it('in hours and minutes is not taken for the time of the start', () => {
    const report = (fields: string) =>
      `# Postmortem\n\n${fields}\n- **Resolved at:** 2024-05-10 23:56 UTC\n\n## Timeline (UTC)\n\n- 21:45 - Detected\n- 23:56 - Resolved\n`
    expect(severitiesOf('duration-mismatch', report('- **Duration:** 02:14'))).toEqual([])
    expect(
      severitiesOf('duration-mismatch', report('- **Duration:** 05:14\n- **Start:** 2024-05-10 21:42 UTC')),
    ).toEqual(['warning'])
  })
})

describe('a step back in time', () => {
  const report = (timeline: string) => `# Postmortem\n\n## Timeline (UTC)\n\n${timeline}\n`

  it.each([
    'Time | Event\n--- | ---\n15:30 | Merged\n1/30 |\n11:00 | Deployed\n16:00 | Fixed',
    '| Time | Event |\n|---|---|\n| 15:30 | Down |\n| Next day | Investigated |\n| 11:00 | Fixed |',
  ])('is none where a line says that another day begins: %s', (timeline) => {
    expect(severitiesOf('timeline-order', report(timeline))).toEqual([])
  })

  it('is none after midnight, if the day of the end is only known from the name of the report', () => {
    const told = '## Summary\n\nThe site was down from 00:02 to 00:45 UTC.\n\n'
    const entries = '- 23:45 - Job begins\n- 00:02 - Down\n- 00:45 - Fixed\n'
    const named = `# Postmortem of 2024-05-10\n\n${told}## Timeline (UTC)\n\n${entries}`
    expect(severitiesOf('timeline-order', named)).toEqual([])
  })

  it('is one below a line that only mentions a day', () => {
    const rows = '| 15:30 | Down |\n| | Next day was a holiday |\n| 11:00 | Fixed |'
    expect(severitiesOf('timeline-order', report(`| Time | Event |\n|---|---|\n${rows}`))).toEqual([
      'warning',
    ])
  })
})

describe('a section without action items', () => {
  const own =
    '# Postmortem: full disk\n\n## What went well\n\nThe backup.\n\n## What went wrong\n\nThe alert.\n\n'
  const advice = 'Choose the smallest disk that is enough.\n'

  it('is reported in a report of its own shape only if it is named for them', () => {
    expect(severitiesOf('actions-missing', `${own}## Prevention\n\n${advice}`)).toEqual([])
    expect(severitiesOf('actions-missing', `${own}## Action Items\n\n${advice}`)).toEqual(['warning'])
  })

  it('may list them in a table that blank lines have torn apart', () => {
    const table = '| Acción | Equipo |\n\n|---|---|\n\n| Alarma de disco | Datos |\n'
    expect(severitiesOf('actions-missing', `${own}## Action Items\n\n${table}`)).toEqual([])
  })
})

describe('a time zone', () => {
  const report = (timeline: string) => `# Postmortem\n\n## Timeline\n\n${timeline}\n`

  it.each([
    ['- 00:00 - Disk full\n- 00:05 - Disk cleared', ['information']],
    ['- T-72h - Last backup\n- 00:00 - Disk full\n- 00:05 - Disk cleared', []],
    ['- 2024-05-10 00:00 - Disk full\n- 00:05 - Disk cleared', ['warning']],
    ['- 14:00 - Disk full\n- T+15m - Disk cleared', ['warning']],
  ])('is missing, unless the timeline counts from zero: %s', (timeline, expected) => {
    expect(severitiesOf('time-zone-missing', report(timeline))).toEqual(expected)
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

  it('with an ambiguous name is only an information if nothing in the report depends on it', () => {
    expect(
      severitiesOf('time-zone-ambiguous', report('All times in CST.\n\n- 14:00 - a\n- 15:00 - b')),
    ).toEqual(['information'])
    expect(severitiesOf('time-zone-ambiguous', report('- 14:00 IST - a\n- 15:00 UTC - b'))).toEqual([
      'warning',
    ])
  })
})

describe('a password in the demonstration of an incident', () => {
  const code = (text: string) =>
    `# Postmortem: leaked session\n\n## Timeline\n\n\`\`\`json\n${text}\n\`\`\`\n`

  it.each([
    '{ "user": "carol", "password": "carol789" }',
    'DATABASE_URL: postgres://wrong_user:wrong_pass@wrong_host:5432/wrong_db',
    '{\n  "username": "dave",\n  "password": "password123"\n}',
    '{\n  "profile": { "email": "erin@example.com" },\n  "token": "MToxNzA1MzI0"\n}',
  ])('is no secret: %s', (text) => {
    expect(severitiesOf('secret-exposed', code(text))).toEqual([])
  })

  it('is a secret if nothing says that it is one', () => {
    expect(severitiesOf('secret-exposed', code('{ "user": "carol", "password": "tr0ub4dor-3" }'))).toEqual([
      'error',
    ])
    expect(severitiesOf('secret-exposed', code('{ "token": "MToxNzA1MzI0" }'))).toEqual(['error'])
  })
})

describe('an article without a title of the base template', () => {
  const story = 'Search was down yesterday. ## Timeline'.replace(' ##', '\n\n##')
  const entries = '\n\n- 2024-05-10 10:00 UTC - It went down.\n- 2024-05-10 11:00 UTC - It was back.\n'

  it.each([
    ['---\ntags: [outage]\ntitle: Postmortem of the search\n---\n\n'],
    [
      'slug: postmortem-of-the-search\npublished: 2024-05-12\ntags: postmortem, outage\n\n# Postmortem of the search\n\n',
    ],
  ])('is not held against that template: %j', (head) => {
    expect(severitiesOf('section-missing', head + story + entries)).toEqual([])
    expect(severitiesOf('section-missing', `# Postmortem of the search\n\n${story}${entries}`)).not.toEqual(
      [],
    )
  })
})

describe('the order of a timeline', () => {
  const report = (entries: string, title = 'search is down') =>
    `# Postmortem: ${title}\n\n## Timeline (UTC)\n\n${entries}\n\n## Root Cause\n\nA full disk.\n`

  it('says nothing of entries whose day only the last one tells', () => {
    const entries =
      '- 11:30 - The cache was purged.\n- 12:01 - It was over.\n- 2024-04-20 - Somebody wrote this down.\n- 2024-08-01 14:00 - It happened again.\n- 2024-08-01 15:00 - The incident was resolved.'
    expect(severitiesOf('timeline-order', report(entries))).toEqual([])
  })

  it('does not take the time of day for a year', () => {
    const entries =
      '- Feb 9 1924 UTC - An alert was received.\n- Feb 9 1931 UTC - The node was restarted.\n- Feb 9 1910 UTC - The node came back.'
    expect(severitiesOf('timeline-order', report(entries, 'search is down (Feb 9, 2024)'))).toEqual([])
  })

  it('lets a range begin before the entry above it, if it ends after that', () => {
    const entries = (range: string) =>
      report(
        `- 2024-05-10 21:21 - The job was started.\n- 2024-05-10 ${range} - Nobody watched it.\n- 2024-05-11 12:10 - It was found dead.`,
      )
    expect(severitiesOf('timeline-order', entries('21:00–12:00'))).toEqual([])
    expect(severitiesOf('timeline-order', entries('20:30–21:00'))).toEqual(['warning'])
  })
})

describe('a time zone', () => {
  const report = (zone: string, statement = '') =>
    `# Postmortem: search is down\n\n## Timeline\n\n${statement}- 7:09 AM${zone} - It was down.\n- 7:26 AM${zone} - It was back.\n`

  it('is stated by its name alone, and for all events', () => {
    expect(severitiesOf('time-zone-missing', report(''))).toEqual(['warning'])
    expect(severitiesOf('time-zone-missing', report(' Eastern'))).toEqual([])
    for (const statement of ['All events are documented in UTC time.', 'Events are in UTC.'])
      expect(severitiesOf('time-zone-missing', report('', `${statement}\n\n`))).toEqual([])
  })

  it('is no word that describes the next one', () => {
    expect(severitiesOf('time-zone-missing', report(' Central station closed'))).toEqual(['warning'])
  })
})

describe('what stands for a secret', () => {
  it('is no secret', () => {
    const url = (password: string) =>
      `# Postmortem\n\nIt cloned https://oauth2:${password}@git.corp.io/a.git.\n`
    expect(severitiesOf('secret-exposed', url('TOKEN'))).toEqual([])
    expect(severitiesOf('secret-exposed', url('h0rse-battery'))).toEqual(['error'])
    expect(severitiesOf('secret-exposed', url('horse-key'))).toEqual(['error'])
  })
})

describe('a status that only details of action items contradict', () => {
  it('is an information, because what is listed may be no action items', () => {
    const report = (rest: string) =>
      `---\nstatus: published\n---\n\n# Postmortem: search is down\n\n## Issue Summary\n\nDown.\n\n## Timeline\n\n- 10:00 UTC - Down.\n\n## Root Cause and Resolution\n\n${rest}\n\n## Corrective and Preventative Measures\n\n- [ ] Alert on a full disk\n`
    expect(severitiesOf('status-incomplete', report('A full disk.'))).toEqual(['information'])
    expect(severitiesOf('status-incomplete', report('{{why}}'))).toEqual(['warning'])
  })
})

describe('a template that nothing but a few sections speaks for', () => {
  const report = (...titles: readonly string[]) =>
    `# Postmortem: the chain halted\n\n${titles.map((title) => `## ${title}\n\nText of the section.\n`).join('\n')}`
  const own = report('Summary', 'Root Cause', 'Resolution')

  it('is a guess, and what the report lacks for it is only an information', () => {
    expect(severitiesOf('section-missing', own)).toEqual(['information', 'information'])
    expect(new Set(severitiesOf('field-missing', own))).toEqual(new Set(['information']))
    expect(severitiesOf('length-report', own)).toEqual([])
    const withoutSections = `# Postmortem: why it was withdrawn\n\nIt was down on 10 May 2024. ${'Nobody but us used it. '.repeat(25)}\n`
    expect(new Set(severitiesOf('section-missing', withoutSections))).toEqual(new Set(['information']))
  })

  it('is none in a report that has its titles, or has only been begun', () => {
    expect(severitiesOf('section-missing', report('Issue Summary'))).toContain('warning')
    expect(
      severitiesOf('section-missing', report('Summary', 'Root Cause and Resolution', 'Timeline')),
    ).toEqual(['warning'])
    expect(severitiesOf('section-missing', '# Postmortem: the chain halted\n')).toContain('warning')
  })
})

describe('a report in another language', () => {
  const sentence = 'O serviço de busca ficou fora do ar durante uma hora.'
  const report = (text: string) =>
    `# Postmortem: busca\n\n## Summary\n\nO disco.\n\n## O que aconteceu\n\n${`${text}\n\n`.repeat(6)}## Causa\n\nO disco estava cheio.\n\n## Lessons Learned\n\nO disco.\n`

  it('is not told that it lacks what may be there in other words', () => {
    expect(severitiesOf('essentials-missing', report(sentence))).toEqual([])
    expect(severitiesOf('essentials-missing', report('The search was down for an hour.'))).toEqual([
      'information',
    ])
  })
})

describe('the order of a date in numbers', () => {
  const ambiguous = (dates: string) =>
    severitiesOf('date-ambiguous', `# Postmortem\n\n## Summary\n\nIt began on ${dates}.\n`)

  it('is known from a date that leaves no choice', () => {
    expect(ambiguous('28/08/2018 and lasted until 05/09/2018')).toEqual([])
    expect(ambiguous('02/02/2018 and lasted until 05/09/2018')).toEqual(['warning'])
  })
})

describe('a fault of somebody', () => {
  const analysis =
    'The tool takes any key, and a blank in it makes two of them, so that all keys below it are deleted. '
  const report = (more: string) =>
    `# Postmortem\n\n## Summary\n\nAn operator error took the service down.\n\n## Root Cause\n\n${more}\n`

  it('in a summary is only an information if the sections after it say how it came about', () => {
    expect(severitiesOf('cause-human-error', report(analysis.repeat(3)))).toEqual(['information'])
    expect(severitiesOf('cause-human-error', report('A key.'))).toEqual(['warning'])
  })
})

describe('a field that is not known', () => {
  it('ends the one before it', () => {
    const report =
      '# Incident report\n\n**Date:** March 30, 2026\n**Source:** a capture (Exercise: 2024-10-23)\n\n## Summary\n\nIt broke.\n'
    expect(rulesIn(report)).not.toContain('end-before-start')
  })
})

describe('headings at one level', () => {
  const report = (parts: string) =>
    `# Postmortem\n\n## Issue Summary\n\n${parts}## Duration\n\nAn hour.\n\n## Timeline\n\n- 10:00 down\n`

  it('are what they say if the section above has parts at a deeper level', () => {
    expect(severitiesOf('heading-level-inverted', report('### Users\n\nText.\n\n'))).toEqual([])
    expect(severitiesOf('heading-level-inverted', report(''))).toEqual(['information'])
  })
})

import { describe, expect, it } from 'vitest'
import { measures } from '../../src/library/measures.ts'
import { describeUnread } from '../../src/library/output/sentences.ts'
import { inEnglish } from '../../src/messages/translate.ts'
import { incidentIn, incidentsIn } from './incidents.ts'

interface Parts {
  readonly summary?: string
  readonly timeline?: string
  readonly title?: string
  readonly before?: string
}

const report = ({
  summary = 'The search was down.',
  timeline = 'Text.',
  title = '# Postmortem: search is down',
  before = '',
}: Parts) =>
  `${before}${title}\n\n## Issue Summary\n\n${summary}\n\n## Timeline\n\n${timeline}\n\n## Root Cause and Resolution\n\nThe disk was full.\n\n## Corrective and Preventative Measures\n\n- [ ] Add an alert on a full disk (owner: Kim, due: 2024-06-01, OPS-12)\n- [x] Size the disk\n`

const reasons = (text: string) =>
  incidentIn(text).unread.map(({ column, reason }) =>
    inEnglish(describeUnread({ columns: [column], reason })),
  )

describe('an incident in the table', () => {
  it('has each value with the line that it comes from', () => {
    const text = report({
      summary: '- **Duration:** 3 May 2024, 14:00 to 14:45 UTC\n- **Severity:** SEV2',
      timeline: '- 14:04 UTC - Detected by an alert.\n- 14:45 UTC - The search was restored.',
    })
    expect(incidentIn(text)).toMatchObject({
      line: 1,
      title: 'Postmortem: search is down',
      date: { value: '2024-05-03', line: 5, certainty: 'certain' },
      severity: { value: 'SEV2', line: 6 },
      duration: { value: 45, line: 5, certainty: 'certain' },
      timeToDetect: { value: 4, line: 10, certainty: 'certain' },
      timeToResolve: { value: 45 },
    })
    expect(reasons(text)).toEqual(['time to mitigate: The report names no mitigation before the end.'])
  })

  it('has the tasks with their owners, days and tickets', () => {
    expect(incidentIn(report({})).tasks).toMatchObject([
      { done: false, owner: 'Kim', due: '2024-06-01', dueDay: 19_875, ticket: 'OPS-12' },
      { done: true, owner: null, dueDay: null },
    ])
  })

  it('has the whole sentence of a task that goes on in the next line, and no full stop after its day', () => {
    const tasks = '- [ ] Add an alert on\n  a full disk.\n\n  It is the second time.\n  - Due: 20 June 2024.'
    const text = report({}).replace(/- \[ \] Add.*/, tasks)
    expect(incidentIn(text).tasks[0]).toMatchObject({
      text: 'Add an alert on a full disk.',
      due: '20 June 2024',
    })
  })

  it('is none for a document that is no report, and one for each of several', () => {
    expect(incidentsIn('# Shopping list\n\n- Bread\n')).toEqual([])
  })

  it('reveals no secret', () => {
    const text = report({ title: '# Postmortem: the key AKIAIOSFODNN7EXAMPLQ was public' })
    expect(JSON.stringify(incidentIn(text))).not.toContain('AKIAIOSFODNN7EXAMPLQ')
  })

  it('takes nothing from a log that was pasted, also as HTML', () => {
    const log = '<pre><code>\nSeverity: SEV1\nStatus: running\n</code></pre>'
    expect(incidentIn(report({ summary: `${log}\n\nSeverity: SEV3` }))).toMatchObject({
      severity: { value: 'SEV3' },
      status: null,
    })
    const unclosed = 'The search was down.\n\n<pre>\n\nSeverity: SEV2'
    expect(incidentIn(report({ summary: unclosed })).severity?.value).toBe('SEV2')
  })

  it('takes no placeholder for a value', () => {
    const summary = 'It was down.\n\n**Severity:** {{SEV1 to SEV5}}\n**Incident ID:** {{id}}'
    expect(incidentIn(report({ summary }))).toMatchObject({ severity: null, id: null })
  })
})

describe('the title', () => {
  it('may be in YAML or TOML front matter', () => {
    const withoutHeading = (before: string) => incidentIn(report({ before, title: '' })).title
    expect(withoutHeading('---\ntitle: "Search is down"\n---\n\n')).toBe('Search is down')
    expect(withoutHeading('+++\ntitle = "Incident report: search"\n+++\n\n')).toBe('Incident report: search')
    expect(withoutHeading('')).toBe('report.md')
  })

  it.each(['https://reports.example/search-2024', 'Metadata', 'Table of contents'])(
    'is none that says %s',
    (title) => {
      expect(incidentIn(report({ title: `# ${title}` }), 'a.md').title).toBe('a.md')
      const named = report({ title: `# ${title}`, before: '---\ntitle: Search is down\n---\n\n' })
      expect(incidentIn(named).title).toBe('Search is down')
    },
  )

  it.each(['Postmortem', '0x19. Postmortem', 'My first postmortem', 'Incident Report'])(
    'is the heading below one that says no more than: %s',
    (title) => {
      const titled = (below: string) => incidentIn(report({ title: `# ${title}\n\n${below}` })).title
      expect(titled('![A dog](dog.png)\n\n## The search is down')).toBe('The search is down')
      expect(titled('My first postmortem:\n\n# The search is down')).toBe('The search is down')
      expect(titled('## The search is down - 10 May 2024')).toBe('The search is down - 10 May 2024')
      expect(titled('## 10 May 2024')).toBe(title)
      expect(titled('## Resumo')).toBe(title)
      expect(titled('**Archived:** yes\n\n## What this was')).toBe(title)
      expect(titled('## Authors')).toBe(title)
      expect(titled('## Metadata')).toBe(title)
      expect(titled('Some text.')).toBe(title)
    },
  )

  it('is in the front matter, if the text names only the kind of document', () => {
    const before = '---\ntitle: The search is down\n---\n\n'
    expect(incidentIn(report({ before, title: '# Postmortem' })).title).toBe('The search is down')
  })

  it('is in the front matter rather than in a line that only speaks of a postmortem', () => {
    const titled = (before: string, title = '(after the template of another postmortem)') =>
      incidentIn(report({ before, title })).title
    expect(titled('---\ntitle: The search is down\n---\n\n')).toBe('The search is down')
    expect(titled('---\ntitle: The search\n---\n\n', '# Postmortem: search is down')).toBe(
      'Postmortem: search is down',
    )
    expect(titled('', 'Postmortem: search is down')).toBe('Postmortem: search is down')
  })

  it('may follow the name of the summary', () => {
    const titled = (summary: string) =>
      incidentIn(report({ title: '' }).replace('## Issue Summary', summary)).title
    expect(titled('## Issue Summary: the night without a search')).toBe('the night without a search')
    expect(titled('**Issue Summary: when the search took a nap**')).toBe('when the search took a nap')
    expect(titled('## Issue Summary: Duration: 2 hours')).toBe('report.md')
    expect(titled('## Issue Summary (10 May 2024)')).toBe('report.md')
    expect(titled('Issue Summary: the search was down.')).toBe('report.md')
  })

  it('ends without a colon', () => {
    expect(incidentIn(report({ title: '# Outage of the search :' })).title).toBe('Outage of the search')
  })

  it('of a document is not the name of its cause', () => {
    expect(incidentIn(report({ title: '# RCA: search is down' })).title).toBe('RCA: search is down')
    expect(incidentIn(report({ title: '# Root Cause Analysis - search is down' })).title).toBe(
      'Root Cause Analysis - search is down',
    )
  })

  it('is the first heading, if that names the kind of report as well as a section', () => {
    const titled = (title: string) => incidentIn(report({ title }), 'a.md').title
    expect(titled('# Root Cause Analysis Report')).toBe('Root Cause Analysis Report')
    expect(titled('# Bug: the index is never rebuilt')).toBe('Bug: the index is never rebuilt')
    expect(titled('# Incident Overview')).toBe('a.md')
  })

  it('is the line above the first section, if that reads like a name', () => {
    const titled = (line: string) => incidentIn(report({ title: line }), 'a.md').title
    expect(titled('Search outage in the northern shops')).toBe('Search outage in the northern shops')
    expect(titled('Project Title: The night without a search')).toBe('The night without a search')
    expect(titled('The search was down for two hours.')).toBe('a.md')
    expect(titled('Kim Example')).toBe('a.md')
    expect(titled('[All our reports in one place](index.md)')).toBe('a.md')
    expect(titled('It broke on Monday at 10:00 UTC')).toBe('a.md')
    expect(titled('This postmortem describes how we lost an index and found it again.')).toBe('a.md')
  })

  it('of each of several incidents is the heading above it', () => {
    const incident = (name: string) =>
      `## ${name}\n\n### Timeline\n\n- 10:00 Searches failed.\n\n### Root cause\n\nA full disk.\n\n### Resolution\n\nA larger disk.\n\n`
    const text = `# Incident reports\n\n${incident('INC-1: slow search')}${incident('INC-2: lost orders')}${incident('INC-3: no mail')}`
    expect(incidentsIn(text).map(({ title, line }) => [title, line])).toEqual([
      ['INC-1: slow search', 1],
      ['INC-2: lost orders', 17],
      ['INC-3: no mail', 31],
    ])
  })

  it('of each of several incidents may be a line of text', () => {
    const told = (title: string) =>
      `${title}\n\nIssue Summary:\n\nThe search was down.\n\nTimeline:\n\n- 14:00 UTC: It broke.\n- 15:00 UTC: Service restored.\n\nRoot Cause and Resolution:\n\nA full disk.\n\nCorrective and Preventative Measures:\n\n- Add an alert\n\n`
    const text = told('Postmortem: search is down') + told('The Great Search Debacle: A Post-Mortem Tale')
    expect(incidentsIn(text).map(({ title, tasks }) => [title, tasks.length])).toEqual([
      ['Postmortem: search is down', 1],
      ['The Great Search Debacle: A Post-Mortem Tale', 1],
    ])
  })

  it('may call the report a draft', () => {
    const statusOf = (title: string) => incidentIn(report({ title: `# ${title}` })).status
    expect(statusOf('Postmortem: search is down (draft)')).toMatchObject({ value: 'draft', line: 1 })
    expect(statusOf('[Draft] - Postmortem: search is down')).toMatchObject({ certainty: 'assumed' })
    expect(statusOf('Postmortem: search is down - Draft v0.2')).toMatchObject({ value: 'draft' })
    expect(statusOf('Postmortem: draft orders were lost')).toBeNull()
    expect(statusOf('Postmortem: nobody could save a draft')).toBeNull()
  })
})

describe('the date', () => {
  const dateIn = (parts: Parts) => incidentIn(report(parts)).date

  it('is the one that is named for it, whatever the title says', () => {
    const summary = '**Incident Date:** 5 May 2024\n\nThe search was down.'
    expect(dateIn({ title: '# Postmortem: outage of 3 May 2024', summary })).toMatchObject({
      value: '2024-05-05',
      line: 5,
    })
  })

  it('is that of the title, if the start follows only from the order of the entries', () => {
    const timeline =
      '### 2024-05-09\n\nA build failed because of another outage.\n\n### 2024-05-10 17:14\n\nThe search failed.\n'
    expect(dateIn({ title: '# 2024-05-10, the search is down', timeline })?.value).toBe('2024-05-10')
    const summary = 'The search went down on 9 May 2024 at 23:50 UTC.'
    expect(dateIn({ title: '# 2024-05-10, the search is down', summary })?.value).toBe('2024-05-09')
  })

  it('is the first of several days', () => {
    expect(dateIn({ summary: '**Date:** May 14-19, 2024' })?.value).toBe('2024-05-14')
    expect(dateIn({ summary: '**Date:** May 28 – 31 2024' })?.value).toBe('2024-05-28')
  })

  it('is read between commas if there is only one way to read it', () => {
    expect(dateIn({ summary: 'Start Time: 05, 14, 2024, 10:00 UTC' })?.value).toBe('2024-05-14')
    expect(dateIn({ summary: 'Start Time: 05, 04, 2024, 10:00 UTC' })).toBeNull()
  })

  it('is that of the detection rather than that of the end, weeks later', () => {
    const timeline =
      '2024-05-03 - The bug was discovered by Kim.\n\n2024-06-15 - A version with the fix was released.'
    expect(dateIn({ timeline })).toMatchObject({ value: '2024-05-03', certainty: 'certain' })
  })

  it.each([
    ['is that of the title', { title: '# 2024-05-10: search is down' }, '2024-05-10', 'certain'],
    [
      'is the first one of the timeline',
      { timeline: '- 2024-05-09 23:50 UTC - It broke.\n- 00:10 UTC - It was restored.' },
      '2024-05-09',
      'certain',
    ],
    [
      'is the only one that the text names',
      { summary: 'Customers wrote to us about errors on 10 May 2024.' },
      '2024-05-10',
      'assumed',
    ],
  ] as const)('%s', (_, parts, value, certainty) => {
    expect(incidentIn(report(parts)).date).toMatchObject({ value, certainty })
  })

  it('is that of the file name, if the text has none', () => {
    expect(incidentIn(report({}), 'incidents/2024-05-10-search.md').date).toMatchObject({
      value: '2024-05-10',
      certainty: 'assumed',
    })
  })

  it.each([
    { summary: '**Date:** 03/04/2024\n\nThe search was down.' },
    {
      summary: 'The search was down from 9:55 to 11:20 UTC.',
      timeline: '- 03/04/2024 9:55 UTC - A customer complained.\n- 03/04/2024 11:20 UTC - It was restored.',
    },
  ])('is none if it can be read in two ways, which the reason says', (parts) => {
    const text = report(parts)
    expect(incidentIn(text).date).toBeNull()
    expect(reasons(text)).toContain('date: The date "03/04/2024" can be read in two ways.')
  })
})

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
})

describe('the tasks', () => {
  const below = (measures: string) =>
    incidentIn(report({}).replace(/- \[ \] Add[\s\S]*/, `${measures}\n`)).tasks.map(({ text, done }) => [
      text,
      done,
    ])

  it('are to be done if each has a tick for a bullet and still tells what to do', () => {
    expect(below('✅ Add a test.\n✅ Size the disk.\n✅ Train everybody.')).toEqual([
      ['Add a test.', false],
      ['Size the disk.', false],
      ['Train everybody.', false],
    ])
    expect(below('- ✔️ Add a test\n- ✔️ Size the disk')).toEqual([
      ['Add a test', false],
      ['Size the disk', false],
    ])
    expect(below('✅ Add a test! ✅ Size the disk. ✅ Train everybody.').map(([, done]) => done)).toEqual([
      false,
      false,
      false,
    ])
  })

  it('are done if only some have a tick, or if they tell what was done', () => {
    expect(below('- ✅ Add a test\n- Size the disk').map(([, done]) => done)).toEqual([true, false])
    expect(below('- ✅ Added a test\n- ✅ The disk is larger').map(([, done]) => done)).toEqual([true, true])
    expect(below('**Completed:**\n\n- ✅ Add a test\n- ✅ Size the disk').map(([, done]) => done)).toEqual([
      true,
      true,
    ])
  })

  it('are paragraphs below a title that promises them, whatever verb one of them begins with', () => {
    const paragraphs = (last: string) =>
      `### Tasks:\n\nAdd a test.\n\nSize the disk.\n\nReview the alerts.\n\nTrain everybody.\n\n${last}`
    expect(below(paragraphs('Babysit the next release.'))).toHaveLength(5)
    expect(below('### Tasks:\n\nAdd a test.\n\nThe disk was full for a long time.')).toEqual([])
  })

  it('are the improvements if the author lists no tasks', () => {
    const improvements =
      '### Improvements/Fixes:\n\n- Review: Add a review of queries\n- Documentation: Update the checklist\n- Queries are slow'
    expect(below(improvements)).toEqual([
      ['Review: Add a review of queries', false],
      ['Documentation: Update the checklist', false],
    ])
    expect(below(`${improvements}\n\n### Tasks:\n\n- Size the disk`)).toEqual([['Size the disk', false]])
    expect(below('### Improvements/Fixes:\n\nUpdate of the checklist was begun.')).toEqual([])
  })

  it('have no emoji for a bullet in their text', () => {
    const tasks = below('- 🕵️‍♂️ Investigate the disk\n- :small_blue_diamond: Add a test')
    expect(tasks.map(([text]) => text)).toEqual(['Investigate the disk', 'Add a test'])
  })
})

describe('what is already done', () => {
  const states = (body: string, title = '## Preventive Measures Implemented') =>
    incidentIn(
      report({}).replace(/## Corrective and Preventative Measures[\s\S]*/, `${title}\n\n${body}\n`),
    ).tasks.map(({ done }) => done)

  it('leaves a task open that says so itself', () => {
    expect(states('1. ✅ Added an alert\n2. ⚠️ PENDING: Test the restore\n3. Size the disk (to do)')).toEqual([
      true,
      false,
      false,
    ])
  })

  it('is a list that only tells, with verbs that have one form for both', () => {
    const told = '1. Re-enabled the sync.\n2. Reset the offsets of all disks.\n3. Verified the index.'
    expect(states(told, '## Remediation Actions')).toEqual([true, true, true])
    const asked = '1. Reset the offsets of all disks.\n2. Set an alert on them.'
    expect(states(asked, '## Remediation Actions')).toEqual([false, false])
  })

  it('is a list below a sentence that says so', () => {
    const list = '- Keep a spare disk.\n- Test the restore.'
    const title = '## Corrective and Preventative Measures'
    expect(states(`After a review, these measures have been put in place:\n\n${list}`, title)).toEqual([
      true,
      true,
    ])
    expect(states(`After a review, these measures will be put in place:\n\n${list}`, title)).toEqual([
      false,
      false,
    ])
  })

  it('ends before the last words of a report without bullets', () => {
    const tasks = '🔷 Disks: Enhance the alerts on full disks.\n🔷 Index: Run a test of the restore.'
    const close = 'Final note:\nThe disks of the search have room again, and we sleep well.'
    expect(states(`${tasks}\n${close}`, '## Corrective and Preventative Measures')).toEqual([false, false])
  })
})

describe('an owner in brackets', () => {
  const ownerOf = (task: string) => incidentIn(report({}).replace(/- \[ \] Add.*/, task)).tasks[0]?.owner

  it('is a person or a team, and no property or product', () => {
    expect(ownerOf('- [ ] Keep a spare disk (High Availability)')).toBeNull()
    expect(ownerOf('- [ ] Set up a filter for requests (Cloudflare, AWS WAF)')).toBeNull()
    expect(ownerOf('- [ ] Keep a spare disk (Kim)')).toBe('Kim')
  })
})

describe('labelled values', () => {
  it('are not those of a list below a title', () => {
    const state = '## Current Status\n\n- **Production:** online\n- **Staging:** online\n\n'
    expect(incidentIn(report({}).replace('## Timeline', `${state}## Timeline`)).status).toBeNull()
    expect(incidentIn(report({ summary: '**Status:** Resolved' })).status?.value).toBe('Resolved')
  })

  it('are not the priority of a step', () => {
    const step = '## Pending work\n\n**Priority:** Immediate\n\nText.\n\n'
    expect(incidentIn(report({}).replace('## Root', `${step}## Root`)).severity).toBeNull()
    expect(incidentIn(report({ summary: '**Priority:** P1' })).severity?.value).toBe('P1')
    expect(
      incidentIn(report({ before: '', title: '# Postmortem: search is down\n\n**Priority:** P2' })).severity
        ?.value,
    ).toBe('P2')
  })

  it('are no sentence about what was similar', () => {
    const related = (text: string) =>
      incidentIn(report({ summary: `- **Previous incidents:** ${text}` })).related.map(({ value }) => value)
    expect(related('INC-12, 2024-05-03-search.md')).toEqual(['INC-12', '2024-05-03-search.md'])
    expect(related('The great search outage')).toEqual(['The great search outage'])
    expect(related('Keys were exposed in a chat by somebody from another team')).toEqual([])
  })

  it('keep what is in brackets, and are no state of services', () => {
    const servicesOf = (services: string) =>
      incidentIn(report({ summary: `- **Services:** ${services}` })).services.map(({ value }) => value)
    expect(servicesOf('search (index, API of the north), mail')).toEqual([
      'search (index, API of the north)',
      'mail',
    ])
    expect(servicesOf('All running normally')).toEqual([])
  })
})

describe('an empty cell', () => {
  const start = '- 2024-05-03 14:00 UTC - The outage began.'
  const reasonsOf = (...entries: readonly string[]) => reasons(report({ timeline: entries.join('\n') }))

  it.each<[string, readonly string[]]>([
    [
      'time to detect: No entry with a time says how it was noticed.',
      [start, '- 15:00 UTC - Service restored.'],
    ],
    [
      'time to detect: The start is known only from its detection.',
      ['- 2024-05-03 14:00 UTC - The outage started and an alert fired.'],
    ],
    [
      'time to detect: What was found at this time is the cause, and not the outage.',
      [start, '- 14:30 UTC - Checked php.ini and discovered that logging was off.'],
    ],
    ['time to mitigate: The report names no mitigation before the end.', [start]],
    ['time to resolve: The report does not say when it ended.', [start]],
  ])('says: %s', (reason, entries) => {
    expect(reasonsOf(...entries)).toContain(reason)
  })

  it('has one reason, and a value has none', () => {
    const incident = incidentIn(report({ timeline: `${start}\n- 14:04 UTC - Detected by an alert.` }))
    const empty = [...measures, 'date' as const].filter((column) => incident[column] === null)
    expect(incident.unread.map(({ column }) => column).sort()).toEqual([...empty].sort())
    expect(empty).toHaveLength(3)
  })
})

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

describe('a duration that contradicts its own range', () => {
  const read = (end: string) =>
    incidentIn(
      report({
        summary: '**Duration: 30 mins** (13:20 to 13:30 UTC)',
        timeline: `- 13:20 UTC - An alert fired.\n- ${end} UTC - The search was restored.`,
      }),
    ).duration

  it('is assumed if the timeline is as long', () => {
    expect(read('13:50')).toMatchObject({ value: 30, certainty: 'assumed' })
    expect(read('14:50')).toBeNull()
  })
})

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
})

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

describe('a length', () => {
  it('of the detection is taken from its label', () => {
    expect(
      incidentIn(report({ summary: '- **Detection Time:** 5 minutes (by hand)' })).timeToDetect?.value,
    ).toBe(5)
    expect(incidentIn(report({ summary: '- **Detection Time:** 10:05' })).timeToDetect).toBeNull()
  })

  it('is that for which users were not able to work', () => {
    const summary = 'Editors were not able to reach any of the pages inside of the whole company for 2 hours.'
    expect(incidentIn(report({ summary })).duration?.value).toBe(120)
  })
})

describe('the words of the team', () => {
  it('are those of labels if it has chosen none', () => {
    const labelled = (trigger: string) =>
      incidentIn(report({ summary: `**Service:** search\n\n**Trigger:** ${trigger}` }))
    expect(labelled('config change')).toMatchObject({
      services: [{ value: 'search', certainty: 'certain' }],
      trigger: { value: 'config change', certainty: 'certain' },
    })
    expect(labelled('A host was restarted while the index grew.').trigger).toBeNull()
  })

  const words = { causes: ['full disk', 'capacity'], services: ['search'], triggers: ['config-change'] }
  const text = report({
    summary: '**Impact:** The search answered with errors.\n\n**Trigger:** a config change of the index',
  }).replace('The disk was full.', 'A full disk.')

  it('are recognised in what the text says, but only assumed', () => {
    expect(incidentIn(text, 'report.md', words)).toMatchObject({
      causes: [{ value: 'full disk', certainty: 'assumed' }],
      services: [{ value: 'search', certainty: 'assumed' }],
      trigger: { value: 'config-change', certainty: 'assumed' },
    })
  })

  it('are whole words', () => {
    expect(incidentIn(text, 'report.md', { causes: ['disk ', 'isk'], services: ['sea'] })).toMatchObject({
      services: [],
    })
  })

  it('may have any sign in them', () => {
    const services = ['R&D', 'C++', 'a.b', 'x/y [z', '100%']
    const found = (title: string) =>
      incidentIn(report({ title, summary: 'Text.' }), 'report.md', { services }).services.map(
        ({ value }) => value,
      )
    for (const each of services) expect(found(`# Postmortem: ${each} is down`)).toEqual([each])
    expect(found('# Postmortem: a+b is down')).toEqual([])
  })

  it('give way to what the front matter states', () => {
    const stated = `---\ncauses: [capacity]\n---\n\n${text}`
    expect(incidentIn(stated, 'report.md', words).causes).toMatchObject([
      { value: 'capacity', certainty: 'certain' },
    ])
  })
})

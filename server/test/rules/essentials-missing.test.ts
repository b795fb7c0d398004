import { describe, expect, it } from 'vitest'
import { findingsIn, severitiesOf } from './findings.ts'

describe('a section that is missing', () => {
  it('is left to one finding where the report has headings, but none is a section of the base template', () => {
    const own =
      '# Root cause analysis: slow builds\n\nBuilds took an hour on 10 May 2024.\n\n## The experiment\n\nText.\n\n## Root causes\n\nText.\n'
    expect(severitiesOf('section-missing', own)).toEqual([])
    expect(severitiesOf('essentials-missing', own)).toEqual(['information'])
    expect(severitiesOf('section-missing', '# Postmortem: slow builds\n\nIt took an hour.\n')).toHaveLength(4)
  })
})

describe('an article on the site of a team', () => {
  const story = `Search was down on 10 May 2024 from 10:00 until 12:00 UTC. ${'We looked for the cause. '.repeat(20)}\n`

  it('is told once what it lacks, because it is written for readers and in no sections', () => {
    const article = `---\ntitle: Postmortem of the search\nlayout: post\n---\n\n${story}`
    expect(severitiesOf('section-missing', article)).toEqual([])
    expect(severitiesOf('essentials-missing', article)).toEqual(['information'])
  })
})

describe('a short report without a single section', () => {
  it('is told once what it lacks, because it was written into no template', () => {
    const stub =
      '# Incident report\n\nAn upgrade of the queue on 10 May 2024 at 23:15 brought:\n\n- Lost messages\n- Workers that restarted again and again\n- A rollback that failed\n\nResult: orders were late.\n'
    expect(severitiesOf('section-missing', stub)).toEqual([])
    expect(severitiesOf('essentials-missing', stub)).toEqual(['information'])
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

  it.each([
    ['## Résumé de la panne\n\nLe disque.\n\n## Cause racine\n\nLe disque.', []],
    ['## Zusammenfassung\n\nDie Platte.\n\n## 2. Ursache\n\nDie Platte.', []],
    ['## Resumen\n\nEl disco.\n\n## Acciones correctivas\n\nEl disco.', []],
    ['## Resumed traffic\n\nThe disk.\n\n## The experiment\n\nThe disk.', ['information']],
  ])('has titles that are not in English: %s', (sections, severities) => {
    const text = `# Postmortem: builds\n\nBuilds took an hour on 10 May 2024, for all who tried, because of a disk that was full.\n\n${sections}\n`
    expect(severitiesOf('essentials-missing', text)).toEqual(severities)
  })
})

describe('what will be done', () => {
  const lacksActions = (text: string) =>
    findingsIn(
      `# Postmortem: slow builds\n\nBuilds took an hour on 10 May 2024.\n\n## The experiment\n\nText.\n\n## Root causes\n\nText.\n\n${text}\n`,
    ).some(({ rule, message }) => rule === 'essentials-missing' && message.includes('action items'))

  it.each([
    '## What changed as a result\n\n- The cache of the builds, which is cleared now.',
    '## Required action (the owner of the builds decides)\n\nA cache that is large enough.',
    '## 5. Fix design — two caches\n\nThe cache is divided.',
    '## Cleanup plan (recommended)\n\nThe cache.',
    '## Fixes (all builds)\n\nThe cache.',
    '## Mitigations\n\nTwo caches.',
    '## 3. Proposed safety mechanisms\n\nTwo caches.',
    '## Suggested edits\n\nTwo caches.',
    "What about the future?\n\nWe're taking the following steps:\n\n    Replacing the cache\n    Reviewing the builds",
    'Next time we will use two caches.',
    'To avoid this the next time somebody clears it, we have divided the cache.',
  ])('may be told without a list that is called one of tasks: %s', (text) => {
    expect(lacksActions(text)).toBe(false)
  })

  it.each([
    '## What changed\n\nThe cache was cleared on 9 May.',
    '## The fix\n\nThe cache was restored.',
    '## Fixes that failed\n\nA restart.',
    'We took the cache with these builds.',
    'To avoid this, clear your cache.',
  ])('is not told by: %s', (text) => {
    expect(lacksActions(text)).toBe(true)
  })
})

describe('a summary', () => {
  const lacksSummary = (text: string) =>
    findingsIn(
      `# Postmortem: slow builds\n\n${text}\n\n## The experiment\n\nText.\n\n## Root causes\n\nText.\n`,
    ).some(({ rule, message }) => rule === 'essentials-missing' && message.includes('summary'))

  it('may be labelled fields at the beginning of a report without a template', () => {
    expect(lacksSummary('**Impact:** Builds were slow.\n\n**Duration:** 2 hours')).toBe(false)
    expect(lacksSummary('**Written by:** Ana')).toBe(true)
  })
})

describe('the cause', () => {
  const lacksCause = (heading: string) =>
    findingsIn(
      `# Postmortem: slow builds\n\nBuilds took an hour on 10 May 2024.\n\n## The experiment\n\nText.\n\n${heading}\n\nText.\n\n## Impact\n\nText.\n`,
    ).some(({ rule, message }) => rule === 'essentials-missing' && message.includes('cause'))

  it.each([
    '## Bug 1 — two threads share a buffer',
    '## Issue #2: the cache',
    '### 1. Bug A',
    '## The underlying defect',
    '## The bug (and why nobody saw it)',
  ])('may be told below the title of what was wrong: %s', (heading) => {
    expect(lacksCause(heading)).toBe(false)
  })

  it.each(['## Bugs', '## Bug reports', '## The issue', '## Issue tracker', '## The bug bounty'])(
    'is not told by: %s',
    (heading) => {
      expect(lacksCause(heading)).toBe(true)
    },
  )
})

describe('the course of events', () => {
  const lacksTimeline = (updates: string) =>
    findingsIn(
      `# Postmortem: slow builds\n\nBuilds took an hour on 10 May 2024.\n\n## The experiment\n\n${updates}\n\n## Root causes\n\nText.\n`,
    ).some(({ rule, message }) => rule === 'essentials-missing' && message.includes('timeline'))

  it('may be told in the updates of a status page', () => {
    expect(
      lacksTimeline('*Monitoring* - The cache is back.\n\n*Investigating* - Builds take longer than usual.'),
    ).toBe(false)
    expect(lacksTimeline('*Monitoring* - Nothing was watched.')).toBe(true)
  })
})

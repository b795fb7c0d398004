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
    `# Postmortem: busca\n\n## Summary\n\nO disco, 2024-05-10.\n\n## O que aconteceu\n\n${`${text}\n\n`.repeat(6)}## Causa\n\nO disco estava cheio.\n\n## Lessons Learned\n\nO disco.\n`

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

describe('what is told in other words', () => {
  const opening =
    '# Postmortem: slow builds\n\nBuilds took an hour for everybody on 10 May 2024, and then half an hour.\n'
  const missingIn = (text: string) =>
    findingsIn(`${opening}\n## The experiment\n\n${text}\n`)
      .filter(({ rule }) => rule === 'essentials-missing')
      .map(({ message }) => message.replace(/^.* has no (.*?)\. Add .*$/, '$1'))

  it('is all of it where there is no sign of it', () => {
    expect(missingIn('Text.')).toEqual(['timeline, cause and action items'])
  })

  it.each([
    'At 10:00 the cache was empty. At 11:00 it was full again.',
    'Two hours later the cache was full.\n\nThe next morning it was empty.',
    'The cache was empty from 10:00 until 11:00.',
  ])('is the course of events where sentences say when or how much later: %s', (text) => {
    expect(missingIn(text)).toEqual(['cause and action items'])
  })

  it.each(['This happened because the cache was empty.', 'The culprit: an empty cache.'])(
    'is the cause where a sentence gives a reason: %s',
    (text) => {
      expect(missingIn(text)).toEqual(['timeline and action items'])
    },
  )

  it.each([
    'We have since divided the cache.',
    'The cache should be divided.',
    'The cache has been replaced.',
    '### Safeguards for the cache\n\nTwo of them.',
    'Steps are in place to keep the cache full.',
  ])('is what was or will be done: %s', (text) => {
    expect(missingIn(text)).toEqual(['timeline and cause'])
  })

  it('is a summary below a heading of any name, before the sections that cannot be read first', () => {
    const report = (heading: string) =>
      `# Postmortem: slow builds\n\n${heading}\n\nOn 10 May 2024 all builds of all the teams took an hour and more.\n\n## Root causes\n\nThe cache was empty, and nobody noticed.\n`
    const lacksSummary = (text: string) =>
      findingsIn(text).some(({ message }) => /has no summary/.test(message))
    expect(lacksSummary(report('## A failure that surprised me'))).toBe(false)
    expect(lacksSummary(report('## What went wrong'))).toBe(true)
  })
})

describe('a defect that no date or time is told of', () => {
  it('has no course of events', () => {
    const report = (when: string) =>
      `# RCA: rows are not saved\n\nRows that are added to the table of prizes disappear ${when}.\n\n## The experiment\n\nText.\n\n## Root causes\n\nThe cache.\n\n## Future safeguards\n\nA larger cache.\n`
    expect(severitiesOf('essentials-missing', report('after each reload'))).toEqual([])
    expect(severitiesOf('essentials-missing', report('since 10 May 2024'))).toEqual(['information'])
  })
})

describe('a report whose author was not there', () => {
  const report = (text: string) =>
    `# Postmortem: the lost auction\n\n${text}\n\nOn 10 May 2024 the auction of another company ended without a sale.\n\n## The experiment\n\nText.\n\n## Root causes\n\nThe contract.\n`

  it.each([
    'This repository explores the bugs of the auction.',
    'For educational purposes only.',
    'This case study is about an auction.',
    'It is a simulated data loss incident.',
    'All of it is from publicly available sources.',
    '## Your tasks\n\nName two hypotheses.',
    '## Proof of concept\n\nRun the script.',
    'The assignment leaves the rest open.',
  ])('owes nobody a timeline or action items: %s', (text) => {
    expect(severitiesOf('essentials-missing', report(text))).toEqual([])
  })

  it.each(['We ran the auction.', 'The concept was proven.', '## Tasks of the auction\n\nText.'])(
    'is not told by: %s',
    (text) => {
      expect(severitiesOf('essentials-missing', report(text))).toEqual(['information'])
    },
  )
})

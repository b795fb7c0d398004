import { describe, expect, it } from 'vitest'
import { read } from '../postmortem/read.ts'
import { apply, findingsIn, rulesIn, severitiesOf } from './findings.ts'

const findingsOf = (text: string) => findingsIn(text).filter(({ rule }) => rule === 'timeline-order')

/** `«` and `»` mark the entries that step back. */
function check(timeline: string) {
  const marked = `# Postmortem\n\n## Timeline (UTC)\n\n${timeline}\n`
  const text = marked.replace(/[«»]/g, '')
  const found = findingsOf(text).map(({ range }) => text.slice(range.start, range.end))
  expect(found).toEqual([...marked.matchAll(/«(.*?)»/g)].map((match) => match[1]))
}

describe('timeline-order', () => {
  it('reports the entry that steps back, once, and not those that go on from there', () => {
    check('- 14:00 - detected\n- 15:40 - paged\n- «13:40» - fixed\n- 13:50 - told everybody')
  })

  it('lets a second clock begin at "T+0"', () => {
    const rows = (second: string) =>
      `| Time | Event |\n|---|---|\n| T+0 | down |\n| T+30-45m | up |\n| ${second} | edited a file |\n| T+5m | edited it again |`
    check(rows('(separately) T+0'))
    check(rows('T+0'))
    check(rows('T+50m').replace('| T+5m', '| «T+5m»'))
    expect(
      findingsOf(`# Postmortem\n\n## Timeline\n\n${rows('later')}\n`).map(({ message }) => message),
    ).toEqual(['The timeline steps back from T+30-45m to T+5m. Sort it, or correct the time.'])
  })

  it('lets midnight pass without a date', () => {
    check('- 23:50 - detected\n- 00:10 - fixed')
  })

  it('lets midnight pass before the entry that alone says when it was over', () => {
    const report = (end: string) =>
      `# Postmortem\n\n**Date:** 2024-05-10\n\n${end}## Timeline (UTC)\n\n- 08:56 - restarted\n- 20:47 - users complain\n- 00:16 - cause found\n- 08:00 - Service recovered\n`
    expect(findingsOf(report(''))).toEqual([])
    expect(findingsOf(report('**End:** 2024-05-10 23:00 UTC\n\n'))).toHaveLength(1)
  })

  it('looks at two timelines one by one', () => {
    check(
      '- 14:00 - detected\n- 15:00 - fixed\n\n## Timeline of the second outage\n\n- 13:00 - detected\n- 13:10 - fixed',
    )
  })

  it('looks at entries below an entry by themselves', () => {
    check(
      '- 14:00 - detected\n  - 14:30 - one team\n  - 14:40 - another\n- 14:10 - fixed\n  - 14:50 - one\n  - «14:20» - other',
    )
  })

  it('compares entries that have only dates', () => {
    check('- 2024-05-10 - built\n- 2024-05-14 - reported\n- «2024-05-12» - withdrawn')
    check('### 2024-05-10\n\nBuilt.\n\n### 2024-05-14\n\nReported.\n\n### «2024-05-12»\n\nWithdrawn.')
  })

  it('takes a sentence above the entries for an introduction', () => {
    check(
      'Between 16:00 and ~17:15 the proxy ran out of memory:\n\n### 15:12\n\nFirst error.\n\n### 16:05\n\nA spike.',
    )
  })

  it('accepts an order that is meant', () => {
    check(
      'The first row is out of chronological order.\n\n- 14:00 - vendor\n- 13:00 - detected\n- 15:00 - fixed',
    )
    check('- 15:00 - fixed\n- 14:00 - paged\n- 13:00 - detected')
  })

  it('leaves milestones alone', () => {
    check(
      '- First detected 2024-05-10 12:39\n- Incident declared 2024-05-10 16:10\n- Resolved 2024-05-10 15:56',
    )
  })

  it('looks at the lists below two items one by one', () => {
    check(
      '- **Key events**\n  - First detected 2024-05-10 12:39\n  - Resolved 2024-05-10 15:56\n- **Context**\n  - 2024-05-10 12:39: detected\n  - 2024-05-10 13:55: paged\n  - «2024-05-10 13:30»: fixed',
    )
  })

  it('does not compare clocks that may be before or after noon', () => {
    check('- 11:50 - detected\n- 12:40 - paged\n- 1:05 - fixed')
    check('- 11:50 AM - detected\n- 12:40 - paged\n- 1:05 - fixed')
  })

  it('does not compare times of zones that nobody knows', () => {
    check('- 14:00 IST - detected\n- 13:00 CST - fixed')
  })

  it('compares instants, not clocks', () => {
    check('- 14:00 UTC - detected\n- 10:05 EDT - paged\n- 14:10 UTC - fixed')
    check(
      '- 2024-05-10 14:00 UTC - detected\n- «2024-05-10 13:10 CEST» - paged\n- 2024-05-10 14:10 UTC - fixed',
    )
  })

  it('names the time that was meant, of one entry or of a run', () => {
    const meant = (timeline: string) => {
      const text = `# Postmortem\n\n## Timeline (UTC)\n\n${timeline}`
      const [fix] = findingsOf(text)[0]?.fixes ?? []
      return fix?.title.startsWith('Write') ? apply(text, fix.edits).split('\n\n')[2] : null
    }
    expect(meant('- 15:10 - a\n- 15:20 - b\n- 13:40 - c\n- 16:00 - d')).toBe(
      '- 15:10 - a\n- 15:20 - b\n- 15:40 - c\n- 16:00 - d',
    )
    expect(meant('- 23:01 - a\n- 23:21 - b\n- 21:31 - c\n- 21:50 - d\n- 23:55 - e')).toBe(
      '- 23:01 - a\n- 23:21 - b\n- 23:31 - c\n- 23:50 - d\n- 23:55 - e',
    )
    expect(meant('- 13:00 - a\n- 15:20 - b\n- 13:40 - c\n- 16:00 - d')).toBe(null)
    expect(meant('- 15:10 - a\n- 15:20 - b\n- 13:40 - c')).toBe(null)
  })

  it('names the day that was meant', () => {
    const text =
      '# Postmortem\n\n## Timeline (UTC)\n\n- 2024-07-25 14:00 - detected\n- 2024-07-25 14:20 - paged\n- 2024-07-05 14:40 - found\n- 2024-07-25 15:00 - fixed\n'
    const [finding] = findingsOf(text)
    const fix = finding?.fixes.find(({ preferred }) => preferred)
    expect(fix?.title).toBe('Write "2024-07-25"')
    expect(apply(text, fix?.edits ?? [])).toBe(text.replace('07-05', '07-25'))
  })

  it('takes the date that a wrapped list item goes on with for no entry', () => {
    const text =
      '# Postmortem: lost block\n\n## Timeline (UTC)\n\n- **2024-01-10 14:00** - The deploy erased the block restored on\n  2024-01-09 by hand.\n- **2024-01-10 15:00** - The block was restored again.\n'
    expect(rulesIn(text)).not.toContain('timeline-order')
    expect(read(text).timeline.entries).toHaveLength(2)
  })
})

describe('an order of times', () => {
  const stepsIn = (timeline: string, summary = '') =>
    rulesIn(
      `# Postmortem: slow\n\n## Issue Summary\n\n${summary}\n\n## Timeline (UTC)\n\n${timeline}\n`,
    ).filter((rule) => rule === 'timeline-order')

  it('passes noon where no clock says which half of the day it is in', () => {
    expect(
      stepsIn('- 10:41: Slow.\n- 11:57-12:08: Talk.\n- 1:17: A fix.\n\n### 1:42-1:59 PM\n\n- 1:42: Done.'),
    ).toEqual([])
    expect(stepsIn('- 8:05: Slow.\n- 11:57: Talk.\n- 9:17: A fix.\n- 14:10: Done.')).toEqual([
      'timeline-order',
    ])
  })

  it('passes midnight even if the stated end contradicts the stated start', () => {
    const summary = 'Duration: May 13, 2024, 10:00 AM - April 14, 2024, 1:00 AM (UTC)'
    expect(stepsIn('- 10:00 AM: Slow.\n- 3:00 PM: A fix.\n- 1:00 AM: Restored.', summary)).toEqual([])
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

import { describe, expect, it } from 'vitest'
import { incidentIn, incidentsIn } from './incidents.ts'
import { report } from './wholeReport.ts'

describe('the title', () => {
  it('may be in YAML or TOML front matter', () => {
    const withoutHeading = (before: string) => incidentIn(report({ before, title: '' })).title
    expect(withoutHeading('---\ntitle: "Search is down"\n---\n\n')).toBe('Search is down')
    expect(withoutHeading('+++\ntitle = "Incident report: search"\n+++\n\n')).toBe('Search')
    expect(withoutHeading('')).toBe('report.md')
  })

  it('is the name of the file, if the report only has the word, and that of the folder for its README', () => {
    const titled = (title: string, file: string) => incidentIn(report({ title }), file).title
    expect(titled('# Postmortem', '2024/mail.md')).toBe('mail.md')
    expect(titled('# Posmortem', '2024/mail.md')).toBe('mail.md')
    expect(titled('# Incident Report', '2024-05-10-mail/README.md')).toBe('2024-05-10-mail')
    expect(titled('# Postmortem', 'README.md')).toBe('README.md')
    expect(titled('# Incident 42', 'mail.md')).toBe('Incident 42')
  })

  it.each(['https://reports.example/search-2024', 'Metadata', 'Table of contents'])(
    'is none that says %s',
    (title) => {
      expect(incidentIn(report({ title: `# ${title}` }), 'a.md').title).toBe('a.md')
      const named = report({ title: `# ${title}`, before: '---\ntitle: Search is down\n---\n\n' })
      expect(incidentIn(named).title).toBe('Search is down')
    },
  )

  it.each(['Postmortem', '0x19. Postmortem', 'My first postmortem', 'Incident Report', 'Postmortems'])(
    'is the heading below one that says no more than: %s',
    (title) => {
      const titled = (below: string) => incidentIn(report({ title: `# ${title}\n\n${below}` })).title
      expect(titled('![A dog](dog.png)\n\n## The search is down')).toBe('The search is down')
      expect(titled('My first postmortem:\n\n# The search is down')).toBe('The search is down')
      expect(titled('## The search is down - 10 May 2024')).toBe('The search is down - 10 May 2024')
      expect(titled('## 10 May 2024')).toBe('report.md')
      expect(titled('## 10 May 2024\n\n### 1. The search is down')).toBe('The search is down')
      expect(titled('## Resumo')).toBe('report.md')
      expect(titled('**Archived:** yes\n\n## What this was')).toBe('report.md')
      expect(titled('## Authors')).toBe('report.md')
      expect(titled('## Metadata')).toBe('report.md')
      expect(titled('Some text.')).toBe('report.md')
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
    expect(titled('---\ntitle: The search\n---\n\n', '# Postmortem: search is down')).toBe('Search is down')
    expect(titled('', 'Postmortem: search is down')).toBe('Search is down')
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
    expect(incidentIn(report({ title: '# RCA: search is down' })).title).toBe('Search is down')
    expect(incidentIn(report({ title: '# Root Cause Analysis - search is down' })).title).toBe(
      'Search is down',
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
      ['Search is down', 1],
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

  it('may have a label that names the kind of report', () => {
    expect(incidentIn(report({ title: 'Postmortem  Title Name: the night without a search' })).title).toBe(
      'the night without a search',
    )
  })

  it('is no address above it', () => {
    const title = 'https://blog.example/postmortem-of-the-search\n\n\nPostmortem: search is down<br>'
    expect(incidentIn(report({ title })).title).toBe('Search is down')
  })
})

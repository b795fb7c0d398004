import { describe, expect, it } from 'vitest'
import { read } from '../read.ts'

const sections =
  '## Summary\n\nSearch was down.\n\n## Timeline\n\n- 10:00 - Down.\n- 10:20 - Up.\n\n## Root Cause\n\nA full disk.\n\n## Action Items\n\n- Add an alert.\n'

function isReport(text: string, path = ''): boolean {
  return read(text, path).recognition.postmortem
}

describe('a document that says what to do is no report', () => {
  it.each([
    'Disaster Recovery Plan',
    '🚑 Incident Playbook',
    'Incident Runbook: slow search',
    'Runbook: slow search',
    'Change Control Document: keys replaced',
    'Lessons learned from building a small cluster',
    'Recover from a lost index',
    'Troubleshoot the search',
    'Incident response',
    'Production incident management process',
  ])('by its title: %s', (title) => {
    expect(isReport(`# ${title}\n\n${sections}`)).toBe(false)
    expect(isReport(`---\ntitle: ${title}\n---\n\n${sections}`)).toBe(false)
  })

  it.each([
    'Incident response: search was down on 3 May',
    'The plan that filled the disk',
    'Search is down: the playbook was wrong',
    'Lessons learned from losing the index',
    'Recovering the lost index',
    'Failed rollout plan of the search',
  ])('while the title of a report may have the same words: %s', (title) => {
    expect(isReport(`# ${title}\n\n${sections}`)).toBe(true)
  })

  it.each([
    'This runbook describes what to do while the search is slow.',
    'This document provides step-by-step procedures for a lost disk.',
    'A checklist for the hour after an outage.',
  ])('by a sentence at its top: %s', (sentence) => {
    expect(isReport(`# Search\n\n${sentence}\n\n${sections}`)).toBe(false)
  })

  it('while a report may say what it describes', () => {
    expect(isReport(`# Search\n\nThis document describes the steps that we took.\n\n${sections}`)).toBe(true)
    expect(isReport(`# Search\n\n${sections}\nThis runbook describes what to do.\n`)).toBe(true)
  })

  it('by front matter that instructions for a program have', () => {
    expect(
      isReport(`---\nname: review\ndescription: Ask what broke\n---\n\n# Postmortem\n\n${sections}`),
    ).toBe(false)
    expect(
      isReport(
        `---\ntitle: Search\nname: review\ndescription: What broke\n---\n\n# Postmortem\n\n${sections}`,
      ),
    ).toBe(true)
  })

  it('by headings that ask when and why postmortems are written', () => {
    const chapters = '## Why postmortems matter\n\nThey teach.\n\n## When to write a postmortem\n\nSoon.\n\n'
    expect(isReport(`# Postmortems\n\n${chapters}${sections}`)).toBe(false)
    expect(
      isReport(`# Course\n\n## Postmortem Definition\n\nText.\n\n## Postmortem structure\n\n${sections}`),
    ).toBe(false)
    expect(
      isReport(`# Postmortem of the search\n\n${sections}## Why the postmortem is late\n\nA trip.\n`),
    ).toBe(true)
  })
})

describe('a text about several incidents is no report of one', () => {
  const problem = (name: string) =>
    `## ${name}\n\n**Symptom:** The ${name} was down.\n\n**Root cause:** A typo.\n\n**Fix:** Another letter.\n\n`
  const problems = ['door', 'lamp', 'bell'].map(problem).join('')

  it('as a log in which each problem has a cause and a fix of its own', () => {
    expect(isReport(`# Root cause analysis log\n\n${problems}`)).toBe(false)
    expect(isReport(`# Postmortem\n\n${problems}`)).toBe(false)
  })

  it('while one incident may have several causes', () => {
    expect(isReport(`# Postmortem\n\n## Timeline\n\n- 10:00 - Down.\n- 10:20 - Up.\n\n${problems}`)).toBe(
      true,
    )
    expect(isReport(`# Postmortem\n\n${problem('door')}${problem('lamp')}`)).toBe(true)
    expect(isReport(`# Postmortem: the house\n\nIt was down at 10:00.\n\n${problems}`)).toBe(true)
    expect(isReport(`# Post-Mortem : la maison\n\n10:00 panne\n\n${problems}`)).toBe(true)
  })

  it.each([
    'This page documents the past incidents of the search.',
    'A collection of useful post-mortems.',
    'A curated list of real outages.',
  ])('as a collection that says so: %s', (sentence) => {
    expect(isReport(`# Search\n\n${sentence}\n\n${sections}`)).toBe(false)
  })
})

describe('the minutes of a meeting', () => {
  const minutes = (title: string) =>
    `# ${title}\n\nWe met on 2024-05-10 at 18:00.\n\n## Outage postmortem\n\n- The door was locked\n\n## Next steps\n\n- Buy a key\n`

  it.each([
    'Meeting notes 2024-05-10',
    'Weekly team meeting minutes',
    'Minutes of the board meeting',
    'Agenda for 2024-05-10',
  ])('are no report, although a postmortem is one of the subjects: %s', (title) => {
    expect(isReport(minutes(title))).toBe(false)
  })

  it.each(['Postmortem meeting notes', 'The meeting notes were lost', 'Search is down for minutes'])(
    'are not told from a report by: %s',
    (title) => {
      expect(isReport(minutes(title))).toBe(true)
    },
  )
})

describe('an index of reports that says what a report should include', () => {
  it('is no report by the list of it', () => {
    const text =
      '# Post-mortems\n\n- [2024-05-10 Search](a.md) - The disk was full.\n- [2024-06-02 Orders](b.md) - The queue was full.\n\n## Writing a post-mortem\n\nA good post-mortem should include:\n\n1. **Incident summary:** what broke.\n2. **Root cause:** why it broke.\n3. **Timeline:** each step.\n4. **Lessons learned:** for the team.\n'
    expect(isReport(text, 'post-mortems/README.md')).toBe(false)
  })
})

describe('a look back at an undertaking', () => {
  const short = 'The server was down on 3 May at 10:00.\n\n## Solution\n\nA new one.\n'

  it('is no report as slides, as the end of an epic, or once it is archived', () => {
    expect(isReport(`build-lists: true\n\n# The Post-Mortem\n\n${short}`)).toBe(false)
    expect(isReport(`# Epic 3 Retrospective\n\n${short}`)).toBe(false)
    expect(isReport(`# Post-Mortem\n\n**Archived:** 2026-04-23\n\n${short}`)).toBe(false)
    expect(isReport(`# The Post-Mortem\n\n${short}`)).toBe(true)
  })

  const lessons =
    '## Summary\n\nText.\n\n## What went well\n\nText.\n\n## Action items\n\n- Add a test for the disk that was down\n'

  it.each([
    '# Autumn conference retro',
    '# Project Post-Mortem Analysis',
    '# Winter Game Jam Post Mortem',
    '+++\ntitle = "Post-mortem"\noutputs = ["Reveal"]\n+++\n\n# Search is down',
    '{{< slide background="#000" >}}\n\n# Post-mortem: search is down',
    '# Post-mortem: why fast mode was withdrawn',
    '# Post-mortem: Widgets\n\n**Status:** final. The project is concluded, not paused.',
  ])('is no report of an incident: %s', (title) => {
    expect(isReport(`${title}\n\n${lessons}`)).toBe(false)
  })

  it('is known by its headings', () => {
    expect(
      isReport(
        `# Postmortem\n\n## What was built\n\nA game.\n\n${lessons}\n## Time spent vs estimate\n\nText.\n`,
      ),
    ).toBe(false)
    expect(isReport(`# Postmortem: search is down\n\n${lessons}`)).toBe(true)
  })

  it('is none where an incident has its timeline and its cause, whatever was withdrawn', () => {
    const incident =
      '## Timeline\n\n- 14:05 UTC: down\n\n## Root cause\n\nA full disk.\n\n## Impact\n\nNo search.\n'
    expect(
      isReport(`# Postmortem: search is down\n\nThe new mode was withdrawn.\n\n${incident}\n${lessons}`),
    ).toBe(true)
  })

  it('is none if its title names an outage', () => {
    expect(isReport(`# Search outage in May\n\n${lessons}`)).toBe(true)
  })
})

describe('a file named after the response to incidents', () => {
  const short =
    '## Summary\n\nA key was public.\n\n## What happened\n\nSomeone saw it.\n\n## Lessons Learned\n\n- Scan.\n'

  it('is a plan, unless its title names an incident', () => {
    const path = 'docs/incident-response.md'
    expect(isReport(`# Security incident: a public key\n\n${short}`, path)).toBe(true)
    expect(isReport(`# Security incident: what to do\n\n${short}`, path)).toBe(false)
    expect(isReport(`# Keys\n\n${short}`, path)).toBe(false)
  })
})

describe('a text about reports', () => {
  const recognised = (text: string, path = '') => read(text, path).recognition.postmortem

  it('lists the sections that a report has', () => {
    expect(
      recognised(
        '# Incidents\n\nEach report of an outage has, where it applies:\n\n- Date\n- Symptoms\n- Detection\n- Impact\n- Root cause\n- Fix\n- Prevention\n',
      ),
    ).toBe(false)
    expect(
      recognised(
        '# Postmortems\n\nEach postmortem documents:\n- Timeline of the incident\n- Impact and root cause analysis\n- Steps of the search\n- Corrective and preventive actions\n',
      ),
    ).toBe(false)
  })

  it('is not a report whose sections are items with text below them', () => {
    expect(
      recognised(
        '# Postmortem: search is down\n\n- Summary\n  - The disk was full.\n- Timeline\n  - 14:05 UTC: full\n- Root cause\n  - Logs were kept.\n',
      ),
    ).toBe(true)
  })

  it('is the index of a collection, as it says', () => {
    expect(
      recognised(
        '# Incident reviews\n\nThis folder is the log of incidents.\n\n| Date | Title |\n| --- | --- |\n| 2024-05-10 | Search was down |\n',
      ),
    ).toBe(false)
  })
})

describe('a readme beside a report', () => {
  const isReport = (text: string, path = 'incidents/README.md') => read(text, path).recognition.postmortem

  it.each(['# 0x19-postmortem\n', '# Postmortem\n\nThis project is about an incident.\n'])(
    'is no report for its title alone: %s',
    (text) => {
      expect(isReport(text)).toBe(false)
      expect(isReport(text, 'incidents/slow-search.md')).toBe(true)
    },
  )

  it('is a report as soon as it has a section of one', () => {
    expect(isReport('# 0x19-postmortem\n\n## Issue Summary\n\nSlow.\n')).toBe(true)
    expect(isReport('# Postmortem of the lost orders\n')).toBe(true)
  })

  it.each([
    'https://blog.example/postmortem-of-the-search\n',
    '# Postmortem\n\n[Read it here](https://blog.example/p/1)\n',
    'Read my postmortem here: https://blog.example/p/1\n',
    'check my blog\nhttps://blog.example/post-incident-report-of-the-search\n',
  ])('only says where the report is, whatever the name of its file: %s', (text) => {
    expect(isReport(text, 'incidents/slow-search.md')).toBe(false)
  })

  it('may begin with a link, or be about files beside it', () => {
    expect(isReport('# Postmortem\n\nSee [the log](disk.log).\n', 'incidents/slow-search.md')).toBe(true)

    const text = '# Postmortem: slow search\n\n[Where we talked](https://chat.example/1)\n'
    expect(isReport(text, 'incidents/slow-search.md')).toBe(true)
  })
})

describe('the minutes of a group that is called after postmortems', () => {
  it.each([
    ['Post-mortem WG meeting notes, 3 May 2024', false],
    ['Postmortem working group minutes', false],
    ['Postmortem meeting notes: search was down', true],
    ['Postmortem of the working group server', true],
  ])('are no report, by their title: %s', (title, expected) => {
    const text = `# ${title}\n\nThe search was down.\n\n## Present\n\n- Ana\n\n## Action items\n\n- Ben writes to the others at 10:00.\n`
    expect(isReport(text)).toBe(expected)
  })
})

describe('an export in which nobody wrote anything', () => {
  const report = (what: readonly string[]) =>
    `# Postmortem report\n\n**Impact time:** 10 May 2024 at 12:52\n\n${[
      'Overview',
      'Resolution',
      'Root Causes',
      'Action Items',
    ]
      .map((title, index) => `## ${title}\n\n${what[index]}\n\n`)
      .join('')}`

  it('is no report until some sections are written', () => {
    const none = '_No comments added_'
    expect(isReport(report([none, none, none, none]))).toBe(false)
    expect(isReport(report(['The disk was full.', 'It was emptied.', none, none]))).toBe(true)
  })
})

describe('research into a weakness', () => {
  const research = (when: string) =>
    `# Lending post-mortem: nobody can repay\n\n## Summary\n\nA rounding error blocks the contract${when}.\n\n## Impact\n\nA loss.\n\n## Proof of Concept\n\nRun the script.\n`

  it('tells no incident if it has a proof and no time', () => {
    expect(isReport(research(''))).toBe(false)
    expect(isReport(research(', as it did on 10 May 2024 at 10:00'))).toBe(true)
  })
})

import { describe, expect, it } from 'vitest'
import { MarkdownDocument } from '../../../src/markdown/document.ts'
import { readReport } from '../../../src/postmortem/readReport.ts'
import { defaultTemplate } from '../../../src/templates/index.ts'
import { read } from '../read.ts'

function check(text: string, postmortem: boolean, reason: string) {
  expect(read(text).recognition).toEqual({ postmortem, reason })
}

describe('a document is a postmortem', () => {
  it('by two sections that only postmortems have', () => {
    check('## Timeline\n\n- 10:00\n\n## Corrective and Preventative Measures\n\n- Rest.\n', true, 'sections')
    check('## Summary\n\nThe outage was short.\n\n## Root Cause\n\nA typo.\n', true, 'sections')
  })

  it('by a title that says so, as soon as there is something below it', () => {
    check('# Postmortem: search was down\n', true, 'title')
    check(
      '# Incident report\n\nThe outage began at 10:00.\n\n'.concat('More of it was told. '.repeat(30)),
      true,
      'title',
    )
  })

  it('by the title in its front matter', () => {
    check(
      '---\ntitle: Security incident disclosure\n---\n\nA token leaked.\n\n### What was impacted\n\nNothing.\n',
      true,
      'title',
    )
  })
})

describe('a title that is the word decides, if something report-like is below it', () => {
  const story = `The shop was down after a failure of its disk on 12 March 2024. ${'We looked further. '.repeat(30)}`
  const titles = [
    '# Postmortem',
    '#Postmortem',
    '# Post-mortem',
    '# Post\u2011mortem',
    '# POSTMORTERM',
    '###Posmortem',
    '# Post Mortum',
    'Postmortem\n==========',
    '**Postmortem**',
    'Postmortem',
    '# 📝 Postmortem',
    '# :fire: Postmortem',
    '# 0x19. Postmortem',
    '# Postmortems',
    '# My project\n\n## Postmortem',
  ]
  for (const title of titles) it(JSON.stringify(title), () => check(`${title}\n\n${story}\n`, true, 'title'))

  const names = [
    'Incident report',
    'Outage report',
    'Retrospective of the checkout outage',
    'Incident review: checkout',
    'RCA: checkout',
    'Root Cause Analysis for the checkout',
    'PIR - checkout',
    'Post-incident review',
    'COE: checkout',
    'Correction of Error',
    'Corrections of errors: checkout',
    'Security incident disclosure',
    'Incident postmortem: support portal',
    'Postmortem: the process that ate the disk',
  ]
  for (const name of names) it(name, () => check(`# ${name}\n\n${story}\n`, true, 'title'))

  it('but not in inline code, nor above a list of links, nor in a text about postmortems', () => {
    check(`# What \`postmortem\` prints\n\n${story}\n`, false, 'too-few-sections')
    check('# Postmortems\n\n- [Search, 2024](a.md)\n- [Disk, 2023](b.md)\n', false, 'too-few-sections')
    check(`# Postmortem process\n\n${story}\n`, false, 'too-few-sections')
    check(`# Guide to incident reviews\n\n${story}\n`, false, 'too-few-sections')
    const general =
      'We write every postmortem after a failure.\n\nA good postmortem has no blame.\n\nPostmortems are kept.\n'
    check(
      `# Postmortem\n\n${general}\nSince 12 March 2024.\n${'We follow it. '.repeat(30)}`,
      false,
      'too-few-sections',
    )
  })
})

describe('lessons and actions need no incident word', () => {
  it('as in a timeline, what went wrong and follow-ups', () => {
    check(
      '# 2024-05-10 Heavy use of the scheduler\n\n## Timeline\n\n- 10:00 - Pods were evicted.\n\n## What went wrong\n\n- Quotas.\n\n## Follow-up improvements\n\n- #12\n',
      true,
      'sections',
    )
  })

  it('nor does a dated title that names an incident need more than two plain sections', () => {
    check(
      '# 2024-05-10 Search unreachable\n\n## What happens\n\nThe proxy was gone.\n\n## Why this happens\n\nA reboot.\n\n## What was done\n\nRestarted.\n',
      true,
      'sections',
    )
  })
})

describe('the path', () => {
  const at = (path: string, text: string) =>
    readReport(MarkdownDocument.from(text), defaultTemplate, { path }).recognition.postmortem
  const thin = '# Search\n\n## What happened\n\nThe index crashed.\n\n## Lessons learned\n\n- Test.\n'

  it('adds weight to thin evidence', () => {
    expect(at('notes/search.md', thin)).toBe(false)
    for (const path of [
      'post-mortems/search.md',
      'docs/incidents/search.md',
      'rca/search.md',
      'search-postmortem.md',
    ]) {
      expect(at(path, thin), path).toBe(true)
    }
  })

  it('never decides alone', () => {
    expect(at('postmortems/README.md', '# Reports\n\nOne file for each outage.\n')).toBe(false)
    expect(at('postmortems/notes.md', 'Lunch is at 12:00. The oven is down.\n')).toBe(false)
  })
})

describe('a file beside reports', () => {
  const at = (path: string, text: string) =>
    readReport(MarkdownDocument.from(text), defaultTemplate, { path }).recognition.postmortem
  const sections =
    '## Summary\n\nSearch was down.\n\n## Timeline\n\n- 10:00 - Down.\n\n## Root Cause\n\nA disk.\n\n## Action Items\n\n- An alert.\n'

  it('is a template in a folder of templates, and instructions for writing one', () => {
    expect(at('docs/rca/search.md', `# Root Cause Analysis\n\n${sections}`)).toBe(true)
    expect(at('docs/templates/rca.md', `# Root Cause Analysis\n\n${sections}`)).toBe(false)
    expect(at('skills/postmortem/SKILL.md', `# Postmortem\n\n${sections}`)).toBe(false)
    expect(at('docs/aar.md', `# Conduct an after-action review\n\n${sections}`)).toBe(false)
    expect(at('audit/12.md', `# Post-mortem template absent\n\n${sections}`)).toBe(false)
  })

  it('is the readme of an exercise, which has headings of its own', () => {
    const files = '## Technologies\n\n- Bash\n\n## Files\n\n- One\n'
    expect(at('postmortem/README.md', `# Postmortem\n\nTo learn about it.\n\n${files}`)).toBe(false)
    expect(at('postmortem/README.md', '# Postmortem\n\nTo learn about it.\n')).toBe(false)
    expect(at('postmortem/README.md', '# Postmortem: search is down\n\nTo be written.\n')).toBe(true)
  })

  it('is a list of them in a readme with a title in the plural', () => {
    const list = 'Search was down on 10 May 2024 at 10:00.\n\n## Lessons Learned\n\n- Test.\n'
    for (const title of ['Postmortems', 'Incidents: postmortems of the lab', 'Post-Mortem Analyses']) {
      expect(at('incidents/README.md', `# ${title}\n\n${list}`), title).toBe(false)
    }
    expect(at('incidents/README.md', `# Postmortem of the search\n\n${list}`)).toBe(true)
    expect(at('incidents/README.md', `# Postmortems\n\n${sections}`)).toBe(true)
  })
})

describe('another kind of document', () => {
  it('needs more sections: a proposal, a runbook, a readme', () => {
    const sections = '## Summary\n\nA crash is avoided.\n\n## Impact\n\nNone.\n\n## Timeline\n\nTwo weeks.\n'
    check(
      `# Allow nested modules\n\n${sections}\n## Motivation\n\nFewer failures.\n\n## Drawbacks\n\nNone.\n`,
      false,
      'no-incident',
    )
    check(
      `# Incident bot\n\n## Installation\n\nRun it.\n\n## Usage\n\nRun it.\n\n${sections}`,
      false,
      'no-incident',
    )
    expect(
      readReport(MarkdownDocument.from(`# DiskFull\n\n${sections}`), defaultTemplate, {
        path: 'runbooks/disk.md',
      }).recognition.postmortem,
    ).toBe(false)
  })

  it('is a decision, by its sections or its folder', () => {
    const sections =
      '## Context\n\nThe outage of May was told late.\n\n## Impact\n\nNone.\n\n## Resolution\n\nTell it.\n'
    const decision = '## Decision\n\nTell it.\n\n## Alternatives considered\n\nNone.\n'
    const at = (path: string, text: string) =>
      readReport(MarkdownDocument.from(text), defaultTemplate, { path }).recognition.postmortem
    const outage = '# Outages are told\n\n'
    expect(at('incidents/0007-told.md', `${outage}${sections}`)).toBe(true)
    expect(at('incidents/0007-told.md', `${outage}${sections}\n${decision}`)).toBe(false)
    expect(at('decisions/0007-incident.md', `${outage}${sections}`)).toBe(false)
  })

  it('is a page with a table that lists the sections of reports, or with their names in code', () => {
    check(
      '# What is checked\n\n| section | what |\n|---|---|\n| Timeline | times |\n| Timeline | order |\n| Root Cause | why an outage was |\n| Root Cause | how |\n',
      false,
      'no-incident',
    )
    check(
      '# Names\n\n| `timeline` | an outage |\n|---|---|\n| `root cause` | why |\n| `corrective measures` | what |\n',
      false,
      'too-few-sections',
    )
  })
})

describe('a document is not a postmortem', () => {
  it('as a readme with sections of common names', () => {
    check(
      '# A library\n\n## Overview\n\nIt is fast.\n\n## Why\n\nFun.\n\n## Events\n\n- `close`\n',
      false,
      'no-incident',
    )
    check('# A library\n\n## Install\n\n## Contributors\n\n- two\n', false, 'too-few-sections')
  })

  it('as a changelog of bugs and fixes', () => {
    check(
      `# Release notes\n\n${'## Bug\n\nIt crashed.\n\n## Fix\n\nNow it does not.\n\n'.repeat(3)}`,
      false,
      'no-incident',
    )
  })

  it('as a guide to writing them', () => {
    check(
      `# How to write a postmortem\n\n${'Translate what happened. '.repeat(40)}`,
      false,
      'too-few-sections',
    )
  })

  const whole =
    '## Summary\n\nAn outage.\n\n## Root Cause\n\nA typo.\n\n## Timeline\n\n- 10:00 down\n\n## Action Items\n\n- Add a check\n'

  it('as a handbook that shows one among its chapters', () => {
    const chapters = '## What is a blameless postmortem?\n\nText.\n\n## Postmortem process\n\nText.\n'
    check(`# Blameless postmortems\n\n${chapters}\n${whole}`, false, 'no-incident')
    expect(read(`# Postmortem of the disk\n\n${whole}`).recognition.postmortem).toBe(true)
  })

  it.each(['Incident Postmortem Template', 'Postmortem title'])('as a template by its title: %s', (title) => {
    check(`# ${title}\n\n${whole}`, false, 'no-incident')
  })

  it('as a guide by its title, unless it has all that a report has', () => {
    const short = '## What happened\n\nAn outage.\n\n## Root cause\n\nA typo.\n'
    check(`# Deployment safety guide\n\n${short}`, false, 'no-incident')
    expect(read(`# The lost safety guide, an outage\n\n${short}`).recognition.postmortem).toBe(true)
    expect(read(`# Postmortem of the lost guide\n\n${short}`).recognition.postmortem).toBe(true)
    expect(read(`# The lost safety guide\n\n${whole}`).recognition.postmortem).toBe(true)
  })

  it('as an assignment that demands one', () => {
    check(
      '# 8. Postmortem\n\n**Issue Summary** must contain:\n\n- the duration\n\n**Timeline** must contain:\n\n- when it was detected\n',
      false,
      'assignment',
    )
  })

  it('as an empty document', () => {
    check('', false, 'too-few-sections')
  })
})

describe('the title', () => {
  it('is the first heading that names no section', () => {
    expect(read('# Search outage\n\n## Summary\n').title?.text).toBe('Search outage')
    expect(read('## Summary\n\n## Timeline\n').title).toBeNull()
  })

  it('is a plain line that says postmortem, without a heading', () => {
    expect(read('Postmortem: search\n\nIssue Summary\n\nDown.\n').title?.text).toBe('Postmortem: search')
  })
})

describe('a report by its path', () => {
  const text =
    '# Renamed the index\n\n**Date:** 2024-05-10\n\n## Problem Summary\n\nNothing started any more.\n\n## Causes\n\nA name was fixed.\n\n## Fixes\n\nThe old name.\n'
  const asked =
    '# Blank page after the release\n\n## What was the problem?\n\nThe page stayed blank.\n\n## Why did it happen?\n\nAn old format.\n\n## How did we fix it?\n\nThe format is read again.\n'
  const isReport = (each: string, path: string) => read(each, path).recognition.postmortem

  it('may have causes and fixes, or questions, if its file is numbered or dated among reports', () => {
    expect(isReport(text, 'docs/postmortems/pm-001-index.md')).toBe(true)
    expect(isReport(asked, 'docs/incident-reports/2024-05-10-blank.md')).toBe(true)
    expect(isReport(text, 'docs/troubleshooting/001-index.md')).toBe(false)
    expect(isReport(asked, 'docs/blog/2024-05-10-blank.md')).toBe(false)
    expect(isReport(text, 'docs/postmortems/renaming.md')).toBe(false)
  })
})

describe('a title', () => {
  it('may have a hyphen that is written as HTML', () => {
    const story = `The mirror was down on 12 March 2024. ${'We looked further. '.repeat(30)}`
    check(`---\ntitle: "Slow mirror post&#x2011;mortem"\n---\n\n${story}`, true, 'title')
  })

  it('may be anything if the file is called a postmortem and its sections ask what went wrong and what is done', () => {
    const text =
      '# The registry in November\n\nThere were hours of downtime.\n\n## What went wrong and how was it fixed?\n\nThe disk was full.\n\n## What is being done to prevent this?\n\nA larger disk.\n'
    expect(read(text, 'blog/2024-outage-postmortem.md').recognition.postmortem).toBe(true)
    expect(read(text, 'blog/november.md').recognition.postmortem).toBe(false)
  })

  it('of a plan to introduce postmortems names no report', () => {
    const text = (title: string) =>
      `# ${title}\n\n## Summary\n\nWe begin with incident reports after the outage of 10 May 2024.\n\n## Tasks\n\n- Write a form\n`
    expect(read(text('Incident post-mortems in practice: implementation plan')).recognition.postmortem).toBe(
      false,
    )
    expect(read(text('Post-mortem: the plan that failed')).recognition.postmortem).toBe(true)
  })
})

describe('a file in a folder for incidents that is called an incident', () => {
  const isReport = (text: string, path: string) => read(text, path).recognition.postmortem
  const text =
    '# Incident: channel list is empty\n\nDate: 2024-05-10\n\n## Evidence\n\nNone.\n\n## Root cause\n\nA filter.\n'

  it('is a report with one section of one and a time', () => {
    expect(isReport(text, 'docs/incidents/channels.md')).toBe(true)
    expect(isReport(text.replace('Incident', 'Incidente'), 'docs/incidents/channels.md')).toBe(true)
  })

  it.each([
    [text, 'docs/notes/channels.md'],
    [text.replace('Date: 2024-05-10', 'Today'), 'docs/incidents/channels.md'],
    [text.replace('Root cause', 'Reason'), 'docs/incidents/channels.md'],
    [text.replace('channel list', 'how'), 'docs/incidents/channels.md'],
    [text.replace('Incident: channel', 'Channel'), 'docs/incidents/channels.md'],
  ])('is none otherwise: %#', (other, path) => {
    expect(isReport(other, path)).toBe(false)
  })
})

describe('a document whose title names an outage', () => {
  const isReport = (text: string) => read(text).recognition.postmortem
  const entries = '- 06:00: down\n- 06:40: told the host\n- 10:30: up\n'

  it('is a report with a timeline of several times', () => {
    expect(isReport(`# 2024-05-10 - Outage of the site\n\n## Timeline\n\n${entries}`)).toBe(true)
    expect(isReport(`# 2024-05-10 - The site\n\n## Timeline\n\n${entries}`)).toBe(false)
    expect(isReport(`# Outage of the site\n\n## Timeline\n\n- 06:00: down\n- later: up\n`)).toBe(false)
    expect(isReport(`# Outage runbook\n\n## Timeline\n\n${entries}`)).toBe(false)
  })

  it('is a report if its front matter files it among the postmortems', () => {
    const article = (meta: string) =>
      `---\n${meta}\n---\n\nIt was down at 10:00 for 53 minutes.\n\n`.concat('We looked. '.repeat(60))
    expect(isReport(article('title: Outages on 10 May\ncategory: postmortem'))).toBe(true)
    expect(isReport(article('title: Outages on 10 May\ntags: [search, post-mortem]'))).toBe(true)
    expect(isReport(article('title: Outages on 10 May\ncategory: news'))).toBe(false)
    expect(isReport(article('title: Our first game\ncategory: postmortem'))).toBe(false)
  })
})

import { describe, expect, it } from 'vitest'
import { read } from '../postmortem/read.ts'
import { findingsIn } from './findings.ts'

const rulesIn = (text: string) => findingsIn(text).map(({ rule }) => rule)

describe('a report in a shape that a template does not foresee', () => {
  it('is no assignment for a sentence about its own action items, even if its timeline has only dates', () => {
    const text =
      '# Widget index postmortem\n\n## Summary\n\nRows were lost.\n\n## Root cause\n\nA flag.\n\n## Action items\n\nTo reflect their weight, these action items should have a priority:\n\n- P0 is urgent\n\n## Timeline\n\n| Date | Event |\n| --- | --- |\n| 2024-03-08 | The flag is set. |\n| 2024-04-09 | Rows are lost. |\n'
    expect(read(text).recognition).toEqual({ postmortem: true, reason: 'sections' })
  })

  it('has no entry where a wrapped list item goes on with a date', () => {
    const text =
      '# Postmortem: lost block\n\n## Timeline (UTC)\n\n- **2024-01-10 14:00** - The deploy erased the block restored on\n  2024-01-09 by hand.\n- **2024-01-10 15:00** - The block was restored again.\n'
    expect(rulesIn(text)).not.toContain('timeline-order')
    expect(read(text).timeline.entries).toHaveLength(2)
  })

  it('may have a title in the plural', () => {
    expect(
      rulesIn('# Postmortem: slow\n\n## Timeline\n\nText.\n\n## Immediate Fixes\n\nText.\n'),
    ).not.toContain('section-title-misspelt')
  })

  it('has a section that is not empty if its parts are marked more strongly than its title', () => {
    const text =
      '# Postmortem: slow\n\n## Timeline\n\nText.\n\n## Root Cause and Resolution\n# Root Cause: a full disk, as nobody rotated the logs\n# Resolution: the logs were deleted\n\n## Corrective and Preventative Measures\n# Task List:\n- Rotate the logs\n- Alert on a full disk\n'
    expect(rulesIn(text)).not.toContain('section-empty')
  })

  it('has a section that is not empty if a heading of its own follows at once', () => {
    const text =
      '# Postmortem: slow\n\n## Timeline\n\nText.\n\n## Corrective and Preventative Measures\n\n# Better watching:\n\n- Alert on a full disk\n\n## Conclusion\n\nText.\n'
    expect(rulesIn(text)).not.toContain('section-empty')
  })

  it('has the duration of its summary, not of what is told below its impact', () => {
    const text =
      '# Postmortem: slow\n\n## Issue Summary\n\n- **Duration:**\n  - Start: 2024-05-10 09:15 UTC\n  - End: 2024-05-10 11:45 UTC\n- **Impact:**\n  - 🚫 Shop downtime: 30 minutes\n  - Half of the users waited for their carts\n'
    expect(rulesIn(text)).not.toContain('duration-mismatch')
  })

  it('may have a duration with hours of its own', () => {
    const text =
      '# Postmortem: lost rows\n\n## Issue Summary\n\n**Deleted:** 2024-05-10, from 20:57 UTC to 20:58 UTC\n\n- **Downtime:** ~2 hours (21:00 - 22:50)\n'
    expect(rulesIn(text)).not.toContain('duration-mismatch')
    expect(rulesIn(text.replace(' (21:00 - 22:50)', ''))).toContain('duration-mismatch')
  })

  it('may have the functions of a framework as titles', () => {
    const text = (title: string) =>
      `# Postmortem: stolen token\n\n## Timeline\n\nText.\n\n## Respond\n\nText.\n\n## ${title}\n\nText.\n`
    expect(rulesIn(text('Recover'))).not.toContain('section-title-misspelt')
    expect(rulesIn(text('Recoverry'))).toContain('section-title-misspelt')
  })

  it('may call its measures remedial', () => {
    const { sections } = read(
      '# Postmortem: slow\n\n## Timeline\n\nText.\n\n## Remedial and Preventative Measures\n\n- Watch it\n',
    )
    expect(sections.map(({ id }) => id)).toContain('corrective')
  })

  it('may begin its action items with a name', () => {
    const items = '- Storage: Rotate the logs.\n- Team B: Watch the disks.\n'
    expect(
      rulesIn(`# Postmortem: slow\n\n## Timeline\n\nText.\n\n## Action Items\n\n${items}`),
    ).not.toContain('action-owner')
  })

  it('has one fault if all of it is behind a fence that does not end', () => {
    const text =
      'Here it is:\n\n```markdown\n# Postmortem: slow\n\n## Issue Summary\n\nSlow from 14:00 to 15:00 UTC.\n\n## Timeline\n\n- 14:00 UTC - Slow.\n'
    const rules = rulesIn(text)
    expect(rules).not.toContain('section-missing')
    expect(rules).not.toContain('length-report')
  })
})

describe('what only looks like a placeholder', () => {
  const placeholdersIn = (text: string) =>
    read(`# Postmortem: slow\n\n## Issue Summary\n\n${text}\n`).placeholders.map((each) => each.text)

  it('is replaced when the page is built', () => {
    const expressions =
      "![Graph]({{ '/assets/graph one.png' | relative_url }}) {{ site.baseurl }} {{< note >}} {{% tip %}} {{ page | date: '%Y' }}"
    expect(placeholdersIn(expressions)).toEqual([])
    expect(placeholdersIn('{{how long}} and {{SEV-1 | SEV-2}}')).toEqual([
      '{{how long}}',
      '{{SEV-1 | SEV-2}}',
    ])
  })

  it('is a remark about something that is to be added later', () => {
    expect(
      placeholdersIn(
        'It grew (add certificates to the image) and (insert) failed; see $(hostname_of) and ${HOME}.',
      ),
    ).toEqual([])
    expect(placeholdersIn('(Insert screenshot here) by $(whoami) on ${date} at $(date +%H:%M)')).toEqual([
      '(Insert screenshot here)',
      '$(whoami)',
      '${date}',
      '$(date +%H:%M)',
    ])
    expect(placeholdersIn('It ran `$(date)`.')).toEqual([])
  })

  it('is the side of a box that is drawn with signs', () => {
    expect(placeholdersIn('|   | App | ->\n|_____| |____| /____\\')).toEqual([])
    expect(placeholdersIn('Approved by: ____')).toEqual(['____'])
  })
})

describe('a text that says that it is a template', () => {
  it('is no report', () => {
    const text =
      '**This is a template for incident reports.** Copy it.\n\n# [Date]: [Title]\n\n## Summary\n\n- Bulleted\n\n## Timeline\n\n- [Date and time] - Event\n\n## Action items\n\n- List\n'
    expect(read(text).recognition.postmortem).toBe(false)
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

  it('is a template, by the name of its file', () => {
    const text =
      '# Incident\n\n## Summary\n\nText.\n\n## Timeline\n\n- 14:05 UTC: full\n\n## Root cause\n\nText.\n'
    for (const path of [
      'docs/TEMPLATE.md',
      'incidents/000 - Postmortem Template.md',
      'a/templateIncidentReport.md',
    ])
      expect(recognised(text, path), path).toBe(false)
    for (const path of ['incidents/2024-05-10-template-rendering.md', 'incidents/template-cache-outage.md'])
      expect(recognised(text, path), path).toBe(true)
  })

  it('is an assignment that says in its own words what is wanted', () => {
    expect(
      recognised(
        '# 0x19. Postmortem\n\n## Background Context\n\nSystems fail.\n\n## Task\n\nWrite a postmortem document.\n\n### Requirements\n\n**Issue Summary:**\n- Duration of the outage with start and end times (including time zone).\n- The impact of the outage.\n\n**Timeline:**\n- When and how the issue was detected.\n- Misleading paths taken.\n\n**Root Cause and Resolution:**\n- The cause of the issue.\n',
      ),
    ).toBe(false)
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

describe('a cause that names an error of somebody', () => {
  const severities = (text: string) =>
    findingsIn(`# Postmortem: lost roles\n\n## Root Cause\n\n${text}\n\n## Timeline\n\nText.\n`)
      .filter(({ rule }) => rule === 'cause-human-error')
      .map(({ severity }) => severity)

  it('is only an information where it sums up a longer analysis', () => {
    const analysis =
      '1. The command drops its namespace for kinds that belong to the whole cluster, and then deletes all of them. It neither warns nor asks, and the documentation says so in one line.\n2. Roles that the cluster cannot live without may be deleted by anybody who may delete any role, and nothing restores them.'
    expect(severities(`${analysis}\n\nThe first is operator error; the second is how it was built.`)).toEqual(
      ['information'],
    )
    expect(severities('It went down due to human error.')).toEqual(['warning'])
  })

  it('is only an information in a cause in few words before the whole analysis', () => {
    const analysis =
      'The script was meant to bring the tables up to date, but it locked them in the wrong order. Each worker waited for the next one, so that no request was answered. Nothing had tried it with more than one worker, and the alert on long waits was off for the maintenance.'
    const text = `Issues summary\nDuration: 2 hours\nImpact:\nNobody could log in.\nRoot Cause:\nA failure of the tables, made worse by human error.\nTimeline (UTC):\n10:00: Slow.\n12:00: Restored.\nRoot cause and resolution\n${analysis}\n`
    expect(
      findingsIn(`Postmortem: slow\n\n${text}`)
        .filter(({ rule }) => rule === 'cause-human-error')
        .map(({ severity }) => severity),
    ).toEqual(['information'])
  })
})

describe('a value that is no secret', () => {
  const secretsIn = (code: string) =>
    rulesIn(`# Postmortem: slow\n\n## Timeline\n\nText.\n\n\`\`\`\n${code}\n\`\`\`\n`).filter(
      (rule) => rule === 'secret-exposed',
    )

  it('belongs to somebody or something that does not exist', () => {
    expect(secretsIn(`{"email":"anna@example.com","password":"k9secret1"}`)).toEqual([])
    expect(secretsIn('postgres://shop:k9secret1@localhost:5432/shop')).toEqual([])
    expect(secretsIn('postgres://shop:shop_dev_pass@no-such-host:5432/shop')).toEqual([])
    expect(secretsIn('SESSION_SECRET=your_64_char_secret')).toEqual([])
    expect(secretsIn('postgres://shop:k9secret1@db.shop.io:5432/shop')).toEqual(['secret-exposed'])
  })
})

describe('a title in another language', () => {
  it('is not misspelt', () => {
    expect(rulesIn('# Postmortem: lento\n\n## Timeline\n\nText.\n\n## Impacto\n\nText.\n')).not.toContain(
      'section-title-misspelt',
    )
    expect(rulesIn('# Postmortem: slow\n\n## Timeline\n\nText.\n\n## Inpact\n\nText.\n')).toContain(
      'section-title-misspelt',
    )
  })
})

describe('a report that is told twice', () => {
  const told = (start: string) =>
    `Issue Summary:\nDuration: 10:00 AM to 2:00 PM on May 8th, 2024 (UTC).\nTimeline:\n9:55 AM: ${start}\n2:00 PM: Restored.\nRoot Cause and Resolution:\nRoot Cause: The disk was full.\nCorrective and Preventative Measures:\nRotate the logs.\n`

  it('is compared with itself in no way', () => {
    const rules = rulesIn(`${told('An alert.')}\n\nThe Great Disk Tale\n${told('A scream.')}`)
    expect(rules).not.toContain('section-duplicate')
    expect(rules).not.toContain('timeline-order')
  })
})

describe('an uncertain finding', () => {
  it('takes no other word for a misspelling', () => {
    expect(
      rulesIn('# Postmortem: slow\n\n## Timeline\n\nText.\n\n## Recovery options\n\nText.\n'),
    ).not.toContain('section-title-misspelt')
  })

  it('asks for no times where four digits may be some', () => {
    const text = (times: string) =>
      `# Postmortem\n\n## Issue Summary\n\nFor 6 minutes ${times} half of the users saw nothing.\n\n## Timeline\n\n- 02:33 CST: Off.\n\n## Root Cause and Resolution\n\nText.\n`
    const missing = (times: string) =>
      findingsIn(text(times)).filter(
        ({ rule, message }) => rule === 'field-missing' && message.includes('Time'),
      )
    expect(missing('from 0233 to 0239 on 15Sep94')).toEqual([])
    expect(missing('on some day')).not.toEqual([])
  })

  it('compares the end with no date that may be that of the report', () => {
    const text = (lines: string) =>
      `# Chain Incident Post-Mortem\n\nStatus: Resolved\n\nDate: Mar 20, 2025\n\n${lines}## Summary\n\nThe chain halted until March 12, 2025.\n\n## Timeline\n\nText.\n`
    expect(rulesIn(text('Author: A team\n\n# Status\n\nAll is well.\n\n'))).not.toContain('end-before-start')
  })

  it('only informs about sections where there is but a log', () => {
    const severities = (text: string) =>
      findingsIn(`# Post Mortem March 16\n\n${text}`)
        .filter(({ rule }) => rule === 'section-missing')
        .map(({ severity }) => severity)
    expect(new Set(severities('What admins said:\n\n```text\n14:32 <anna> is it down?\n```\n'))).toEqual(
      new Set(['information']),
    )
    expect(new Set(severities(''))).toEqual(new Set(['warning']))
  })

  it('says nothing about sections that may be hidden by the markers of a merge', () => {
    const conflict =
      '<<<<<<< HEAD\n  Postmortem: DNS\n=======\nPostmortem: the DNS\n>>>>>>> 5d25ca3\nIssue Summary\n10:00 to 14:30 UTC.\n\nRoot Cause and Resolution\nA record.\n\nCorrective and Preventative Measures\nCheck records.\n'
    expect(rulesIn(conflict)).toContain('conflict-left')
    expect(rulesIn(conflict)).not.toContain('section-missing')
  })

  it('asks for no order of sections that nobody chose', () => {
    const titles = [
      'Summary',
      'Impact',
      'Timeline',
      'Detection',
      'Root Cause',
      'Resolution',
      'Action Items',
      'Lessons Learned',
    ]
    const text = (front: string) =>
      `${front}# Postmortem: slow\n\n${titles.map((title) => `## ${title}\n\nText.\n`).join('\n')}`
    expect(rulesIn(text(''))).not.toContain('section-order')
    expect(rulesIn(text('---\npostmortem:\n  template: google-sre\n---\n\n'))).toContain('section-order')
  })
})

describe('a section of nothing but pictures', () => {
  it.each([
    ['![the graph](graph.png)'],
    ['<img src="graph.png" alt="the graph">'],
    ['<img src="one.png" alt="one"/>\n<br />\n<img src="two.png" alt="two"/>'],
    ['<p align="center"><img src="graph.png" alt="the graph"></p>'],
    ['Text.\n\n<img src="graph.png" alt="the graph">'],
  ])('is not empty: %s', (picture) => {
    const report = (content: string) =>
      `# Postmortem: full disk\n\n## Issue Summary\n\n${content}\n\n## Timeline\n\n- 10:00 UTC down\n`
    expect(rulesIn(report(picture))).not.toContain('section-empty')
    expect(rulesIn(report('<br />'))).toContain('section-empty')
  })
})

describe('the last words of a wrapped paragraph', () => {
  it.each([
    'The notes of the move have the whole\nnarrative.',
    'Nobody can read this from the\ntimeline',
    'All of this is in the\nRoot Cause.',
  ])('are no title: %s', (paragraph) => {
    const text = `# Postmortem: slow\n\n## Timeline\n\n- 10:00 UTC down\n\n## Where to read on\n\n${paragraph}\n`
    expect(read(text).sections).toHaveLength(1)
  })

  it('are a title where they begin with a capital letter', () => {
    const text = 'Postmortem: slow\nIssue Summary\nSlow for an hour.\nTimeline\n10:00 UTC: down\n'
    expect(read(text).sections.map(({ id }) => id)).toEqual(['summary', 'timeline'])
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

describe('a template by another name', () => {
  const text =
    '# Incident\n\n## Summary\n\nText.\n\n## Timeline\n\n- 14:05 UTC: full\n\n## Root cause\n\nText.\n'
  const isReport = (path: string, title = '# Incident') =>
    read(text.replace('# Incident', title), path).recognition.postmortem

  it.each(['docs/rca/0000-template.md', 'site/archetypes/incidents.md', 'team-templates/21_postmortem.md'])(
    'is no report: %s',
    (path) => {
      expect(isReport(path)).toBe(false)
    },
  )

  it('is no report below a heading that calls it one', () => {
    const about = (title: string) =>
      `# ${title}\n\nA postmortem is a look back at an incident.\n\n## Incident: [short title]\n\n${text}`
    expect(read(about('Incident Postmortem Template')).recognition.postmortem).toBe(false)
    expect(read(about('My first postmortem')).recognition.postmortem).toBe(true)
  })

  it('is no report if one of the names in its title says so', () => {
    expect(isReport('docs/rca.md', '# Root Cause Analysis (RCA) / Post-mortem Template')).toBe(false)
    expect(isReport('docs/rca.md', '# Root Cause Analysis / the template cache was lost')).toBe(true)
    expect(isReport('docs/rca/0012-template-cache.md')).toBe(true)
  })
})

describe('a title that is spelt as it should be', () => {
  const isMisspelt = (title: string, sentences = '') =>
    rulesIn(
      `# Postmortem: slow\n\n${sentences}## Timeline\n\nText.\n\n## Root Cause\n\nText.\n\n## ${title}\n\nText.\n`,
    ).includes('section-title-misspelt')

  it.each(['Contributing Factor 1', 'Contributing Factor 2: the alert', 'Enables'])('%s', (title) => {
    expect(isMisspelt(title)).toBe(false)
  })

  it('may be a word of another language, whatever is below it', () => {
    const titled = (title: string) =>
      rulesIn(
        `# Postmortem: slow\n\n## ${title}\n\n- 10:00 UTC: slow\n- 11:00 UTC: restored\n\n## Root Cause\n\nText.\n`,
      )
    expect(titled('Chronologie')).not.toContain('section-title-misspelt')
    expect(titled('Chronolgoy')).toContain('section-title-misspelt')
  })

  it('may be in the language of the report', () => {
    const sentence = 'Le disque était plein et personne ne regardait les journaux.\n\n'
    expect(isMisspelt('Resolutions', sentence.repeat(4))).toBe(false)
    expect(isMisspelt('Contributing Factros')).toBe(true)
  })
})

describe('a title that sounds like the right one', () => {
  it('is known, and reported as a slip', () => {
    const text =
      'Postmortem: slow\n\nTimeline:\n\nAt 11:42 UTC: an alert\nAt 13:15 UTC: restored\n\nRoute Cause:\n\nAt 11:37 UTC both servers were full.\n'
    expect(rulesIn(text)).not.toContain('timeline-order')
    expect(findingsIn(text).map(({ message }) => message)).toContain(
      'The title "Route Cause" is misspelt. Write "Root Cause".',
    )
  })
})

describe('the cells of a table of measurements', () => {
  const invalid = (rows: string) =>
    rulesIn(
      `# Postmortem: slow\n\n## Timeline\n\n| Step | Load | Event |\n| --- | --- | --- |\n${rows}`,
    ).filter((rule) => rule === 'time-invalid')

  it('are no times, even with four digits', () => {
    expect(invalid('| 55047 | 3238 | Rising |\n| 55048 | 4376 | Down |\n| 55049 | 5230 | Off |\n')).toEqual(
      [],
    )
  })

  it('are times among others of four digits', () => {
    expect(
      rulesIn('# Postmortem: slow\n\n## Timeline (UTC)\n\n- 1410: slow\n- 1430: down\n- 1475: up\n'),
    ).toContain('time-invalid')
  })
})

describe('a section of measures without a list', () => {
  const severities = (text: string) =>
    findingsIn(
      `# Postmortem: slow\n\n## Issue Summary\n\nText.\n\n## Corrective and Preventative Measures\n\n${text}\n`,
    )
      .filter(({ rule }) => rule === 'actions-missing')
      .map(({ severity }) => severity)

  it('is only an information if it is one promise', () => {
    expect(severities('We will install a tool that sends an alert before the disk is full.')).toEqual([
      'information',
    ])
    expect(severities('Disks are important to all of us.')).toEqual(['warning'])
  })

  it('may be in another language, and list what is not recognised', () => {
    expect(severities('Le disque était plein et personne ne regardait les journaux.\n\n'.repeat(4))).toEqual(
      [],
    )
  })
})

describe('a report that has the last section of a template', () => {
  it('is not held to the rest of a template that nobody chose', () => {
    const text = (last: string) =>
      `# Root Cause Analysis Report\n\n### Problem\n\nA job was killed. ${'It took all of the memory. '.repeat(30)}\n\n### Root Cause\n\nA leak.\n\n${last}`
    const severities = (last: string) =>
      new Set(
        findingsIn(text(last))
          .filter(({ rule }) => rule === 'section-missing')
          .map(({ severity }) => severity),
      )
    expect(severities('### Corrective and Preventative Measures\n\n- The leak was mended.\n')).toEqual(
      new Set(['information']),
    )
  })
})

describe('a look back at an undertaking', () => {
  const isReport = (text: string) => read(text).recognition.postmortem
  const lessons =
    '## Summary\n\nText.\n\n## What went well\n\nText.\n\n## Action items\n\n- Add a test for the disk that was down\n'

  it.each([
    '# Autumn conference retro',
    '# Project Post-Mortem Analysis',
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

describe('front matter between lines of plus signs', () => {
  const text =
    "+++\ntitle = 'Network outage postmortem'\ndate = 2017-07-19\n+++\nOn Monday, July 17, 2017, starting at 9:40 PM (CDT), our servers lost the network.\n\nBy 10:10 PM (CDT) all services were back online.\n"

  it('says the title of the report, and nothing about the incident', () => {
    expect(read(text).recognition.postmortem).toBe(true)
    expect(rulesIn(text)).not.toContain('end-before-start')
  })

  it('is that of an article, which has no sections', () => {
    expect(rulesIn(text)).not.toContain('section-missing')
  })
})

describe('a title that is a link', () => {
  it('leads to what it names, and is no section', () => {
    const text =
      '# Search outage\n\n## Overview\n\nSearch was down.\n\n## Files\n\n[Detailed root cause and fix](postmortem.md)\n'
    expect(read(text).sections.map(({ id }) => id)).not.toContain('root-cause-and-resolution')
    expect(read(text.replace(/[[\]]|\(postmortem.md\)/g, '')).sections.map(({ id }) => id)).toContain(
      'root-cause-and-resolution',
    )
  })
})

describe('an exercise that lists what to write', () => {
  it('is no report', () => {
    const text =
      '# Postmortem\n\n### Issue Summary\n\n- short summary (5 sentences)\n- list the duration along with start and end times\n- state the impact\n- close with root cause\n\n### Timeline\n\n- list the time zone\n- when the outage began\n\n### Root Cause\n\n- give a detailed explanation\n'
    expect(read(text).recognition.postmortem).toBe(false)
  })
})

describe('a cause that is named by a heading', () => {
  const causes = (below: string) =>
    rulesIn(
      `# Postmortem: slow\n\n## Summary\n\nText.\n\n## Root Cause Analysis\n\n### Primary Cause: Full disk\n\n${below}## Timeline\n\nText.\n`,
    ).filter((rule) => rule.startsWith('cause-'))

  it('is explained by the text below it', () => {
    expect(causes('The job that rotates the logs was off, and nobody noticed.\n\n')).toEqual([])
    expect(causes('')).toEqual(['cause-too-thin'])
  })
})

describe('round bullets that were copied as letters', () => {
  const text =
    'Postmortem: slow\n\nIssue Summary\n\no Impact: Half of the users saw nothing.\n\no Root Cause: A full disk.\n\nTimeline\n\no 14:00 UTC: An alert was received.\n\no 16:30 UTC: Restored.\n\nCorrective and Preventative Measures\n\no Rotate the logs.\n\no Watch the disks.\n'

  it('are before entries, fields and tasks', () => {
    const report = read(text)
    expect(report.timeline.entries.map((entry) => entry.time?.written.clock?.text)).toEqual([
      '14:00',
      '16:30',
    ])
    expect(report.statements.some(({ subject, brief }) => subject === 'cause' && brief)).toBe(true)
    expect(report.corrective.tasks.map((task) => task.text.text)).toEqual([
      'Rotate the logs.',
      'Watch the disks.',
    ])
  })
})

describe('what is below the tasks', () => {
  const tasksIn = (text: string) =>
    read(`# Postmortem: slow\n\n## Issue Summary\n\nText.\n\n## Action Items\n\n${text}`).corrective.tasks

  it('is none if it only closes the report', () => {
    const closing =
      'Rotate the logs\nWatch the disks\nAlert on a full disk\n\nAnd now, for a little humour:\n\nWe know that it was a long night, and we did not do it on purpose!\n\nWe hope you enjoyed this look behind the scenes.\n'
    expect(tasksIn(closing).map((task) => task.text.text)).toEqual([
      'Rotate the logs',
      'Watch the disks',
      'Alert on a full disk',
    ])
  })

  it.each(['### Prevention ✅', '### Immediate (applied now)'])(
    'is done if its title says so: %s',
    (title) => {
      expect(
        tasksIn(`${title}\n\n- All models are defined\n- Logs are rotated\n`).map(({ done }) => done),
      ).toEqual([true, true])
      expect(tasksIn('### To be applied\n\n- Rotate the logs\n').map(({ done }) => done)).toEqual([false])
    },
  )
})

describe('the title of a list of tasks', () => {
  const missing = (title: string) =>
    rulesIn(
      `# Postmortem: slow\n\n## Timeline\n\nText.\n\n## Action Items\n\n### ${title}\n\n- [ ] Rotate the logs\n- [ ] Watch the disks\n`,
    ).filter((rule) => rule === 'action-due')

  it.each([
    'Monitoring (next 48 hours)',
    'Priority 1: Fix how the headers of each request are read (TODAY)',
    'Priority 3: Fix the race between a session and its guard [this week]',
  ])('says when all of it is due: %s', (title) => {
    expect(missing(title)).toEqual([])
  })

  it('may be long and say nothing of that', () => {
    expect(missing('Priority 1: Fix what the dashboards show of today and of the whole week')).toEqual([
      'action-due',
    ])
  })
})

describe('a time in brackets after one without a zone', () => {
  const text = (time: string) =>
    `# Postmortem: leaked password\n\n## Root Cause\n\n- **Date:** September 12, 2025 at ${time}\n- **File:** one that was pushed by mistake\n\n## Resolution\n\nThe password was changed.\n`

  it('is the same moment as it is called in another zone, and no end', () => {
    expect(rulesIn(text('19:15 (17:15 UTC)'))).not.toContain('end-before-start')
    expect(read(text('19:15 (17:15 UTC)')).fields.end).toBeNull()
    expect(read(text('19:15 (until 21:15 UTC)')).fields.end).not.toBeNull()
  })

  it('says when it was, so that no zone is missing', () => {
    expect(rulesIn(text('19:15 (17:15 UTC)'))).not.toContain('time-zone-missing')
    expect(rulesIn(text('19:15 (as far as we know)'))).toContain('time-zone-missing')
  })
})

describe('a list of tasks that is none', () => {
  it('is left as it is where each task has a heading', () => {
    const text = (between: string) =>
      `# Postmortem: slow\n\n## Timeline\n\nText.\n\n## Action Items\n\nRotate the logs every night.\n${between}Watch the free space of all disks.\n`
    expect(rulesIn(text(''))).toContain('actions-not-list')
    expect(rulesIn(text('\n### Second\n\n'))).not.toContain('actions-not-list')
  })

  it('may be called a fix plan', () => {
    const text =
      '# Postmortem: slow\n\n## Timeline\n\nText.\n\n## Root cause\n\nText.\n\n## Fix plan (tomorrow)\n\n1. Rotate the logs.\n'
    expect(read(text).actionItems).toHaveLength(1)
  })
})

describe('a format of dates', () => {
  const text = (sentence: string) => `# Postmortem: slow\n\n## Timeline\n\n${sentence}\n`

  it('may be named by what follows it', () => {
    expect(rulesIn(text('Use a 24-hour clock and "YYYY-MM-DD hh:mm" formatting.'))).not.toContain(
      'placeholder-left',
    )
    expect(rulesIn(text('It began on YYYY-MM-DD.'))).toContain('placeholder-left')
  })
})

describe('labels with commas between them', () => {
  const endOf = (line: string) =>
    read(`# Postmortem: slow\n\n## Issue Summary\n\n${line}\n`).fields.end?.text ?? null

  it('are each read, if the line begins with one', () => {
    expect(
      endOf('Start time: Oct 22 2022 9:00 AM (EAT), End time: Oct 22 2022 10:00 AM (EAT). All was down.'),
    ).toContain('10:00 AM')
    expect(endOf('We asked for the start, End time: Oct 22 2022 10:00 AM (EAT) was the answer.')).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { MarkdownDocument } from '../../../src/markdown/document.ts'
import { readReport } from '../../../src/postmortem/readReport.ts'
import { holberton } from '../../../src/templates/holberton.ts'
import { findTemplate } from '../../../src/templates/index.ts'
import { idsOf, inspect, read, sectionsOf } from '../read.ts'

const titles = [
  'Issue Summary',
  'Timeline',
  'Root Cause and Resolution',
  'Corrective and Preventative Measures',
]
const ids = ['summary', 'timeline', 'root-cause-and-resolution', 'corrective']

function check(write: (title: string, index: number) => string, separator = '\n\n') {
  const text = titles
    .map((title, index) => `${write(title, index)}${separator}Search was down for an hour.\n`)
    .join('\n')
  expect(idsOf(text)).toEqual(ids)
  for (const section of read(text).sections) {
    expect(section.empty).toBe(false)
    expect(section.words).toBe(6)
  }
}

describe('the title of a section', () => {
  it('is a heading of any level, closed or not', () => {
    for (let level = 1; level <= 6; level += 1) check((title) => `${'#'.repeat(level)} ${title}`)
    check((title) => `## ${title} ##`)
  })

  it('is underlined', () => {
    check((title) => `${title}\n-----`)
    check((title) => `${title}\n=====`, '\n')
  })

  it('is a heading without a space after its hashes', () => {
    check((title) => `##${title}:`)
  })

  it('is HTML', () => {
    check((title) => `<h3>${title}</h3>`)
    check((title) => `<h2 align="center">\n${title}\n</h2>`)
  })

  it('is a bold line', () => {
    check((title) => `**${title}**`)
    check((title) => `**${title}:**`, '\n')
    check((title) => `__${title}__:`)
  })

  it('is a line with a colon', () => {
    check((title) => `${title}:`)
    check((title) => `${title}:`, '\n')
  })

  it('is a bare line', () => {
    check((title) => title)
    check((title) => title, '\n')
  })

  it('is an item with its value below it, among items with a label and a value', () => {
    const text =
      '# Incident on 2024-05-10: search is down\n\n- **Impact**: nobody could search.\n\n- **Root cause**: a full disk.\n\n- **Resolution**: the index was moved.\n\n- **Action items**:\n  - Add an alert\n  - Test the alert\n'
    expect(idsOf(text)).toEqual(['impact', 'root-cause', 'resolution', 'actions'])
    expect(read(text).actionItems).toHaveLength(2)
  })

  it('is a bold list item', () => {
    const text = titles.map((title) => `- **${title}**\n  - Search was down.\n`).join('')
    expect(idsOf(text)).toEqual(ids)
  })

  it('is numbered, decorated, in capitals or indented', () => {
    check((title, index) => `${index + 1}. ${title}`.replace(/^/, '## '))
    check((title) => `### 🔥 ${title.toUpperCase()} 🔥`)
    check((title) => `            ${title}`)
  })

  it('may be in the middle of a paragraph', () => {
    const text =
      '# Outage postmortem\n\nIssue Summary: Search was down.\n\nTimeline: see below. It was solved by restarting it. Corrective and preventative measures: keep an eye on it.\n'
    expect(idsOf(text)).toEqual(['summary', 'timeline', 'corrective'])
  })

  it('may continue after a colon', () => {
    expect(
      sectionsOf(
        '# Outage\n\n## Issue Summary: When the Cache Took a Nap\n\nDown.\n\n## Timeline (UTC)\n\nx\n',
      ),
    ).toEqual(['summary: Issue Summary', 'timeline: Timeline (UTC)'])
  })

  it('makes two sections if it names two', () => {
    expect(idsOf('# Outage\n\n## Impact and Root Cause\n\nDown.\n')).toEqual(['impact', 'root-cause'])
  })

  it('is not found in a quotation or in code', () => {
    expect(idsOf('> ## Timeline\n\n```\n## Issue Summary\n```\n')).toEqual([])
  })

  it('may call measures remedial', () => {
    const { sections } = read(
      '# Postmortem: slow\n\n## Timeline\n\nText.\n\n## Remedial and Preventative Measures\n\n- Watch it\n',
    )
    expect(sections.map(({ id }) => id)).toContain('corrective')
  })

  it('is not in a link, which leads to what it names', () => {
    const text =
      '# Search outage\n\n## Overview\n\nSearch was down.\n\n## Files\n\n[Detailed root cause and fix](postmortem.md)\n'
    expect(read(text).sections.map(({ id }) => id)).not.toContain('root-cause-and-resolution')
    expect(read(text.replace(/[[\]]|\(postmortem.md\)/g, '')).sections.map(({ id }) => id)).toContain(
      'root-cause-and-resolution',
    )
  })
})

describe('a part of a section', () => {
  it('is not a section: the cause in a summary', () => {
    const text =
      '## Summary\n\n**Impact:** all users\n\n**Root Cause:** a bug\n\n## Timeline\n\n- 10:00 Resolution: fixed\n'
    expect(idsOf(text)).toEqual(['summary', 'timeline'])
    expect(read(text).missing.map(({ id }) => id)).toContain('root-cause-and-resolution')
  })

  it('does not take the sections after it in, if a heading one level below follows its title', () => {
    const text =
      '# Outage\n\n## Timeline\n\n### The Investigation\n\n10:00 Alert.\n\n## Root Cause\n\nA full disk.\n'
    expect(idsOf(text)).toEqual(['timeline', 'root-cause'])
  })

  it('may have the same markup as the section, if it directly follows its title', () => {
    const text =
      '# Issue Summary\n# Duration\n1 hour\n# Impact\nall users\n# Timeline\n10:00 down\n# Root Cause and Resolution\n# Root Cause\nbug\n# Resolution\nfix\n'
    expect(idsOf(text)).toEqual(['summary', 'timeline', 'root-cause-and-resolution'])
  })

  it('is a section if the report has sections of its kind', () => {
    const text =
      '## Summary\n\nDown.\n\n## Impact\n\nUsers.\n\n## Root Cause\n\nBug.\n\n## Resolution\n\nFix.\n'
    expect(idsOf(text)).toEqual(['summary', 'impact', 'root-cause', 'resolution'])
    expect(read(text).missing.map(({ id }) => id)).toEqual(['timeline', 'corrective'])
  })

  it('is a section in a head that lists them all', () => {
    const text =
      '# Outage\n\n## Summary\n\n**Status:** final\n\n**Summary:** Search was down.\n\n**Root Causes:** a bug\n\n**Trigger:** a release\n\n**Resolution:** a fix\n\n## Action Items\n\n- Test\n'
    expect(idsOf(text)).toEqual(['summary', 'root-cause', 'trigger', 'resolution', 'actions'])
    const [, cause, trigger] = inspect(text).sections
    expect([cause?.endLine, trigger?.line]).toEqual([9, 11])
  })

  it('ends before the next one of the same section, whatever their markup', () => {
    const text = (well: string, wrong: string) =>
      `# Postmortem\n\n## Lessons\n\n${well}\n\nThe alert.\n\n${wrong}\n\nThe disk.\n\n## Timeline\n\n- 10:00 Down.\n`
    const ends = (document: string) => inspect(document).sections.map(({ id, endLine }) => `${id} ${endLine}`)
    const expected = ['lessons 11', 'lessons.well 7', 'lessons.wrong 11', 'timeline 15']
    expect(ends(text('**What went well**', '**What went wrong**'))).toEqual(expected)
    expect(ends(text('### What went well', '### What went wrong'))).toEqual(expected)
  })

  it('is how long it lasted, where a summary calls that a timeline', () => {
    const text =
      '## Summary\n\n- **Timeline**: 08:00 - 10:30 UTC\n- **Impact**: all users\n\n## Root Cause\n\nBug.\n'
    expect(idsOf(text)).toEqual(['summary', 'root-cause'])
  })

  it('is a timeline of its own if it has three times in a summary', () => {
    const text = (line: string) =>
      `# Postmortem\n\n## Summary\n\nTimeline: ${line}\n\n## Root Cause\n\nA bug.\n`
    expect(idsOf(text('10:00 down, 10:10 alert, 10:30 up'))).toEqual(['summary', 'timeline', 'root-cause'])
    expect(idsOf(text('10:00 down, 10:30 up'))).toEqual(['summary', 'root-cause'])
  })

  it('is no name in a list of the names of all sections', () => {
    const text =
      'Postmortem: the search\n\n- Summary\n- Timeline\n- Root Cause\n- Resolution\n  - Impact\n\nSummary\n\nDown.\n\nTimeline\n\n- 10:00 Down.\n\nRoot Cause\n\nA bug.\n'
    expect(idsOf(text)).toEqual(['summary', 'timeline', 'root-cause'])
  })
})

describe('a title in the words of the section above it', () => {
  const corrective = 'corrective: Corrective and Preventative Measures'

  it('is a part of that section, whatever its level', () => {
    for (const level of ['#', '##', '###']) {
      const text = `## Corrective and Preventative Measures\n\n${level} Corrective Measures\n\n- Rotate the logs.\n\n${level} Preventative Actions\n\n- Watch the disk.\n\n## Conclusion\n\nDone.\n`
      expect(sectionsOf(text)).toEqual([corrective, 'conclusion: Conclusion'])
      expect(read(text).sections[0]?.empty).toBe(false)
    }
    expect(
      idsOf(
        '## Root Cause and Resolution\n\nIn short: the disk.\n\n## Root Cause Analysis\n\nFull.\n\n## Resolution\n\nFreed.\n\n## Action Items\n\n- Test\n',
      ),
    ).toEqual(['root-cause-and-resolution', 'actions'])
  })

  it('makes a part of what comes between the two', () => {
    const text =
      'Corrective and Preventative Measures\n\nLessons Learned:\n\nDisks fill.\n\nPreventative Measures:\n\nWatch the disk.\n\nConclusion\n\nDone.\n'
    expect(sectionsOf(text)).toEqual([corrective, 'conclusion: Conclusion'])
  })

  it('is a section below a title that names only one thing', () => {
    expect(
      idsOf('## Incident Timeline\n\n10:00 down\n\n## Impact\n\nAll.\n\n## Timeline\n\n10:00 down\n'),
    ).toEqual(['timeline', 'impact', 'timeline'])
  })
})

describe('a timeline whose entries are headings', () => {
  const entries = '#### 10:01\n\n- An alert came.\n\n#### 10:20\n\n- The disk was freed.\n\n'

  it('ends at the title of another section at their level', () => {
    const text = `### Timeline\n\n${entries}#### Root Cause Analysis\n\nThe disk.\n\n#### Contributing Factors\n\nLogs.\n\n#### Lessons Learned\n\nWatch it.\n`
    expect(idsOf(text)).toEqual(['timeline', 'root-cause', 'contributing', 'lessons'])
    expect(read(text).timeline.entries.length).toBeGreaterThan(1)
  })

  it('keeps what is a moment of the incident, or below an entry', () => {
    const text = `### Timeline\n\n${entries}#### Detection\n\nAn alert.\n\n#### 10:40 Resolution\n\nFreed.\n\n##### Root Cause\n\nThe disk.\n`
    expect(idsOf(text)).toEqual(['timeline'])
  })
})

describe('a second summary', () => {
  const told = '## Timeline\n\n10:00 down\n\n## Root Cause\n\nDisk.\n\n'

  it('at the end of a report is its conclusion', () => {
    expect(idsOf(`## Issue Summary\n\nDown.\n\n${told}## Summary\n\nAll is well.\n`)).toEqual([
      'summary',
      'timeline',
      'root-cause',
      'conclusion',
    ])
  })

  it('is the summary if there is no other', () => {
    expect(idsOf(`${told}## Summary\n\nAll is well.\n`)).toEqual(['timeline', 'root-cause', 'summary'])
  })

  it('below another section is that of the section', () => {
    const text = `## Summary\n\nDown.\n\n${told}## Lessons Learned\n\n### Summary\n\nMany.\n\n### What went well\n\nMuch.\n`
    expect(idsOf(text)).toEqual(['summary', 'timeline', 'root-cause', 'lessons', 'lessons.well'])
  })
})

describe('a label of the name of a section', () => {
  it('is not the section if that is marked more strongly elsewhere, however long the name', () => {
    const text =
      '# Outage\n\nFirst words.\n\n**Timeline:** see below\n\n## Impact\n\nAll.\n\n## Timeline\n\n- 10:00 down\n'
    expect(sectionsOf(text)).toEqual(['impact: Impact', 'timeline: Timeline'])
  })

  it('is the section if the name is short and there is no other', () => {
    const text = '# Outage\n\nSummary: Search was down.\n\n## Timeline\n\n10:00 down\n\n## Impact\n\nAll.\n'
    expect(idsOf(text)).toEqual(['summary', 'timeline', 'impact'])
  })
})

describe('a section', () => {
  it('ends before the next one, whatever its level', () => {
    const report = read('## Summary\n\nDown.\n\n# Timeline\n\n- 10:00 down\n\n### Lessons Learned\n\nMany.\n')
    const [summary, timeline] = report.sections
    expect(summary?.end).toBe(timeline?.start)
  })

  it('ends before a line that is the title of another one, even below a heading', () => {
    const text =
      '## Timeline\n\n- 10:00 Down.\n\n## Action Items\n\n- Add an alert\n\nConclusion:\n\nAll is well.\n'
    expect(inspect(text).sections.map(({ id, endLine }) => [id, endLine])).toEqual([
      ['timeline', 3],
      ['actions', 7],
      ['conclusion', 11],
    ])
  })

  it('goes on behind a sentence that was made a heading', () => {
    const text =
      '# Postmortem\n\n## Root Cause and Resolution\n\nA full disk.\n\n## The old logs were deleted. Then the index came back.\n\n## Timeline\n\nText.\n'
    const [cause, timeline] = read(text).sections
    expect(cause!.end).toBe(timeline!.start)
  })

  it('is empty if there is nothing below its title', () => {
    const report = read(
      '## Summary\n\n## Timeline\n\n-\n\n## Root Cause\n\n<!-- to do -->\n\n## Lessons\n\n### What went well\n\nMuch.\n',
    )
    expect(report.sections.map(({ id, empty }) => [id, empty])).toEqual([
      ['summary', true],
      ['timeline', true],
      ['root-cause', true],
      ['lessons', false],
      ['lessons.well', false],
    ])
  })

  it('is known by the title that a team gives it', () => {
    const timeline = { ...holberton.sections[1]!, aliases: ['context'] }
    const ledger = { ...holberton.sections[0]!, id: 'ledger', title: 'Customer Ledger', aliases: [] }
    const template = { ...holberton, sections: [timeline, ledger] }
    const text = '## Context\n\n- 10:00 Search was down.\n\n## Customer ledger\n\nTwo of them.\n'
    const report = readReport(MarkdownDocument.from(text), template)
    expect(report.sections.map(({ id }) => id)).toEqual(['timeline', 'ledger'])
    expect(report.missing).toEqual([])
  })

  it('is not missing if another one serves its purpose', () => {
    const lightweight = findTemplate('lightweight')!
    const text =
      '## Summary\n\nDown.\n\n## Impact\n\nUsers.\n\n## Timeline\n\n- 10:00 down\n\n## Lessons Learned\n\nMany.\n\n## Next steps\n\n- Rest\n'
    expect(readReport(MarkdownDocument.from(text), lightweight).missing).toEqual([])
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

import { expect, it } from 'vitest'
import { MarkdownDocument } from '../../src/markdown/document.ts'
import { readReport } from '../../src/postmortem/readReport.ts'
import { sectionNotHeading } from '../../src/rules/section-not-heading.ts'
import { holberton } from '../../src/templates/holberton.ts'
import { apply, findingsIn } from './findings.ts'

it('makes a title below another one a heading one level deeper', () => {
  const text =
    '# Postmortem: disk full\n\n## Timeline\n\n- 10:00 down\n\n## Lessons Learned\n\n**What went well**\n\nMuch.\n\n**What went wrong**\n\nMore.\n'
  const [timeline] = holberton.sections
  const template = { ...holberton, sections: [{ ...timeline!, id: 'lessons.well' }] }
  const report = readReport(MarkdownDocument.from(text), template)
  const problems = sectionNotHeading.check(report, {
    options: {},
    isPast: () => true,
    hasFile: () => 'unknown',
    isActive: () => true,
  })
  const [fix] = problems[0]!.fixes!
  const fixed = apply(text, fix!.edits)
  expect(fixed).toContain('\n### What went well\n')
  expect(fixed).toContain('\n### What went wrong\n')
})

it('separates a heading from the HTML above it, which keeps it from being one', () => {
  const text =
    '# Postmortem: disk full\n<img src="disk.png" alt="The disk">\n## Issue Summary\n\nThe disk was full.\n\n## Timeline\n\n- 10:00 down\n'
  const problem = findingsIn(text).find(({ rule }) => rule === 'section-not-heading')
  const fixed = apply(text, problem?.fixes[0]?.edits ?? [])
  expect(fixed).toContain('alt="The disk">\n\n## Issue Summary\n')
  expect(findingsIn(fixed).map(({ rule }) => rule)).not.toContain('section-not-heading')
})

const bold = (resolution: string) =>
  `# Postmortem: search is down\n\n**Summary**\n\nThe search was down.\n\n**Timeline**\n\n- 10:00 UTC - It broke.\n\n**Root Cause**\n\nA full disk.\n\n${resolution}\n\n**Action Items**\n\n- [ ] Size the disk.\n`

const notHeadings = (text: string) => findingsIn(text).filter(({ rule }) => rule === 'section-not-heading')

it('names the titles that have to become headings as well', () => {
  expect(notHeadings(bold('**Resolution**\n\nIt was emptied.')).map(({ message }) => message)).toContain(
    'The title "Root Cause" is not a heading. Make it a level 2 heading, together with "Resolution".',
  )
})

it('puts the text beside a bold title below it, so that all titles become headings', () => {
  const text = bold('**Resolution**\n\nIt was emptied.').replace('**Summary**\n\n', '**Summary:** ')
  const [fix] = notHeadings(text)[0]?.fixes ?? []
  expect(fix?.safe).not.toBe(true)
  const fixed = apply(text, fix?.edits ?? [])
  expect(fixed).toContain('\n## Summary\n\nThe search was down.\n\n## Timeline\n')
  expect(notHeadings(fixed)).toEqual([])
})

const withFaults = (faults: string) =>
  `# Postmortem: two faults\n\n## Issue Summary\n\nTwo faults.\n\n## Faults\n\n${faults}\n`

it.each([
  [
    'in a part of a section, which has a heading of its own',
    '### First\n\nIt broke.\n\n**Timeline:**\n\nIn May.',
  ],
  ['there for each of several parts', 'Timeline:\n\nIn May.\n\nTimeline:\n\nIn June.'],
  ['of a section that is elsewhere', 'Timeline:\n\nIn May.\n\n## Timeline\n\n- 10:00 down'],
])('takes no label for a title that is %s', (_, faults) => {
  expect(findingsIn(withFaults(faults)).map(({ rule }) => rule)).not.toContain('section-not-heading')
})

it('takes a line below the heading of a section for a title', () => {
  const findings = findingsIn(withFaults('**Timeline:**\n\n- 10:00 down'))
  expect(findings.map(({ rule }) => rule)).toContain('section-not-heading')
})

it('takes "5 Whys" for a title only where no title of a cause is above it', () => {
  const report = (title: string) =>
    `---\npostmortem: { template: google-sre }\n---\n\n# Postmortem: search is down\n\n## Summary\n\nIt was down.\n\n## ${title}\n\nA full disk.\n\n5 Whys:\n\n1. The disk was full.\n2. Nobody looked.\n`
  const isReported = (title: string) =>
    findingsIn(report(title)).some(
      ({ rule, message }) => rule === 'section-not-heading' && message.includes('5 Whys'),
    )
  expect(isReported('Root Cause and Resolution')).toBe(false)
  expect(isReported('Impact')).toBe(true)
})

import { expect, it } from 'vitest'
import { MarkdownDocument } from '../../src/markdown/document.ts'
import { readReport } from '../../src/postmortem/readReport.ts'
import { sectionNotHeading } from '../../src/rules/section-not-heading.ts'
import { holberton } from '../../src/templates/holberton.ts'
import { apply } from './findings.ts'

it('makes a title below another one a heading one level deeper', () => {
  const text =
    '# Postmortem: disk full\n\n## Timeline\n\n- 10:00 down\n\n## Lessons Learned\n\n**What went well**\n\nMuch.\n\n**What went wrong**\n\nMore.\n'
  const [timeline] = holberton.sections
  const template = { ...holberton, sections: [{ ...timeline!, id: 'lessons.well' }] }
  const report = readReport(MarkdownDocument.from(text), template)
  const problems = sectionNotHeading.check(report, {
    options: {},
    now: 0,
    hasFile: () => 'unknown',
    isActive: () => true,
  })
  const [fix] = problems[0]!.fixes!
  const fixed = apply(text, fix!.edits)
  expect(fixed).toContain('\n### What went well\n')
  expect(fixed).toContain('\n### What went wrong\n')
})

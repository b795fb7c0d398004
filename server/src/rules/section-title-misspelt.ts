import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { eachTitle } from '../editing/sectionTitles.ts'
import { sentence } from '../messages/sentence.ts'
import { normalizeTitle } from '../postmortem/blocks/titles.ts'
import type { Report } from '../postmortem/report.ts'
import type { Section } from '../postmortem/sections/section.ts'

export const sectionTitleMisspelt: Rule = {
  id: 'section-title-misspelt',
  summary: 'The titles of sections are spelt correctly.',
  explanation:
    'Tools that collect reports find a section by its title, and so does somebody who searches for it. A title that is a letter or two away from one that is known is taken for that section, and reported. Other names for a section are not mistakes: a long list of them is known.\n\nThe fix corrects the title and leaves its markup, numbers and remarks alone.',
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: '# Postmortem: search is down\n\n## Incident summary\n\nText.\n\n## Timeline of events\n\nText.\n',
        messages: [],
      },
      {
        text: '**Issue Summary**\n\nText.\n\n**Timeline (UTC)**\n\nText.\n\n**Root Cause & Resolution**\n\nText.\n',
        messages: [],
      },
    ],
    bad: [
      {
        text: '# Postmortem: search is down\n\n## Issue Sumary\n\nText.\n\n## Timelien\n\nText.\n',
        messages: [
          'The title "Issue Sumary" is misspelt. Write "Issue Summary".',
          'The title "Timelien" is misspelt. Write "Timeline".',
        ],
      },
      {
        text: '## 1. Summary\n\nText.\n\n## 2. Timeline\n\nText.\n\n## 3. CORECTIVE AND PREVENTATIVE MEASURES\n\nText.\n',
        messages: [
          'The title "CORECTIVE AND PREVENTATIVE MEASURES" is misspelt. Write "CORRECTIVE AND PREVENTATIVE MEASURES".',
        ],
      },
    ],
  },
  check: (report) =>
    eachTitle(report.sections).flatMap((section) =>
      section.suggestion === null || isOtherWord(section.title.text, section.suggestion)
        ? []
        : [toProblem(section, section.suggestion, report)],
    ),
}

/** "Measure" for "Measures", "is" for "was": another word, correctly spelt. */
function isOtherWord(title: string, suggestion: string): boolean {
  const [written, wanted] = [normalizeTitle(title).split(' '), suggestion.split(' ')]
  if (written.length !== wanted.length) return false
  return written.some((word, index) => {
    const other = wanted[index] as string
    return word !== other && (word.length < 4 || `${word}s` === other || `${other}s` === word)
  })
}

function toProblem({ title }: Section, suggestion: string, report: Report): Problem {
  const written = title.text.replace(/\s*[([{][^()[\]{}]{0,120}[)\]}]\s*$/, '')
  const text = inCaseOf(written, titleFor(suggestion, report))
  return {
    message: sentence`The title "${written}" is misspelt. Write "${text}".`,
    range: { start: title.start, end: title.end },
    fixes: [
      {
        title: sentence`Write "${text}"`,
        preferred: true,
        safe: true,
        edits: [{ start: title.start, end: title.start + written.length, text }],
      },
    ],
  }
}

/** The template's own spelling where it has that title; else each word but the small ones begins with a capital. */
function titleFor(suggestion: string, { template }: Report): string {
  const own = template.sections.find((section) => normalizeTitle(section.title) === suggestion)
  if (own !== undefined) return own.title
  return suggestion.replace(/(?<=^| )(?!(?:and|of|the|to|in|for)\b)\p{Ll}/gu, (letter) =>
    letter.toUpperCase(),
  )
}

function inCaseOf(written: string, text: string): string {
  if (written === written.toUpperCase()) return text.toUpperCase()
  if (written === written.toLowerCase()) return text.toLowerCase()
  return /\s\p{Lu}/u.test(written) ? text : text.slice(0, 1) + text.slice(1).toLowerCase()
}

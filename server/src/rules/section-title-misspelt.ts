import { noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { eachTitle } from '../editing/sectionTitles.ts'
import { sentence } from '../messages/sentence.ts'
import { normalizeTitle } from '../postmortem/blocks/normalizeTitle.ts'
import type { Report } from '../postmortem/report.ts'
import type { Section } from '../postmortem/sections/section.ts'
import { isForeign } from './support/foreignLanguage.ts'

export const sectionTitleMisspelt: Rule = {
  id: 'section-title-misspelt',
  summary: 'Section titles are spelt correctly.',
  explanation: prose`
    Tools that collect reports find a section by its title, and so do people who search for it. A title that
    is one or two letters away from a known one is taken for that section, and reported. So is a title with
    more slips, if the text below it fits that section and no other title is closer. Other names for a section
    are not mistakes: the rule knows a long list of them.

    The fix corrects the title and leaves its markup, numbers and remarks alone.
  `,
  severity: 'warning',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Incident summary

          Text.

          ## Timeline of events

          Text.
        `,
        messages: [],
      },
      {
        text: markdown`
          **Issue Summary**

          Text.

          **Timeline (UTC)**

          Text.

          **Root Cause & Resolution**

          Text.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Sumary

          Text.

          ## Timelien

          Text.
        `,
        messages: [
          'The title "Issue Sumary" is misspelt. Write "Issue Summary".',
          'The title "Timelien" is misspelt. Write "Timeline".',
        ],
      },
      {
        text: markdown`
          ## 1. Summary

          Text.

          ## 2. Timeline

          Text.

          ## 3. CORECTIVE AND PREVENTATIVE MEASURES

          Text.
        `,
        messages: [
          'The title "CORECTIVE AND PREVENTATIVE MEASURES" is misspelt. Write "CORRECTIVE AND PREVENTATIVE MEASURES".',
        ],
      },
    ],
  },
  check: (report) =>
    eachTitle(report.sections).flatMap((section) =>
      section.suggestion === null || isForeign(report) || isOtherWord(section.title.text, section.suggestion)
        ? []
        : [toProblem(section, section.suggestion, report)],
    ),
}

/** "Measure" for "Measures", "is" for "was", "does" for "did": another word, correctly spelt. */
function isOtherWord(title: string, suggestion: string): boolean {
  const [words, suggestedWords] = [normalizeTitle(title).split(' '), suggestion.split(' ')]
  if (words.length !== suggestedWords.length) return false
  return words.some((word, index) => {
    const other = suggestedWords[index] as string
    return (
      word !== other &&
      (Math.min(word.length, other.length) < 4 || `${word}s` === other || `${other}s` === word)
    )
  })
}

function toProblem({ title }: Section, suggestion: string, report: Report): Problem {
  const written = title.text.replace(/(?<!\s)\s*[([{][^()[\]{}]{0,120}[)\]}]\s*$/, '')
  const text = matchCase(written, titleFor(suggestion, report))
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

/** The template's own spelling, if it has that title; otherwise title case. */
function titleFor(suggestion: string, { template }: Report): string {
  const inTemplate = template.sections.find((section) => normalizeTitle(section.title) === suggestion)
  if (inTemplate !== undefined) return inTemplate.title
  return suggestion.replace(/(?<=^| )(?!(?:and|of|the|to|in|for)\b)\p{Ll}/gu, (letter) =>
    letter.toUpperCase(),
  )
}

function matchCase(written: string, text: string): string {
  if (written === written.toUpperCase()) return text.toUpperCase()
  if (written === written.toLowerCase()) return text.toLowerCase()
  return /\s\p{Lu}/u.test(written) ? text : text.slice(0, 1) + text.slice(1).toLowerCase()
}

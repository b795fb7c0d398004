import { type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { eachTitle } from '../editing/sectionTitles.ts'
import { sentence } from '../messages/sentence.ts'
import { lineRange, type PlacedLine, passage } from '../postmortem/blocks/placedLine.ts'
import type { Edit } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { Section } from '../postmortem/sections/section.ts'

export const headingLevelInverted: Rule = {
  id: 'heading-level-inverted',
  summary: 'What belongs to a section has a deeper heading than the section.',
  explanation: prose`
    A part of a section whose heading is as strong as the section itself, or stronger, ends the section for
    every program that goes by levels: an outline shows the summary as empty, and folding it hides nothing.
    People see from the names what belongs where, and so does this rule: it speaks where a heading is known
    to name a part of the section above it.

    The first fix moves the headings of this section one level below its title. The other one does so in the
    whole report.
  `,
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          ### Impact

          Text.

          ### Root Cause

          Text.

          ## Timeline

          Text.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: search is down

          # Issue Summary

          Text.

          # Timeline

          Text.

          # Conclusion

          Text.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          ## Issue Summary

          # Impact

          Text.

          # Root Cause

          Text.

          ## Timeline

          Text.
        `,
        messages: [
          '"Impact" stands above "Issue Summary", to which it belongs. Make it a heading of level 3.',
        ],
      },
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          ## Duration

          An hour.

          ## Impact

          Text.

          ## Timeline

          Text.
        `,
        messages: [
          '"Duration" stands beside "Issue Summary", to which it belongs. Make it a heading of level 3.',
        ],
      },
    ],
  },
  check: (report) => {
    const inverted = eachTitle(report.sections).flatMap((section) => {
      const parts = findInverted(section, report)
      return parts.length === 0 ? [] : [{ section, parts }]
    })
    const all = inverted.flatMap(({ section, parts }) =>
      parts.flatMap((part) => relevel(part, section, report)),
    )
    return inverted.map(({ section, parts }) =>
      toProblem(section, parts, inverted.length > 1 ? all : [], report),
    )
  },
}

/** A heading that ends no section although its level would: it names a part of the section. */
function findInverted(section: Section, report: Report): readonly PlacedLine[] {
  if (section.level > 5) return []
  return report.lines.filter((placed) => {
    const { start } = lineRange(placed)
    const { heading } = placed.line
    if (heading === null || heading.level > section.level) return false
    return section.title.end <= start && start < section.end
  })
}

function toProblem(
  section: Section,
  parts: readonly PlacedLine[],
  all: readonly Edit[],
  report: Report,
): Problem {
  const [first] = parts as readonly [PlacedLine]
  const level = Math.min(section.level + 1, 6)
  const name = nameOf(first)
  const isAbove = (first.line.heading?.level ?? 0) < section.level
  const own: Fix = {
    title: sentence`Move the headings in "${section.title.text}" below it`,
    preferred: true,
    edits: parts.flatMap((part) => relevel(part, section, report)),
  }
  const everywhere: Fix = {
    title: sentence`Move all such headings below their sections`,
    preferred: false,
    edits: all,
  }
  const { start, end } = passage(first)
  return {
    message: isAbove
      ? sentence`"${name}" stands above "${section.title.text}", to which it belongs. Make it a heading of level ${level}.`
      : sentence`"${name}" stands beside "${section.title.text}", to which it belongs. Make it a heading of level ${level}.`,
    range: { start, end },
    related: [
      ...parts
        .slice(1)
        .map((part) => ({ message: sentence`So does "${nameOf(part)}".`, range: lineRange(part) })),
      {
        message: sentence`The section is here.`,
        range: { start: section.title.start, end: section.title.end },
      },
    ],
    fixes: all.length > 0 ? [own, everywhere] : [own],
  }
}

function nameOf(placed: PlacedLine): string {
  return passage(placed).text.replace(/[\s:：]+$/, '')
}

/** The hashes of a heading, or an underlined heading as one with hashes. */
function relevel(placed: PlacedLine, section: Section, { source }: Report): readonly Edit[] {
  const { start, end } = lineRange(placed)
  const hashes = '#'.repeat(Math.min(section.level + 1, 6))
  const text = source.slice(start, end)
  const old = /^#{1,6}/.exec(text)?.[0]
  if (old !== undefined) return [{ start, end: start + old.length, text: hashes }]
  const first = /^[^\r\n]*/.exec(text)?.[0].trim() ?? ''
  return /^[ \t]*</.test(text) ? [] : [{ start, end, text: `${hashes} ${first}` }]
}

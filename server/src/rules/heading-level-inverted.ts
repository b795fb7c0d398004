import { type Fix, noOptions, type Problem, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { eachTitle } from '../editing/sectionTitles.ts'
import { countWhile } from '../lists/countWhile.ts'
import { sentence } from '../messages/sentence.ts'
import type { PlacedLine } from '../postmortem/blocks/placedLine.ts'
import type { Edit } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { Section } from '../postmortem/sections/section.ts'
import { findHeadings } from './support/headings.ts'

export const headingLevelInverted: Rule = {
  id: 'heading-level-inverted',
  summary: 'A subsection has a deeper heading than the section it belongs to.',
  explanation: prose`
    If part of a section has a heading at the same level as the section, or at a higher one, every tool that
    relies on heading levels ends the section there: the outline shows the summary as empty, and folding it
    hides nothing. Readers can tell from the titles what belongs where, and so can this rule. It reports only
    headings that are known to name a part of the section above them.

    The first fix moves the headings of this section one level below its title. The second does so throughout
    the report.
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
          '"Impact" belongs to "Issue Summary" but has a higher heading level. Make it a level 3 heading.',
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
          '"Duration" belongs to "Issue Summary" but has the same heading level. Make it a level 3 heading.',
        ],
      },
    ],
  },
  check: (report) => {
    const headings = findHeadings(report)
    const inverted = eachTitle(report.sections).flatMap((section) => {
      const parts = findInverted(section, headings)
      return parts.length === 0 ? [] : [{ section, parts }]
    })
    const allEdits = inverted.flatMap(({ section, parts }) =>
      parts.flatMap((part) => relevel(part, section, report)),
    )
    return inverted.map(({ section, parts }) =>
      toProblem(section, parts, inverted.length > 1 ? allEdits : [], report),
    )
  },
}

/** The number before a heading: "3. Impact" is a sibling of "2. Summary", whatever else it may name. */
function numberOf(placed: PlacedLine | undefined): number | null {
  const number = /^\W{0,4}(\d{1,2})[.):]? /.exec(placed?.line.text ?? '')?.[1]
  return number === undefined ? null : Number(number)
}

/**
 * The headings that would end the section by their level, but do not because they name a part of it. An author who gives
 * its parts a deeper level means what the levels say.
 */
function findInverted(section: Section, headings: readonly PlacedLine[]): readonly PlacedLine[] {
  if (section.level > 5) return []
  const parts: PlacedLine[] = []
  const first = findFirst(section.title.end, headings)
  const own = numberOf(headings[first - 1])
  for (let index = first; index < headings.length; index += 1) {
    const placed = headings[index] as PlacedLine
    if (placed.range.start >= section.end) break
    if (own !== null && (numberOf(placed) ?? 0) > own) break
    if ((placed.line.heading?.level ?? 7) > section.level) break
    parts.push(placed)
  }
  return parts
}

/** The index of the first line that starts at this offset or after it. */
function findFirst(offset: number, lines: readonly PlacedLine[]): number {
  return countWhile(lines, (line) => line.range.start < offset)
}

function toProblem(
  section: Section,
  parts: readonly PlacedLine[],
  allEdits: readonly Edit[],
  report: Report,
): Problem {
  const [first] = parts as readonly [PlacedLine]
  const level = Math.min(section.level + 1, 6)
  const name = nameOf(first)
  const isAbove = (first.line.heading?.level ?? 0) < section.level
  const own: Fix = {
    title: sentence`Nest the headings in "${section.title.text}" below its title`,
    preferred: true,
    // A heading of the section's own level may have been meant as a section.
    safe: parts.every(({ line }) => (line.heading?.level ?? 0) < section.level),
    edits: parts.flatMap((part) => relevel(part, section, report)),
  }
  const everywhere: Fix = {
    title: sentence`Nest all such headings below their section titles`,
    preferred: false,
    edits: allEdits,
  }
  const { start, end } = first.passage()
  return {
    message: isAbove
      ? sentence`"${name}" belongs to "${section.title.text}" but has a higher heading level. Make it a level ${level} heading.`
      : sentence`"${name}" belongs to "${section.title.text}" but has the same heading level. Make it a level ${level} heading.`,
    range: { start, end },
    related: [
      ...parts.slice(1).map((part) => ({
        message: sentence`The same applies to "${nameOf(part)}".`,
        range: part.range,
      })),
      {
        message: sentence`The section starts here.`,
        range: { start: section.title.start, end: section.title.end },
      },
    ],
    fixes: allEdits.length > 0 ? [own, everywhere] : [own],
  }
}

function nameOf(placed: PlacedLine): string {
  return placed.passage().text.replace(/(?<![\s:：])[\s:：]+$/, '')
}

/** Replaces the hashes of a heading, or turns an underlined heading into one with hashes. */
function relevel(placed: PlacedLine, section: Section, { source }: Report): readonly Edit[] {
  const { start, end } = placed.range
  const hashes = '#'.repeat(Math.min(section.level + 1, 6))
  const text = source.slice(start, end)
  const old = /^#{1,6}/.exec(text)?.[0]
  if (old !== undefined) return [{ start, end: start + old.length, text: hashes }]
  const first = /^[^\r\n]*/.exec(text)?.[0].trim() ?? ''
  return /^[ \t]*</.test(text) ? [] : [{ start, end, text: `${hashes} ${first}` }]
}

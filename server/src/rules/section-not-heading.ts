import { type Fix, noOptions, type Rule } from '../checking/rule.ts'
import { markdown, prose } from '../checking/ruleText.ts'
import { eachTitle, findInTemplate, findTitleLine, isHeading } from '../editing/sectionTitles.ts'
import { countWhile } from '../lists/countWhile.ts'
import { quote } from '../messages/quote.ts'
import { joinWithAnd, type Sentence, sentence } from '../messages/sentence.ts'
import type { Edit } from '../postmortem/lines/passage.ts'
import { sourceLineAt } from '../postmortem/lines/sourceLine.ts'
import type { Report } from '../postmortem/report.ts'
import type { Section } from '../postmortem/sections/section.ts'
import { findHeadings } from './support/headings.ts'

export const sectionNotHeading: Rule = {
  id: 'section-not-heading',
  summary: 'Section titles are headings.',
  explanation: prose`
    A line in bold, or one that ends with a colon, may look like a title. But the outline of the editor, the
    table of contents and screen readers do not know about it, and nobody can link to it. A line is reported
    only if it contains nothing but the title of a section of the template. Labels within a section, those that
    the report has several times, list items and titles with text beside them are left alone.

    The fix turns all titles into headings at once, at the level of the other sections, including those that the
    template does not have: a title left as it is would look like part of the section above it. Text beside a
    bold title goes below it.
  `,
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          **Impact:** nobody could search.

          ## Timeline

          Text.
        `,
        messages: [],
      },
      {
        text: markdown`
          # Postmortem: search is down

          - **Timeline**
            - 14:02 UTC - The search stopped answering.
          - **Root Cause and Resolution**
            - A full disk.
        `,
        messages: [],
      },
    ],
    bad: [
      {
        text: markdown`
          # Postmortem: search is down

          ## Issue Summary

          Text.

          **Timeline:**

          Text.
        `,
        messages: ['The title "Timeline" is not a heading. Make it a level 2 heading.'],
      },
      {
        text: markdown`
          Postmortem: search is down

          Issue Summary:

          Text.

          Timeline:
          Text.
        `,
        messages: [
          'The title "Issue Summary" is not a heading. Make it a level 2 heading.',
          'The title "Timeline" is not a heading. Make it a level 2 heading.',
        ],
      },
    ],
  },
  check: (report) => {
    const plainTitles = findPlainTitles(report)
    const whole = plainTitles.map(({ section, level }) => toHeading(section, level, report))
    const edits = plainTitles.map(
      ({ section, level }, index) => whole[index] ?? splitLine(section, level, report),
    )
    const isSafe = plainTitles.every(
      ({ section }, index) => whole[index] !== null && isBoldLine(section, report),
    )
    const fixes = toFixes(plainTitles, edits, isSafe)
    const isReported = ({ section }: PlainTitle, index: number) =>
      whole[index] !== null && findInTemplate(section.id, report.template) !== undefined
    const others = plainTitles.filter((each, index) => !isReported(each, index))
    return plainTitles.filter(isReported).map((each) => ({
      message: describe(each, others),
      range: { start: each.section.title.start, end: each.section.title.end },
      fixes,
    }))
  },
}

interface PlainTitle {
  readonly section: Section
  readonly level: number
}

/** Titles that the template does not have are not reported, but would look like parts of one that is made a heading. */
function describe({ section, level }: PlainTitle, others: readonly PlainTitle[]): Sentence {
  const { text } = section.title
  if (others.length === 0 || others.length > maxNamed)
    return sentence`The title "${text}" is not a heading. Make it a level ${level} heading.`
  const names = joinWithAnd(others.map((each) => quote(each.section.title.text)))
  return sentence`The title "${text}" is not a heading. Make it a level ${level} heading, together with ${names}.`
}

const maxNamed = 5

/** A title within another section belongs one level below its title. */
function findPlainTitles(report: Report): readonly PlainTitle[] {
  const mainLevel = findLevel(report)
  const isLabel = findLabels(report, mainLevel)
  const around: { readonly end: number; readonly level: number }[] = []
  return eachTitle(report.sections).flatMap((section) => {
    if (isLabel(section)) return []
    while ((around.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= section.start) around.pop()
    const outer = around.at(-1)
    const level = isHeading(section)
      ? section.level
      : outer === undefined
        ? mainLevel
        : Math.min(outer.level + 1, 6)
    around.push({ end: section.end, level })
    return isHeading(section) ? [] : [{ section, level }]
  })
}

/**
 * A label divides a part of a section, such as "Solution:" below each of several problems. A part has a heading of its
 * own, and the section that the label could be the title of may be elsewhere.
 */
function findLabels(report: Report, mainLevel: number): (section: Section) => boolean {
  const titles = eachTitle(report.sections)
  const withHeading = new Set(titles.filter(isHeading).map(({ id }) => id))
  const counts = new Map<string, number>()
  for (const { title } of titles) counts.set(title.text, (counts.get(title.text) ?? 0) + 1)
  const headings = findHeadings(report)
  return (section) => {
    if (isHeading(section)) return false
    const above = headings[countWhile(headings, ({ range }) => range.start < section.title.start) - 1]
    const isRepeated = (counts.get(section.title.text) ?? 0) > 1
    if (isMethod(section) && titles.some((outer) => isHeading(outer) && isCauseOf(outer, section)))
      return true
    return isRepeated || withHeading.has(section.id) || (above?.line.heading?.level ?? 0) > mainLevel
  }
}

/** "5 Whys:" says how the cause was looked for, which below the title of a cause is no section of its own. */
function isMethod({ title }: Section): boolean {
  return /\bwhys?\W{0,4}$/i.test(title.text)
}

function isCauseOf({ id, start, end }: Section, { title }: Section): boolean {
  return id.startsWith('root-cause') && start < title.start && title.end <= end
}

/**
 * A title that is left as it is below one that becomes a heading would look like part of that section, so
 * either all titles become headings or none does.
 */
function toFixes(
  titles: readonly PlainTitle[],
  edits: readonly (Edit | null)[],
  safe: boolean,
): readonly Fix[] {
  const all = edits.filter((edit) => edit !== null)
  const [first] = titles
  if (all.length < edits.length || first === undefined) return []
  const title =
    all.length === 1
      ? sentence`Make "${first.section.title.text}" a heading`
      : sentence`Make all ${all.length} titles headings`
  return [{ title, preferred: true, safe, edits: all }]
}

/** A line that is bold as a whole was meant as a title; a plain one may be more than that. */
function isBoldLine(section: Section, report: Report): boolean {
  const line = findTitleLine(section, report)?.line
  return line !== undefined && !/[\p{L}\p{N}]/u.test(line.text.slice(line.bold))
}

/** The level of the first section that is a heading; without one, one level below the title of the report. */
function findLevel({ sections, title, lines }: Report): number {
  const heading = sections.find(isHeading)
  if (heading !== undefined) return heading.level
  const titleLine = lines.find(({ line, base }) => title !== null && base + line.end >= title.end)
  return Math.min((titleLine?.line.heading?.level ?? 1) + 1, 6)
}

/** Turns the line into a heading; null if the line contains anything but the title. */
function toHeading(section: Section, level: number, report: Report): Edit | null {
  const placed = findTitleLine(section, report)
  if (placed === undefined) return null
  const { line } = placed
  const isAlone = line.kind === 'text' && line.depth === 0 && line.item === null && !line.quoted
  const { start, end, text } = sourceLineAt(section.title.start, report.source)
  const whole = placed.passage()
  const afterTitle = report.source.slice(section.title.end, end)
  const comments = afterTitle.match(/(?<!\s)\s*<!--(?:(?!-->).){0,400}-->/g) ?? []
  const rest = comments.reduce((left, comment) => left.replace(comment, ''), afterTitle)
  if (!isAlone || whole.start < start || whole.end > end || /[\p{L}\p{N}<|]/u.test(rest)) return null
  if (!/^ {0,3}[^\s<>|]/.test(text)) return null
  // It is a heading already, and only lacks the blank line after the HTML above it.
  if (/^#{1,6}\s/.test(text)) return { start, end: start, text: report.style.lineEnding }
  const title = whole.text.replace(/(?<![\s:：;])[\s:：;]+$/, '')
  return { start, end, text: `${'#'.repeat(level)} ${title}${comments.join('')}` }
}

/** Puts the text beside a bold title below it, as in "**Resolution:** The release was rolled back."; null for all else. */
function splitLine(section: Section, level: number, report: Report): Edit | null {
  const placed = findTitleLine(section, report)
  if (placed === undefined) return null
  const { line } = placed
  if (line.kind !== 'text' || line.depth !== 0 || line.item !== null || line.quoted) return null
  const { start, end } = sourceLineAt(section.title.start, report.source)
  const before = report.source.slice(start, section.title.start)
  const after = /^(?:[:：]?(?:\*\*|__)|(?:\*\*|__)[:：])[ \t]{1,8}(?=[\p{L}\p{N}])/u.exec(
    report.source.slice(section.title.end, end),
  )
  if (after === null || !/^(?:\*\*|__)$/.test(before)) return null
  const { lineEnding } = report.style
  return {
    start,
    end: section.title.end + after[0].length,
    text: `${'#'.repeat(level)} ${section.title.text}${lineEnding}${lineEnding}`,
  }
}

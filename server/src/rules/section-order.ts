import { say } from '../language/sentence.ts'
import type { Edit, Report, Section } from '../postmortem/report.ts'
import { noOptions, type Problem, type Rule } from './rule.ts'
import { eachTitle, isHeading } from './sections.ts'

export const sectionOrder: Rule = {
  id: 'section-order',
  summary: 'Sections stand in the order that the template has them in.',
  explanation:
    'Whoever reads many reports knows where to look. As few sections as possible are reported: those that have to move so that all others can stay. Sections that the template does not name may stand anywhere.\n\nThe fix moves the section, with everything below its title, behind the one that the template has before it.',
  severity: 'information',
  options: noOptions,
  examples: {
    good: [
      {
        text: '# Postmortem: search is down\n\n## Issue Summary\n\nText.\n\n## Glossary\n\nText.\n\n## Timeline\n\nText.\n\n## Root Cause and Resolution\n\nText.\n\n## Corrective and Preventative Measures\n\nText.\n',
        messages: [],
      },
      {
        text: '# Postmortem: search is down\n\n## Issue Summary\n\nText.\n\n## Corrective and Preventative Measures\n\nText.\n',
        messages: [],
      },
    ],
    bad: [
      {
        text: '# Postmortem: search is down\n\n## Timeline\n\nText.\n\n## Root Cause and Resolution\n\nText.\n\n## Issue Summary\n\nText.\n',
        messages: ['The section "Issue Summary" stands too late. Move it before "Timeline".'],
      },
      {
        text: '# Postmortem: search is down\n\n## Issue Summary\n\nText.\n\n## Corrective and Preventative Measures\n\nText.\n\n## Timeline\n\nText.\n\n## Root Cause and Resolution\n\nText.\n',
        messages: [
          'The section "Corrective and Preventative Measures" stands too early. Move it after "Root Cause and Resolution".',
        ],
      },
    ],
  },
  check: (report) => {
    const ordered = findOrdered(report)
    const kept = longestRun(ordered.map(({ position }) => position)).map((index) => ordered[index] as Ordered)
    return ordered.filter((each) => !kept.includes(each)).map((each) => toProblem(each, kept, report))
  },
}

/** A section with its place in the template. */
interface Ordered {
  readonly section: Section
  readonly position: number
}

/** If each stands once and all are headings of one level: then the template's order can be asked of them. */
function findOrdered({ sections, template }: Report): readonly Ordered[] {
  const found = eachTitle(sections).flatMap((section): Ordered[] => {
    const position = template.sections.findIndex((each) => each.id === section.id)
    return position === -1 ? [] : [{ section, position }]
  })
  const isClear =
    new Set(found.map(({ section }) => section.level)).size === 1 &&
    new Set(found.map(({ position }) => position)).size === found.length &&
    found.every(({ section }) => isHeading(section))
  return isClear ? found : []
}

/** The indices of a longest run of rising numbers among these. */
function longestRun(numbers: readonly number[]): readonly number[] {
  const runs: (readonly number[])[] = []
  for (const [index, number] of numbers.entries()) {
    const before = runs.reduce<readonly number[]>((best, run) => {
      const last = numbers[run.at(-1) as number] as number
      return last < number && run.length > best.length ? run : best
    }, [])
    runs.push([...before, index])
  }
  return runs.reduce((best, run) => (run.length > best.length ? run : best), [])
}

function toProblem({ section, position }: Ordered, kept: readonly Ordered[], report: Report): Problem {
  const name = section.title.text
  const before = kept.findLast((each) => each.position < position)
  const after = kept.find((each) => each.position > position)
  const isLate = after !== undefined && after.section.start < section.start
  const neighbour = isLate ? after.section : (before ?? (after as Ordered)).section
  return {
    message: isLate
      ? say`The section "${name}" stands too late. Move it before "${neighbour.title.text}".`
      : say`The section "${name}" stands too early. Move it after "${neighbour.title.text}".`,
    range: { start: section.title.start, end: section.title.end },
    related: [
      {
        message: isLate ? say`It belongs before this one.` : say`It belongs after this one.`,
        range: { start: neighbour.title.start, end: neighbour.title.end },
      },
    ],
    // What stands behind an open fence is code; where it ends is for its author to say first.
    fixes:
      report.openFence !== null
        ? []
        : [
            {
              title: isLate
                ? say`Move "${name}" before "${neighbour.title.text}"`
                : say`Move "${name}" after "${neighbour.title.text}"`,
              preferred: true,
              edits: move(section, isLate ? neighbour.start : findEnd(neighbour, report), report),
            },
          ],
  }
}

/** What moves is set apart by blank lines, and so are those that close up behind it. */
function move(section: Section, to: number, report: Report): readonly Edit[] {
  const { source, style } = report
  const line = style.lineEnding
  const end = findEnd(section, report)
  const text = source.slice(section.start, end).trimEnd()
  const isLast = to >= report.region.end
  const before = source.slice(Math.max(0, to - 4), to)
  const gap = isLast ? missingBlankLine(before, line) : ''
  const inserted = isLast ? gap + text + line : text + line + line
  return [
    { start: section.start, end, text: '' },
    { start: to, end: to, text: inserted },
  ].sort((a, b) => a.start - b.start)
}

function missingBlankLine(before: string, line: string): string {
  if (/(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)$/.test(before)) return ''
  return /[\r\n]$/.test(before) ? line : line + line
}

/** The end of the section and of all that stands below it at deeper levels. */
function findEnd(section: Section, { sections, lines, region }: Report): number {
  const next = lines.find(({ line, base }) => {
    const start = base + line.start
    return (
      line.heading !== null &&
      line.heading.level <= section.level &&
      start > section.title.start &&
      start >= section.end
    )
  })
  const inner = sections.filter((each) => each.start > section.start && each.level <= section.level)
  const limit = inner[0]?.start ?? region.end
  return next === undefined ? limit : Math.min(limit, next.base + next.line.start)
}

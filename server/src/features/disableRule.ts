import { countWhile } from '../lists/countWhile.ts'
import { suppressionsOfLine } from '../postmortem/blocks/findSuppression.ts'
import type { Suppression } from '../postmortem/blocks/suppressions.ts'
import { type Edit, isWithin } from '../postmortem/lines/passage.ts'
import { perObject } from '../postmortem/lines/perObject.ts'
import { type SourceLine, sourceLineAt } from '../postmortem/lines/sourceLine.ts'
import type { Report } from '../postmortem/report.ts'

/**
 * The edit that silences a rule on the line of a finding; null where no comment would be read, such as in code.
 */
export function disableForLine(rule: string, offset: number, report: Report): Edit | null {
  const existing = suppressionsOfLine(offset, report.suppressions).find(({ rules }) => rules.length > 0)
  if (existing !== undefined) return addRule(rule, existing)
  const line = sourceLineAt(offset, report.source)
  if (line.text.trim() === '' || isInFrontMatter(offset, report)) return null
  const { openFence } = report
  const isFence =
    openFence !== null && line.start <= openFence.opening.start && openFence.opening.start <= line.end
  if (isFence || isClosedHeading(line)) return disableNextLine(rule, line, report)
  if (isInCodeBlock(line, report) || isUnread(offset, report)) return null
  const at = line.start + placeOnLine(line.text, isRow(line, report))
  return { start: at, end: at, text: ` <!-- postmortem-disable-line ${rule} -->` }
}

/** The edit that silences a rule in the whole file: a comment at the top, after the front matter. */
export function disableForFile(rule: string, report: Report): Edit {
  const existing = suppressionOfFile(report)
  if (existing !== undefined) return addRule(rule, existing)
  const { frontMatter, source, style } = report
  const hasMark = source.slice(0, 1) === '\uFEFF'
  const start = frontMatter === null ? (hasMark ? 1 : 0) : sourceLineAt(frontMatter.end, source).next
  const isApart = /^[ \t]*[\r\n]/.test(source.slice(start, start + 200))
  const comment = `<!-- postmortem-disable-file ${rule} -->${style.lineEnding}`
  return { start, end: start, text: comment + (isApart ? '' : style.lineEnding) }
}

/** Asked once for each finding. */
const suppressionOfFile = perObject(({ suppressions }: Report) =>
  suppressions.find(({ kind, rules }) => kind === 'file' && rules.length > 0),
)

function addRule(rule: string, { rules, command }: Suppression): Edit {
  const end = rules.at(-1)?.end ?? command.end
  return { start: end, end, text: ` ${rule}` }
}

/** For lines on which a trailing comment would become part of the heading or the fence. */
function disableNextLine(rule: string, line: SourceLine, { style }: Report): Edit | null {
  const indentation = /^[ \t]*/.exec(line.text)?.[0] ?? ''
  if (!/^[ \t]*[#`~]/.test(line.text)) return null
  const text = `${indentation}<!-- postmortem-disable-next-line ${rule} -->${style.lineEnding}`
  return { start: line.start, end: line.start, text }
}

function isClosedHeading({ text }: SourceLine): boolean {
  return /^ {0,3}#{1,6}\s.{0,500}\s#{1,6}\s*$/.test(text)
}

function isUnread(offset: number, { markup }: Report): boolean {
  return markup.unread.some(({ start, end }) => start <= offset && offset < end)
}

function isInFrontMatter(offset: number, { frontMatter }: Report): boolean {
  return frontMatter !== null && offset <= frontMatter.end
}

/** A line of a code block begins and ends in code; a line with inline code has other text as well. */
function isInCodeBlock({ start, end }: SourceLine, { markup }: Report): boolean {
  return isWithin(start, markup.code) && isWithin(Math.max(start, end - 1), markup.code)
}

function isRow({ start }: SourceLine, { lines }: Report): boolean {
  const placed = lines[countWhile(lines, (line) => line.range.start < start)]
  if (placed === undefined || placed.range.start !== start) return false
  return placed.line.kind === 'row' || placed.line.kind === 'header'
}

function lengthWithoutBlanks(text: string): number {
  let end = text.length
  while (text[end - 1] === ' ' || text[end - 1] === '\t') end -= 1
  return end
}

/** After the last word, so that a hard line break or the closing pipe of a row stays at the end. */
function placeOnLine(text: string, isRowOfTable: boolean): number {
  const end = text.endsWith('\\') ? text.length - 1 : lengthWithoutBlanks(text)
  return isRowOfTable && text[end - 1] === '|' ? text.slice(0, end - 1).trimEnd().length : end
}

import type { Report } from '../postmortem/report.ts'
import { maxTitleWords, metaTitles } from '../postmortem/sections/documentTitle.ts'
import { shortTitle } from './shortTitle.ts'

type Line = Report['lines'][number]

/**
 * The title in the text, or else that in the front matter, which may be YAML or TOML; null without either. A title that
 * says no more than "Postmortem" gives way to the heading below it, and to what follows "Summary" in its title.
 */
export function titleOf(report: Report): string | null {
  const { title, lines } = report
  const own = title === null || isRemark(report) ? null : titleIn(title.text)
  const named = own === null || isNoTitle.test(own) ? null : own
  if (named !== null && !isKindOnly(named)) return (isHeading(report) ? null : statedTitle(lines)) ?? named
  return (
    (named === null ? (own === null ? null : labelledBelow(report)) : headingBelow(report)) ??
    statedTitle(lines) ??
    titleOfSummary(report) ??
    named ??
    topHeading(report) ??
    firstLine(report)
  )
}

/** The titles of several incidents in a document. What is above all of them belongs to none. */
export function titlesOfParts(parts: readonly Report[]): readonly (string | null)[] {
  const [first, second] = parts
  const level = second === undefined ? null : headingsIn(second)[0]?.line.heading?.level
  const own =
    first === undefined
      ? undefined
      : headingsIn(first).findLast(
          ({ line, range }) => line.heading?.level === level && range.start < (first.sections[0]?.start ?? 0),
        )
  return parts.map((part, index) =>
    index === 0 && own !== undefined ? titleIn(own.line.text) : titleOf(part),
  )
}

function headingsIn({ lines }: Report): readonly Line[] {
  return lines.filter(({ line }) => line.heading !== null)
}

/** "# Root Cause Analysis" at the top is the title of the document, although elsewhere it is that of a section. */
function topHeading({ lines }: Report): string | null {
  const first = lines.find(({ line }) => line.kind !== 'meta' && /\p{L}{2}/u.test(line.text))
  if (first === undefined || first.line.heading === null) return null
  const { text } = first.line
  return isReport.test(text) && !isSection.test(text) ? titleIn(text) : null
}

const isReport = /\b(?:report|analysis|rca|bug|incident|outage|review|retrospective)\b/i
const isSection = /\b(?:summary|overview|timeline|impact|description|details|date|time|reason)\b/i

/** A line above the first section that begins like a name and ends like one. */
function firstLine({ lines, sections: [first] }: Report): string | null {
  const placed = lines.find(({ line }) => /\p{L}{2}/u.test(line.text) && line.kind !== 'meta')
  if (first === undefined || placed === undefined || placed.range.end > first.start) return null
  const { line, marks, times } = placed
  const isPlain = line.kind === 'text' && line.item === null && !line.quoted && line.links.length === 0
  if (!isPlain || marks.length > 0 || times.length > 0) return null
  const text = line.text.trim()
  const isName = line.words >= 3 && line.words <= maxNameWords && /^\P{L}{0,4}\p{Lu}/u.test(text)
  return isName && !/[.,:;?!]$/.test(text) ? titleIn(text) : null
}

/** A longer line is more likely a sentence without a full stop. */
const maxNameWords = 12

/** "The following postmortem describes how we lost an index." */
function isRemark(report: Report): boolean {
  const text = report.title?.text.trim() ?? ''
  return !isHeading(report) && text.endsWith('.') && text.split(' ').length >= minRemarkWords
}

const minRemarkWords = 8

/** A line of text that says "postmortem" may be a remark. */
function isHeading({ title, lines }: Report): boolean {
  const placed = lines.find(({ range }) => range.end > (title?.start ?? 0))
  return placed !== undefined && placed.line.heading !== null
}

/** The first heading between the title and the first section, with no text before it. */
function headingBelow({ title, lines, sections }: Report): string | null {
  const from = title?.end ?? 0
  const to = sections[0]?.start ?? Number.POSITIVE_INFINITY
  const between = lines.filter(({ range }) => range.start > from && range.start < to)
  const next = between.find((each) => each.line.words > 0 && !isKindOnly(each.line.text) && !isDay(each))
  const isTitle = next !== undefined && next.line.heading !== null && next.line.words > 1
  return isTitle ? nameIn(next, 0) : null
}

/** "## 22/Mar/2022", above the incidents of that day. */
function isDay(placed: Line): boolean {
  return placed.line.heading !== null && placed.times.length > 0 && nameIn(placed, 0) === null
}

/** "Postmortem: search is down" below an address. */
function labelledBelow({ title, lines, sections }: Report): string | null {
  const [from, to] = [title?.end ?? 0, sections[0]?.start ?? 0]
  const next = lines.find(
    ({ line, range }) => range.start > from && range.start < to && line.kind === 'text' && line.words > 0,
  )
  const text = next === undefined || next.line.words > maxTitleWords ? '' : next.line.text
  return shortTitle(text) === text ? null : titleIn(text)
}

/** "Summary: the night without a search" */
function titleOfSummary({ lines, sections: [first] }: Report): string | null {
  if (first?.id !== 'summary') return null
  const placed = lines.find(({ range }) => range.end > first.title.start)
  const mark = placed?.marks[0]
  if (placed === undefined || mark === undefined) return null
  const { line } = placed
  const isTitle = line.heading !== null || line.bold >= line.text.trimEnd().length
  return isTitle && placed.marks.length === 1 ? nameIn(placed, mark.value) : null
}

/** The name of an incident, and not that of a section, a field or a day. */
function nameIn({ line, marks, times }: Line, from: number): string | null {
  const text = line.text.slice(from).trim()
  const isNamed = marks.every(({ value }) => value <= from) && !line.quoted
  const undated = times.reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
    line.text,
  )
  if (
    !isNamed ||
    (times.length > 0 && !/\p{L}{2}\P{L}{1,40}\p{L}{2}/u.test(undated.slice(from))) ||
    line.words > maxTitleWords ||
    !/\p{L}{2}/u.test(text)
  )
    return null
  const name = titleIn(text.replace(/^\d{1,2}[.)]\s{1,2}(?=\p{L})/u, ''))
  return name === null || isNoTitle.test(name) || isKindOnly(name) ? null : name
}

function statedTitle(lines: Report['lines']): string | null {
  const [stated] = metaTitles(lines)
  return stated === undefined ? null : titleIn(stated.line.text)
}

const titleKey = /^(?:(?:project|incident|report|post-?mortem)\s{1,3})?title(?:\sname)?\s*[:=]\s*/i

/** An address, or the title of the first part of a document that has none of its own. */
const isNoTitle = /^\W{0,4}(?:https?:\/\/\S+|meta-?data|contents|table of contents)\W{0,4}$/i

/** True for "0x19. Postmortem" and "My first incident report": the kind of document, but not what it is about. */
export function isKindOnly(title: string): boolean {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.every((word) => kindWords.has(word) || /^(?:(?:0x)?\d{1,2}|post?mo\w{2,5}m)$/.test(word))
}

const kindWords: ReadonlySet<string> = new Set(
  'a my our the first postmortem postmortems post mortem mortems incident incidents outage outages report reports review reviews analysis project document'.split(
    ' ',
  ),
)

function titleIn(text: string): string | null {
  const match = titleKey.exec(text)
  if (match === null) return text.replace(/(?<!\s)\s?:$/, '')
  const value = text.slice(match[0].length).trim()
  const unquoted = /^(["'])(.*)\1$/.exec(value)?.[2] ?? value
  return unquoted === '' ? null : unquoted
}

/** True if the title calls the report a draft, as "(draft)" or "- Draft v0.1" does. */
export function isDraftTitle(title: string): boolean {
  return /^[([]?draft[)\]]?\s?[:–—-]\s|[([–—|:-]\s?draft(?:\s?v?\d[\d.]{0,6})?[)\]]?$/i.test(title.trim())
}

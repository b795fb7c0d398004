import type { Report } from '../postmortem/report.ts'
import { maxTitleWords, metaTitles } from '../postmortem/sections/documentTitle.ts'

type Line = Report['lines'][number]

/**
 * The title in the text, or else that in the front matter, which may be YAML or TOML; null without either. A title that
 * says no more than "Postmortem" gives way to the heading below it, and to what follows "Summary" in its title.
 */
export function titleOf(report: Report): string | null {
  const { title, lines } = report
  const own = title === null ? null : titleIn(title.text)
  const named = own === null || isNoTitle.test(own) ? null : own
  if (named !== null && !isKindOnly(named)) return (isHeading(report) ? null : statedTitle(lines)) ?? named
  return (
    (named === null ? null : headingBelow(report)) ?? statedTitle(lines) ?? titleOfSummary(report) ?? named
  )
}

/** A line of text that says "postmortem" may be a remark. */
function isHeading({ title, lines }: Report): boolean {
  const placed = lines.find(({ range }) => range.end > (title?.start ?? 0))
  return placed !== undefined && placed.line.heading !== null
}

/** The first heading between the title and the first section. */
function headingBelow({ title, lines, sections }: Report): string | null {
  const from = title?.end ?? 0
  const to = sections[0]?.start ?? Number.POSITIVE_INFINITY
  const next = lines.find(
    ({ line, range }) => line.heading !== null && range.start > from && range.start < to,
  )
  return next === undefined ? null : nameIn(next, 0)
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
  const isNamed = marks.every(({ value }) => value <= from) && times.length === 0 && !line.quoted
  if (!isNamed || line.words > maxTitleWords || !/\p{L}{2}/u.test(text)) return null
  const name = titleIn(text)
  return name === null || isNoTitle.test(name) || isKindOnly(name) ? null : name
}

function statedTitle(lines: Report['lines']): string | null {
  const [stated] = metaTitles(lines)
  return stated === undefined ? null : titleIn(stated.line.text)
}

const titleKey = /^title\s*[:=]\s*/i

/** An address, or the title of the first part of a document that has none of its own. */
const isNoTitle = /^\W{0,4}(?:https?:\/\/\S+|meta-?data|contents|table of contents)\W{0,4}$/i

/** True for "0x19. Postmortem" and "My first incident report": the kind of document, but not what it is about. */
function isKindOnly(title: string): boolean {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  return words.every((word) => kindWords.has(word) || /^(?:0x)?\d{1,2}$/.test(word))
}

const kindWords: ReadonlySet<string> = new Set(
  'a my our the first postmortem post mortem incident outage report review analysis project document'.split(
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

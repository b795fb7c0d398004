import { findLineAt } from '../../../postmortem/blocks/findLineAt.ts'
import type { PlacedLine } from '../../../postmortem/blocks/placedLine.ts'
import type { Edit } from '../../../postmortem/lines/passage.ts'
import { perObject } from '../../../postmortem/lines/perObject.ts'
import { sourceLineAt } from '../../../postmortem/lines/sourceLine.ts'
import type { Report } from '../../../postmortem/report.ts'
import type { Section } from '../../../postmortem/sections/section.ts'
import type { TimelineEntry } from '../../../postmortem/times/readTimeline.ts'
import type { EntryPart, FieldPart } from '../../../templates/template.ts'
import { hasBlankLine } from './hasBlankLine.ts'
import { insertFields } from './insertFields.ts'
import { insertText } from './insertText.ts'

/** The label of each fact in a timeline that has labels instead of times. */
const labels: Readonly<Record<string, string>> = {
  detection: 'Detection',
  detectionMethod: 'Detection Method',
  actions: 'Actions Taken',
  misleading: 'Misleading Paths',
  escalation: 'Escalation',
  resolution: 'Resolution',
}

/**
 * Inserts entries at their places in the template's order, in the form of the existing entries; `order` is
 * the timeline of the template.
 */
export function insertEntries(
  parts: readonly EntryPart[],
  order: readonly EntryPart[],
  section: Section,
  report: Report,
): readonly Edit[] {
  if (report.timeline.style === 'labels') {
    return [insertFields(parts.map(toField), order.map(toField), section, report)]
  }
  const entries = report.timeline.entries.filter(
    ({ start }) => section.title.end <= start && start < section.end,
  )
  const last = entries.at(-1)
  if (last === undefined)
    return [
      insertText(
        parts.map((part) => writePlain(part, report)),
        section,
        report,
      ),
    ]
  const places = new Map<TimelineEntry | null, EntryPart[]>()
  for (const part of parts) {
    const place = findSuccessor(part, order, entries)
    places.set(place, [...(places.get(place) ?? []), part])
  }
  return [...places]
    .map(([place, group]) => insertBeside(place, last, group, entries, report))
    .sort((a, b) => a.start - b.start)
}

/** The same field each time, because its place in the template is looked for by its identity. */
const toField: (part: EntryPart) => FieldPart = perObject(({ fact, text, includes = [] }: EntryPart) => {
  const field = fact ?? ''
  return { kind: 'field', field, label: labels[field] ?? field, text, includes: includes.map(toField) }
})

/**
 * The first entry with a fact that the template has after this one; null if the new entry belongs at the end.
 */
function findSuccessor(
  part: EntryPart,
  order: readonly EntryPart[],
  entries: readonly TimelineEntry[],
): TimelineEntry | null {
  const index = order.findIndex((each) => each === part || each.includes?.includes(part))
  const later = order.slice(index + 1).map(({ fact }) => fact)
  const earlier = order.slice(0, index).map(({ fact }) => fact)
  const hasFact = (entry: TimelineEntry, facts: readonly (string | null)[]) =>
    entry.facts.some((fact) => facts.includes(fact))
  const from = entries.findIndex((entry) => hasFact(entry, earlier)) + 1
  return entries.slice(from).find((entry) => hasFact(entry, later)) ?? null
}

function insertBeside(
  place: TimelineEntry | null,
  last: TimelineEntry,
  parts: readonly EntryPart[],
  entries: readonly TimelineEntry[],
  report: Report,
): Edit {
  const { source, style } = report
  const line = style.lineEnding
  const model = place ?? last
  const gap = isApart(entries, report) ? line + line : line
  const texts = parts.map((part) => writeLike(model, part, report))
  if (place !== null) {
    const { start } = sourceLineAt(place.start, source)
    return { start, end: start, text: texts.map((text) => text + gap).join('') }
  }
  const { end } = sourceLineAt(Math.max(last.start, last.end - 1), source)
  return { start: end, end, text: texts.map((text) => gap + text).join('') }
}

function isApart(entries: readonly TimelineEntry[], { source }: Report): boolean {
  return entries.slice(1).some((entry, index) => {
    const before = entries[index] as TimelineEntry
    return hasBlankLine(source.slice(before.end, entry.start))
  })
}

/** Copies what the model has before its time, and between the time and the text. */
function writeLike(model: TimelineEntry, part: EntryPart, report: Report): string {
  const { source, style } = report
  const placed = findLineAt(model.start, report.lines)
  const { start } = sourceLineAt(model.start, source)
  if (placed?.line.kind === 'row') return writeRow(placed, model, part)
  const head = model.label === null ? model.text.start : model.label.start
  const before = source.slice(start, head).replace(/\[[xX]\](?=\s)/, '[ ]')
  if (!/^[\s>#*_+-]*(?:\d{1,3}[.)]\s[[(*_~]*|[[(~][[(*_~]*)?$/.test(before)) return writePlain(part, report)
  if (model.label === null) return before + part.text
  if (placed?.line.heading != null) {
    return `${before}${timeLike(model, part)}${style.lineEnding}${style.lineEnding}${part.text}`
  }
  const between = source.slice(model.label.end, model.text.start)
  const isKnown = /^[\s\])*_:：|,.–—=-]+$/.test(between) && !/[\r\n]/.test(between)
  const lineBreak = /(?<! ) {2,}$|\\$/.exec(sourceLineAt(model.start, source).text)?.[0] ?? ''
  return `${before}${timeLike(model, part)}${isKnown ? between : closeEmphasis(before)}${part.text}${lineBreak}`
}

function closeEmphasis(before: string): string {
  return `${/[*_]{1,2}$/.exec(before)?.[0] ?? ''} - `
}

/** The new time names a zone only if the times of the document do. */
function timeLike({ label }: TimelineEntry, { time }: EntryPart): string {
  const hasZone = /(?<![A-Za-z])(?!AM\b|PM\b)[A-Z]{2,5}\b|[+-]\d{2}:?\d{2}/.test(label?.text ?? '')
  return hasZone ? time : (/^\{\{[^{}]*\}\}/.exec(time)?.[0] ?? time)
}

function writeRow({ line }: PlacedLine, model: TimelineEntry, part: EntryPart): string {
  const at = Math.max(
    0,
    line.cells.findIndex(({ text }) => model.label !== null && text.includes(model.label.text)),
  )
  const cells = line.cells.map((_, index) => {
    if (index === at) return ` ${timeLike(model, part)} `
    return index === at + 1 ? ` ${part.text} ` : ' '
  })
  return `|${cells.join('|')}|`
}

function writePlain({ time, text }: EntryPart, { style }: Report): string {
  return `${style.bullet} ${time} - ${text}`
}

import { type Said, say } from '../language/sentence.ts'
import { factIds } from '../postmortem/facts.ts'
import { absentSections } from '../postmortem/insertSections.ts'
import { lineRange } from '../postmortem/placedLine.ts'
import type { Range, Report, Section } from '../postmortem/report.ts'
import { templates } from '../templates/index.ts'
import { renderBody, renderReport, renderSection } from '../templates/render.ts'
import { defaultStyle } from '../templates/style.ts'
import type { EntryPart, FieldPart, Part } from '../templates/template.ts'
import { writeTimestamp } from './timestamp.ts'
import { findTimeZones } from './timeZones.ts'

/** One thing that could be written at the cursor. */
export interface Completion {
  readonly kind: 'template' | 'section' | 'field' | 'entry' | 'time' | 'zone' | 'owner'
  readonly label: string
  readonly detail: Said
  /** What is replaced: a part of the line, up to the cursor. */
  readonly range: Range
  /** What stands in the range is held against this. */
  readonly filter: string
  /** May hold `{{placeholders}}`. */
  readonly text: string
}

/** The line that somebody is writing, up to the cursor and behind it. */
export interface Writing {
  /** Of the cursor. */
  readonly offset: number
  readonly before: string
  readonly after: string
  /** Nothing but this line stands in the document. */
  readonly isAlone: boolean
  readonly now: number
}

/** In a report what fits the place; in an empty document whole reports; elsewhere nothing. */
export function complete(report: Report, writing: Writing): readonly Completion[] {
  if (!report.recognition.postmortem) return writing.isAlone ? wholeReports(writing) : []
  const found = [zones, owners].map((find) => find(report, writing)).find((each) => each.length > 0)
  return found ?? [...sections(report, writing), ...entries(report, writing), ...fields(report, writing)]
}

function wholeReports(writing: Writing): readonly Completion[] {
  if (!/^\s{0,3}#?\s?\p{L}{0,20}$/u.test(writing.before) || writing.after.trim() !== '') return []
  return templates.map((template) =>
    wholeLine('template', `${template.name} postmortem`, template.description, writing, {
      text: renderReport(template, defaultStyle),
      lead: /^\W*/.exec(writing.before)?.[0] ?? '',
    }),
  )
}

/** On a line of its own, after the hashes of a heading, or after the asterisks of a bold title. */
function sections(report: Report, writing: Writing): readonly Completion[] {
  const lead = /^(\s{0,3}(?:#{1,6}\s{0,2}|\*\*)?)(?:\p{L}[\p{L} ]{0,40})?$/u.exec(writing.before)?.[1]
  const isTitle = lead !== undefined && (lead.trim() !== '' || !writing.before.includes(' '))
  if (!isTitle || writing.after.trim() !== '') return []
  return absentSections(report).map((section) =>
    wholeLine('section', section.title, section.guidance, writing, {
      text: renderSection(section, report.style),
      lead,
    }),
  )
}

const beginningOfItem = /^(\s{0,8}[-*+]\s{1,4}(?:\*\*)?)(?:\p{L}[\p{L} ]{0,40})?$/u

/** Labels that the template has in this section and the section has not. */
function fields(report: Report, writing: Writing): readonly Completion[] {
  const lead = beginningOfItem.exec(writing.before)?.[1]
  const section = sectionAt(writing.offset, report)
  if (lead === undefined || section === undefined || section.id === 'timeline') return []
  const expected = report.template.sections.find(({ id }) => id === section.id)
  if (expected === undefined) return []
  return fieldsOf(expected.body)
    .filter((part) => !hasLabel(part, section, report))
    .map((part) =>
      wholeLine('field', part.label, plainText(part.text), writing, {
        text: renderBody({ ...expected, body: [part] }, report.style),
        lead,
      }),
    )
}

function fieldsOf(parts: readonly Part[]): readonly FieldPart[] {
  return parts.flatMap((part): readonly FieldPart[] => {
    if (part.kind === 'heading') return fieldsOf(part.body)
    return part.kind === 'field' ? [part, ...fieldsOf(part.includes ?? [])] : []
  })
}

function hasLabel({ label }: FieldPart, section: Section, { lines }: Report): boolean {
  const wanted = label.toLowerCase()
  return lines.some((placed) => {
    const { start } = lineRange(placed)
    return section.start <= start && start < section.end && placed.line.text.toLowerCase().startsWith(wanted)
  })
}

/** An entry that happens now, and what the timeline does not tell yet. */
function entries(report: Report, writing: Writing): readonly Completion[] {
  const lead = /^(\s{0,8}[-*+]\s{1,4})[\d:]{0,5}$/.exec(writing.before)?.[1]
  if (lead === undefined || sectionAt(writing.offset, report)?.id !== 'timeline') return []
  const { offset, now, before } = writing
  const time = writeTimestamp(report, offset, now, 'report') ?? writeTimestamp(report, offset, now, 'utc')
  if (time === null) return []
  const range = { start: offset - before.length + lead.length, end: offset }
  const untold = entriesOf(report).filter(({ fact }) => isUntold(fact, report))
  return [
    { kind: 'time', label: time, detail: say`now`, range, filter: time, text: `${time} - ` },
    ...untold.map(({ text, time: clock }): Completion => {
      const label = plainText(text)
      const detail = say`the timeline does not tell this yet`
      return {
        kind: 'entry',
        label,
        detail,
        range,
        filter: `${before.slice(lead.length)}${label}`,
        text: `${clock} - ${text}`,
      }
    }),
  ]
}

function entriesOf({ template }: Report): readonly EntryPart[] {
  return template.sections.flatMap(({ body }) =>
    body.flatMap((part) => (part.kind === 'entry' ? [part] : [])),
  )
}

function isUntold(fact: string | null, { timeline }: Report): boolean {
  const known = factIds.find((each) => each === fact)
  return known !== undefined && timeline.facts[known].length === 0
}

const usualZones = [
  'UTC',
  'Europe/London',
  'Europe/Paris',
  'America/New_York',
  'America/Los_Angeles',
  'Asia/Kolkata',
  'Asia/Tokyo',
]

/** Behind a time of day, those first that the report names. */
function zones(report: Report, { before, offset }: Writing): readonly Completion[] {
  const typed = /\d:\d\d(?::\d\d)?\s?(?:[ap]\.?m\.?)?\s([A-Za-z/_]{0,30})$/i.exec(before)?.[1]
  if (typed === undefined) return []
  const named = findTimeZones(report)
  const range = { start: offset - typed.length, end: offset }
  return [...new Set([...named, ...usualZones])].map((zone) => ({
    kind: 'zone',
    label: zone,
    detail: named.includes(zone) ? say`the time zone of this report` : say`time zone`,
    range,
    filter: zone,
    text: zone,
  }))
}

/** Behind `owner:` and `@`, those whom the report names. */
function owners(report: Report, { before, offset }: Writing): readonly Completion[] {
  const typed =
    /\b(?:owner|assignee|assigned to)\s?:\s{0,2}([@\p{L}][\p{L}\w.-]{0,40}|)$/iu.exec(before)?.[1] ??
    /(?:^|[\s([])(@[\w-]{0,39})$/.exec(before)?.[1]
  if (typed === undefined) return []
  const mentions = report.lines.flatMap(
    ({ line }) => line.text.match(/(?<![\w.])@[A-Za-z][\w-]{0,38}/g) ?? [],
  )
  const named = report.actionItems.flatMap(({ owner }) => owner?.text ?? [])
  const range = { start: offset - typed.length, end: offset }
  return [...new Set([...named, ...mentions])]
    .filter((name) => name !== typed && !name.includes('{{'))
    .map((name) => ({
      kind: 'owner',
      label: name,
      detail: say`named in this report`,
      range,
      filter: name,
      text: name,
    }))
}

function sectionAt(offset: number, { sections: all }: Report): Section | undefined {
  return all.find(({ title, end }) => title.end < offset && offset <= end)
}

/** The lead is the markup that was typed already; the text brings its own. */
function wholeLine(
  kind: Completion['kind'],
  label: string,
  detail: Said,
  { offset, before }: Writing,
  { text, lead }: { readonly text: string; readonly lead: string },
): Completion {
  return {
    kind,
    label,
    detail,
    range: { start: offset - before.length, end: offset },
    filter: `${lead}${label}`,
    text,
  }
}

function plainText(text: string): string {
  return text.replace(/\{\{|\}\}/g, '')
}

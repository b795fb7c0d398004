import { findDate } from '../../time/written/findTimes.ts'
import { indexesThat } from '../blocks/lineGroups.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import { cellStarts, type Line } from '../lines/line.ts'
import type { Passage } from '../lines/passage.ts'
import { perObject } from '../lines/perObject.ts'
import type { Label, Structure } from '../sections/foundSection.ts'
import type { LineRange } from '../sections/region.ts'
import { english } from '../vocabulary/english.ts'
import type { ConceptId, Stage } from '../vocabulary/vocabulary.ts'
import { labelsOf, readValue, type ValueLine, valuePassage } from './labelValues.ts'
import { findProseLines, isInSection, sectionsAfterTheIncident } from './prose.ts'
import { findColumnValues } from './tableColumns.ts'

/** What a team files a report under, from its front matter or from labels in its text. */
export interface Profile {
  readonly id: ProfileValue | null
  readonly status: ProfileValue | null
  readonly severity: ProfileValue | null
  readonly trigger: ProfileValue | null
  readonly services: readonly ProfileValue[]
  /** Only front matter names causes: in a text they are sentences. */
  readonly causes: readonly ProfileValue[]
  /** The ids or the files of other incidents. */
  readonly related: readonly ProfileValue[]
  readonly reviewers: readonly ProfileValue[]
  /** True if nothing failed in the end, so there is no length of an outage to state. */
  readonly isNearMiss: boolean
}

export interface ProfileValue extends Passage {
  /** `text` is a word in a title or a sentence, which only probably is meant as the value. */
  readonly source: 'frontMatter' | 'label' | 'text'
}

const { profile: phrases } = english

/** The longest value of a field that holds a word or two. Longer ones are sentences about something else. */
const maxValueLength = 40

export function findProfile(
  lines: readonly PlacedLine[],
  structure: Structure,
  title: Passage | null,
  region: LineRange,
): Profile {
  const labelled = findLabelledLines(lines, structure, region)
  const named = (name: RegExp) => labelled.filter((each) => name.test(each.name))
  const short = (ids: readonly ConceptId[]) => findShortValue(ids, lines, structure)
  const [id] = named(phrases.id).filter(({ value }) => phrases.idValue.test(value.text))
  const [trigger] = labelsOf(structure, ['trigger'], sectionsAfterTheIncident).flatMap((label) =>
    readValue(label, lines).slice(0, 1).map(valuePassage),
  )
  return {
    id: id === undefined ? null : fromLabel(id.value),
    status: short(['status']) ?? findStatusSection(lines, structure),
    severity: short(['severity']) ?? gradeOf(title, findProseLines(lines, structure, region, ['summary'])),
    trigger: trigger === undefined || trigger.text === '' ? null : fromLabel(trigger),
    services:
      findServices(lines, structure) ?? named(phrases.services).flatMap(({ value }) => listItems(value)),
    causes: [],
    related: [
      ...named(phrases.related).flatMap(({ value }) => splitList(value).filter(isReference)),
      ...findLinkedIncidents(lines, structure),
      ...findRecurrences(lines, structure),
    ],
    reviewers: named(phrases.reviewers).flatMap(({ value }) => splitList(value)),
    isNearMiss:
      phrases.nearMiss.test(title?.text.replace(/^\W{0,4}(?:post-?mortem)?\W{0,4}/i, '') ?? '') ||
      named(phrases.nearMiss).some(({ value }) => phrases.yes.test(value.text)),
  }
}

/** What the front matter states replaces what was found in the text. */
export function mergeProfile(stated: Partial<Profile>, found: Profile): Profile {
  return { ...found, ...stated }
}

/** The stage that a status names; null if it says something else, such as "resolved". */
export function stageOf(status: string): Stage | null {
  return phrases.stages.find(([pattern]) => pattern.test(status.trim()))?.[1] ?? null
}

interface LabelledLine {
  readonly name: string
  readonly value: Passage
}

/** Lines such as `**Reviewers:** …` and rows such as `| Incident ID | … |` that tell about the incident. */
function findLabelledLines(
  lines: readonly PlacedLine[],
  structure: Structure,
  region: LineRange,
): readonly LabelledLine[] {
  const isSkipped = isInSection(structure, (id) => id === 'timeline' || sectionsAfterTheIncident.includes(id))
  return labelledOrRows(lines, region.start, region.end).flatMap((index): LabelledLine[] => {
    if (isSkipped(index)) return []
    const placed = lines[index] as PlacedLine
    const { kind, cells } = placed.line
    if (kind === 'row') {
      const [name, value] = cells
      if (name === undefined || value === undefined || value.text.trim() === '') return []
      const [, start = 0] = cellStarts(placed.line)
      return [{ name: name.text.trim(), value: placed.passage(start, start + value.text.length) }]
    }
    if (kind !== 'text') return []
    const [head, name] = labelHeadOf(placed.line) ?? []
    if (head === undefined || name === undefined) return []
    const value = placed.passage(head.length)
    return value.text === '' ? [] : [{ name, value }]
  })
}

const labelHead =
  /^[^\p{L}\p{N}]{0,8}(\p{L}[\p{L} #.-]{1,40}?)\s{0,2}(?:\([^()]{1,80}\)\s{0,2})?[:：]\s{0,4}/u

/** A remark in brackets may be between a label and its colon. */
const maxHeadLength = 150

const labelHeadOf = perObject(({ text }: Line) => labelHead.exec(text.slice(0, maxHeadLength)))

const labelledOrRows = indexesThat(
  ({ line }) => line.kind === 'row' || (line.kind === 'text' && labelHeadOf(line) !== null),
)

function findShortValue(
  ids: readonly ConceptId[],
  lines: readonly PlacedLine[],
  structure: Structure,
): ProfileValue | null {
  const labels = labelsOf(structure, ids, ['timeline', ...sectionsAfterTheIncident])
  const values = [
    ...labels.filter(isOfIncident(structure)).flatMap((label) => ownValue(label, lines)),
    ...findColumnValues(lines, structure, ids),
  ]
  for (const value of values) {
    const found = firstWords(value)
    if (found !== null) return fromLabel(found)
  }
  return null
}

/** The only line below a heading such as "Status" may be a sentence about it. */
function findStatusSection(lines: readonly PlacedLine[], structure: Structure): ProfileValue | null {
  const label = labelsOf(structure, ['status'], ['timeline', ...sectionsAfterTheIncident]).find(
    ({ lineIndex }) => lines[lineIndex]?.line.heading != null,
  )
  const [value, other] = label === undefined ? [] : readValue(label, lines)
  if (value === undefined || other !== undefined || value.placed.line.item !== null) return null
  const found = valuePassage(value)
  return found.text.length <= maxSentenceLength && /^\p{L}/u.test(found.text) ? fromLabel(found) : null
}

const maxSentenceLength = 120

/** A list below a title tells of several things, and each of them has its own state. */
function ownValue(label: Label, lines: readonly PlacedLine[]): readonly ValueLine[] {
  return readValue(label, lines)
    .slice(0, 1)
    .filter(({ lineIndex, placed }) => lineIndex === label.lineIndex || placed.line.item === null)
}

/** Below the summary, the priority is that of a step or a task. */
function isOfIncident({ sections }: Structure): (label: Label) => boolean {
  const [first, second] = sections.filter(({ parent }) => parent === null)
  const end = first?.ids.includes('summary') ? second : first
  return ({ mark, lineIndex }) =>
    !/priority/i.test(mark.text) || lineIndex <= (end?.firstLine ?? Number.POSITIVE_INFINITY)
}

/** The value before a remark on it: "Critical" of "🔴 Critical (all nodes were down)". */
function firstWords({ placed, start, end }: ValueLine): Passage | null {
  const whole = placed.line.text.slice(start, end)
  const from = start + (signs.exec(whole)?.[0].length ?? 0)
  const text = placed.line.text.slice(from, end)
  const remark = (isHalf.test(text) ? text.replace(',', ' ') : text).search(/[([;,]|\s[-–—]\s|\.(?:\s|$)/)
  const value = remark > 0 ? text.slice(0, remark) : text
  const found = placed.passage(from, from + value.replace(lastSign, '').length)
  // A report's date is among its labels for the state, and is none. Several signs are a choice that nobody made.
  const isWords =
    /^[\p{L}\p{N}]/u.test(found.text) && !sign.test(found.text) && findDate(found.text)?.start !== 0
  return isWords && found.text.length <= maxValueLength ? found : null
}

const sign = /\p{Extended_Pictographic}/u

const lastSign = /\p{Extended_Pictographic}[\ufe0f\u200d]{0,2}\s*$/u

/** The emoji that a value begins with. */
const signs = /^(?:\s|\p{Extended_Pictographic}[\ufe0f\u200d]{0,2}){0,8}/u

/** "Cleaned up, the key needs a rotation": without its second half it would say that it is over. */
const isHalf = /^[^,]{1,40},[^,]{0,40}\b(?:needs?|pending|awaiting|still|not|to be|must|remains?)\b/i

/** "SEV2: search is down", or the only severity that the summary mentions. */
function gradeOf(title: Passage | null, prose: readonly ValueLine[]): ProfileValue | null {
  const inTitle = title === null ? null : phrases.gradedTitle.exec(title.text)
  if (title !== null && inTitle?.[1] !== undefined)
    return { text: inTitle[1], start: title.start, end: title.end, source: 'text' }
  const found = prose.flatMap(({ placed, start, end }) =>
    Array.from(placed.line.text.slice(start, end).matchAll(phrases.graded), (match) =>
      placed.passage(start + match.index, start + match.index + match[0].length),
    ),
  )
  const [first, ...others] = found
  if (first === undefined || others.some(({ text }) => !isSameGrade(text, first.text))) return null
  return { ...first, source: 'text' }
}

function isSameGrade(one: string, other: string): boolean {
  return one.replace(/\W/g, '').toLowerCase() === other.replace(/\W/g, '').toLowerCase()
}

/** Null without a label that is known to be about the impact. */
function findServices(lines: readonly PlacedLine[], structure: Structure): readonly ProfileValue[] | null {
  const labels = labelsOf(structure, ['impact'], ['timeline', ...sectionsAfterTheIncident])
  const label = labels.find(({ mark }) => phrases.services.test(mark.text.trim()))
  return label === undefined ? null : listBelow(label, lines)
}

function listBelow(label: Label, lines: readonly PlacedLine[]): readonly ProfileValue[] {
  const values = readValue(label, lines)
  // Not every label is one that marks know.
  const next = values.findIndex(({ placed }, index) => index > 0 && labelHeadOf(placed.line) !== null)
  const own = values.slice(0, next === -1 ? undefined : next)
  return listItems(...own.map(valuePassage))
}

/** Nothing is taken from a value that is prose: "services" may head a whole paragraph about them. */
function listItems(...values: readonly Passage[]): readonly ProfileValue[] {
  const items = values.flatMap(splitList)
  return items.every(isName) ? items : []
}

/** An id, a file or a title, and no sentence about what was similar. */
function isReference({ text }: ProfileValue): boolean {
  return /[\w-]\.\w|\d/.test(text) || text.split(/\s+/).length <= maxTitleWords
}

const maxTitleWords = 6

/** "All running normally" tells how they are. */
function isName({ text }: ProfileValue): boolean {
  const name = text.replace(/\([^()]{0,80}\)/g, '')
  if (name.length > maxValueLength || /[.!?]\s|[.!?]$/.test(name)) return false
  return !/\b(?:normal(?:ly)?|healthy|running|restored)$/i.test(name)
}

function splitList(value: Passage): readonly ProfileValue[] {
  const items: ProfileValue[] = []
  for (const match of value.text.matchAll(/(?:[^,;()]|\([^()]{0,80}\)|[()])+/g)) {
    let read = match.index
    for (const part of match[0].split(/\s(?:and|&)\s/)) {
      const text = withoutStops(part.trimStart().replace(/^and\s+/, ''))
      if (text === '') continue
      const found = value.text.indexOf(text, read)
      read = found + text.length
      const at = value.start + found
      items.push({ text, start: at, end: Math.min(at + text.length, value.end), source: 'label' })
    }
  }
  return items
}

/** A regular expression would try each full stop as the beginning of the end. */
function withoutStops(text: string): string {
  let end = text.length
  while (end > 0 && /[.\s]/.test(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

const recurrenceIn = perObject(({ text }: Line) => phrases.recurrence.exec(text))

const recurrencesIn = indexesThat(({ line }) => line.kind === 'text' && recurrenceIn(line) !== null)

/** The links and ids in sentences that call the incident a recurrence of another one. */
function findRecurrences(lines: readonly PlacedLine[], structure: Structure): readonly ProfileValue[] {
  const isInTimeline = isInSection(structure, (id) => id === 'timeline')
  return recurrencesIn(lines).flatMap((index): ProfileValue[] => {
    const placed = lines[index] as PlacedLine
    const { text, links } = placed.line
    const match = isInTimeline(index) ? null : recurrenceIn(placed.line)
    if (match === null) return []
    const from = match.index + match[0].length
    const range = placed.passage(match.index)
    const [file] = links.filter(isReport)
    if (file !== undefined) return [{ ...range, text: file, source: 'text' }]
    const id = /^[\s(]{0,3}((?:[A-Z]{2,10}-)?#?\d[\w-]{0,20}|[A-Z]{2,10}-\d[\w-]{0,20})/.exec(
      text.slice(from, from + 60),
    )
    return id?.[1] === undefined ? [] : [{ ...range, text: id[1], source: 'text' }]
  })
}

/** "Related incident (mail, 2024): [Mail is late](2024-05-10-mail.md)", also among the references. */
function findLinkedIncidents(lines: readonly PlacedLine[], structure: Structure): readonly ProfileValue[] {
  const isReferences = isInSection(structure, (id) => id === 'supporting')
  return labelledOrRows(lines, 0, lines.length).flatMap((index): ProfileValue[] => {
    const { line, range } = lines[index] as PlacedLine
    const name = line.kind === 'text' && isReferences(index) ? (labelHeadOf(line)?.[1] ?? '') : ''
    if (!phrases.related.test(name)) return []
    return line.links.filter(isReport).map((file) => ({ ...range, text: file, source: 'text' }))
  })
}

function isReport(link: string): boolean {
  return /\.(?:md|markdown)(?:#|$)/i.test(link)
}

function fromLabel(found: Passage): ProfileValue {
  return { ...found, source: 'label' }
}

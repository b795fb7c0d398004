import { causeSections } from '../../editing/listCauses.ts'
import { countWhile } from '../../lists/countWhile.ts'
import { linesBetween } from '../../postmortem/blocks/linesBetween.ts'
import type { PlacedLine } from '../../postmortem/blocks/placedLine.ts'
import type { Report } from '../../postmortem/report.ts'
import type { Section } from '../../postmortem/sections/section.ts'

/** Something that happened or was the case, and what it happened because of. */
export interface Cause {
  readonly text: string
  readonly because: readonly Cause[]
  /** True if its item says "why" or "because", or answers one that does. */
  readonly saysWhy: boolean
  /** The range in the document of its item, without what is nested in it. */
  readonly start: number
  readonly end: number
}

interface Item {
  /** The lines of the item as one. */
  readonly raw: string
  readonly label: 'cause' | 'solution' | 'other' | null
  readonly depth: number
  readonly start: number
  readonly end: number
}

/** The causes that a section lists, each with what it happened because of. */
export interface CauseList {
  readonly section: Section
  readonly causes: readonly Cause[]
}

/** Of each section about causes, in document order; what an inner section says counts for that one only. */
export function readCauses(report: Report): readonly CauseList[] {
  const sections = report.sections.filter(({ id }) => causeSections.has(id))
  return sections.map((section, index) => {
    const end = Math.min(section.end, sections[index + 1]?.start ?? section.end)
    return { section, causes: readSection(report, section, end) }
  })
}

/**
 * The nested lists of the section in which each item is certainly the reason for the one that it is nested in. Details
 * are nested too, so every item must be a statement; beside a resolution, the list must also say "why" or "because", or
 * go down twice.
 */
function readSection(report: Report, { id, start }: Section, end: number): readonly Cause[] {
  const items = readItems(linesBetween(report.lines, start, end))
  return nest(items, 0, items.length, false).filter((cause) => {
    if (!hasReasons(cause)) return false
    const all = withReasons(cause)
    if (!all.every((each) => isStatement(each, report))) return false
    return (
      id !== 'root-cause-and-resolution' ||
      all.some(({ saysWhy }) => saysWhy) ||
      cause.because.some(hasReasons)
    )
  })
}

function hasReasons({ because }: Cause): boolean {
  return because.length > 0
}

/** The cause and all those below it, in reading order. */
export function withReasons(cause: Cause): readonly Cause[] {
  const all: Cause[] = []
  const add = (each: Cause): void => {
    all.push(each)
    each.because.forEach(add)
  }
  add(cause)
  return all
}

/** A label is followed by details, and a placeholder is not written yet. */
function isStatement({ text, start, end }: Cause, { placeholders }: Report): boolean {
  const next = placeholders[countWhile(placeholders, (each) => each.end <= start)]
  return !/:$|^[^:.!?]{1,60}:\s/.test(text) && (next === undefined || next.start >= end)
}

/** The items among the lines, but none of those below a label for the resolution. */
function readItems(lines: readonly PlacedLine[]): readonly Item[] {
  const items: Item[] = []
  let isSolution = false
  for (const placed of lines) {
    const { line, marks } = placed
    const label = labelOf(placed)
    const last = items.at(-1)
    const { start, end } = placed.range
    if (line.item !== null) {
      const value = label === 'cause' ? (marks[0]?.value ?? 0) : 0
      const raw = line.text.slice(value)
      items.push({ raw, label: isSolution ? 'solution' : label, depth: line.depth, start, end })
    } else if (line.depth === 0 && label !== null) {
      isSolution = label === 'solution'
    } else if (last !== undefined && line.kind === 'text' && !line.opens && line.depth === last.depth) {
      items[items.length - 1] = { ...last, raw: `${last.raw} ${line.text}`, end }
    }
  }
  return items
}

const causeLabels: ReadonlySet<string> = new Set([...causeSections, 'trigger'])

function labelOf({ marks }: PlacedLine): Item['label'] {
  const ids = marks.flatMap((mark) => mark.ids)
  if (ids.length === 0) return null
  if (ids.some((id) => causeLabels.has(id))) return 'cause'
  return ids.includes('resolution') || ids.includes('actions') ? 'solution' : 'other'
}

/** The items that are not nested in another one of these, each with those that are nested in it. */
function nest(items: readonly Item[], from: number, to: number, isNested: boolean): readonly Cause[] {
  const causes: Cause[] = []
  for (let index = from; index < to; ) {
    const { raw, label, depth, start, end } = items[index] as Item
    let next = index + 1
    while (next < to && (items[next]?.depth ?? 0) > depth) next += 1
    const { text, saysWhy } = read(raw)
    const because = nest(items, index + 1, next, isNested || text !== '')
    const isOnlyQuestion = text === '' || (isNested && isQuestion(text) && because.length > 0)
    if (label === 'other') causes.push({ text: `${text}:`, because, saysWhy, start, end })
    else if (label !== 'solution' && !isOnlyQuestion) causes.push({ text, because, saysWhy, start, end })
    else if (label !== 'solution')
      for (const each of because) causes.push({ ...each, saysWhy: each.saysWhy || saysWhy })
    index = next
  }
  return causes
}

const question = /^why\b[^?]{0,200}\?\s{0,4}/i

function isQuestion(text: string): boolean {
  return text.replace(question, '') === ''
}

/** "Why? Because the disk was full." says only that the disk was full, and "Why?" nothing. */
function read(raw: string): Pick<Cause, 'text' | 'saysWhy'> {
  const said = raw.trim()
  const answer = said
    .replace(question, '')
    .replace(/^(?:why|because|reason)\s?#?\d{0,2}\s?:\s{0,4}/i, '')
    .replace(
      /^[Bb]ecause\s{1,4}(?!of\b)(\p{Ll}(?=\p{Ll}{0,40}\s))?/u,
      (_, letter) => letter?.toUpperCase() ?? '',
    )
    .replace(/[\s.;]{1,8}$/, '')
  const isBare = answer === '' && /^why\W{0,4}$/i.test(said)
  return { text: answer === '' && !isBare ? said : answer, saysWhy: /^(?:why|because)\b/i.test(said) }
}

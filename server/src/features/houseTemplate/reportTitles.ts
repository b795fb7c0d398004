import { normalizeTitle } from '../../postmortem/blocks/normalizeTitle.ts'
import type { PlacedLine } from '../../postmortem/blocks/placedLine.ts'
import { saysPostmortem } from '../../postmortem/blocks/postmortemName.ts'
import type { Report } from '../../postmortem/report.ts'
import { isSectionId } from '../../postmortem/sections/containment.ts'
import type { Section } from '../../postmortem/sections/section.ts'
import { nameLabel } from './labels.ts'
import { toName, type WrittenName } from './names.ts'

export interface WrittenTitle extends WrittenName {
  /** True if it is marked as most sections of its report are, or more strongly. */
  readonly isMain: boolean
  /** The lines below it, up to the next main title. */
  readonly lines: readonly PlacedLine[]
}

/** The titles of a report in reading order, each key once. */
export function readTitles(report: Report): readonly WrittenTitle[] {
  const found = findTitles(report)
  const mainKeys = new Set(found.filter(({ isMain }) => isMain).map(({ key }) => key))
  const seen = new Set<string>()
  return found.flatMap((title): WrittenTitle[] => {
    if (!title.isMain && mainKeys.has(title.key)) return []
    // One of two titles for the same concept, such as "Causes" and "Five Whys", is named by its own words.
    const words = normalizeTitle(title.text)
    const isSecond = seen.has(title.key)
    const key = isSecond ? words : title.key
    if (seen.has(key) || seen.has(words)) return []
    seen.add(key).add(words)
    return [{ ...title, key, id: isSecond ? null : title.id }]
  })
}

function findTitles(report: Report): readonly WrittenTitle[] {
  const { lines } = report
  const mainLevel = findMainLevel(report)
  const sections = findSections(report)
  const titles: WrittenTitle[] = []
  let end = lines.length
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    const placed = lines[index] as PlacedLine
    const section = sections.get(index)
    const level = section?.level ?? levelOf(placed, report)
    const isMain = level !== null && level <= mainLevel
    const name = isMain || section !== undefined ? nameTitle(placed, section) : null
    if (name !== null) titles.push({ ...name, isMain, lines: lines.slice(index + 1, end) })
    if (name !== null && isMain) end = index
  }
  return titles.reverse()
}

/** The sections by the index of the line with their title. A title that names two sections has the first. */
function findSections({ lines, sections }: Report): ReadonlyMap<number, Section> {
  const found = new Map<number, Section>()
  let index = 0
  for (const section of sections.toSorted((a, b) => a.title.start - b.title.start)) {
    while (index < lines.length && (lines[index] as PlacedLine).range.end < section.title.start) index += 1
    if (!found.has(index)) found.set(index, section)
  }
  return found
}

/** The level of most sections: that of a heading, or above 6 for a bold line or a label. */
function findMainLevel({ sections, style }: Report): number {
  if (style.title.markup === 'atx' || style.title.markup === 'setext') return style.title.level
  const levels = sections.map(({ level }) => level).filter((level) => level > 6)
  const countOf = (level: number) => levels.filter((each) => each === level).length
  return levels.reduce((best, level) => (countOf(level) > countOf(best) ? level : best), levels[0] ?? 7)
}

const boldLevel = 7
const labelLevel = 9

/** The level of a line that could be a title; null for any other. */
function levelOf(placed: PlacedLine, { title }: Report): number | null {
  const { line } = placed
  const { start, end } = placed.range
  const isName = title !== null && start <= title.start && title.start <= end
  if (isName && (line.heading?.level === 1 || saysPostmortem(line.text))) return null
  if (line.heading !== null) return line.heading.level
  const isBold = line.bold > 0 && !/[\p{L}\p{N}]/u.test(line.text.slice(line.bold))
  const isAlone = line.kind === 'text' && line.item === null && line.depth === 0 && !line.quoted
  if (isBold && isAlone && line.words <= maxWords) return boldLevel
  return nameLabel(placed) === null || line.kind === 'row' ? null : levelOfLabel(placed)
}

/** As sections are ranked: a label, or a label at the head of a list item, alone or with a value beside it. */
function levelOfLabel({ line }: PlacedLine): number {
  if (line.item === null && line.depth === 0) return labelLevel
  const isAlone = /[:：]\s*$/.test(line.text)
  return labelLevel + 1 + 2 * line.depth + (isAlone ? 0 : 1)
}

const maxWords = 9

function nameTitle({ line, marks: [mark] }: PlacedLine, section: Section | undefined): WrittenName | null {
  if (section !== undefined) return toName(section.title.text, section.id, section.suggestion !== null)
  if (mark === undefined) return toName(line.text, null)
  return toName(mark.text, mark.ids.find(isSectionId) ?? null, mark.suggestion !== null)
}

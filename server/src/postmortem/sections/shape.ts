import { countThat } from '../blocks/lineGroups.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import { english } from '../vocabulary/english.ts'
import type { ConceptId } from '../vocabulary/vocabulary.ts'
import type { FoundSection, Structure } from './foundSection.ts'
import { headingsOf } from './headings.ts'
import type { LineRegion } from './region.ts'
import type { Shape } from './yardstick.ts'

/** What the sections and headings of the report look like to somebody who compares templates. */
export function findShape(
  lines: readonly PlacedLine[],
  { sections }: Structure,
  titleLine: PlacedLine | null,
  region: LineRegion,
  words: number,
): Shape {
  const outermost = sections.filter(({ parent }) => parent === null)
  const titles = outermost.map(({ ids, mark }) => ({ ids, text: mark.suggestion ?? mark.text }))
  return {
    ids: new Set(sections.flatMap(({ ids }) => ids)),
    titles,
    unknownHeadings: countUnknownHeadings(lines, outermost, titleLine, region),
    words,
    isArticle: isArticle(lines),
  }
}

/** True if a site makes a page of the report. */
export function isArticle(lines: readonly PlacedLine[]): boolean {
  return countOfArticle(lines) > 0
}

/**
 * Only sites have front matter with equals signs, and some have the lines of an article at its top without a mark around
 * them.
 */
const countOfArticle = countThat(({ line }) =>
  line.kind === 'meta'
    ? /^\w{1,40}\s?=|^(?:layout|permalink|slug|categor(?:y|ies)|tags|excerpt|draft|published|site|author_?\w{0,20})\s?[:=]/i.test(
        line.text,
      )
    : line.kind === 'text' && /^(?:slug|permalink): ?[\w/.-]{3,200}$/.test(line.text),
)

/** Parts that the base template does not ask for: with a heading of their own, they belong to another template. */
const otherParts: ReadonlySet<ConceptId> = new Set(['severity', 'status'])

const maxHeadingLevel = 6
const maxLevelBesideLabels = 3

/** Headings that could be titles of sections by their level, and name nothing that is known. */
function countUnknownHeadings(
  lines: readonly PlacedLine[],
  sections: readonly FoundSection[],
  titleLine: PlacedLine | null,
  region: LineRegion,
): number {
  const ranks = sections.map(({ rank }) => rank).filter((rank) => rank <= maxHeadingLevel)
  const level = ranks.length > 0 ? mostCommon(ranks) : maxLevelBesideLabels
  const first = sections[0]?.firstLine ?? region.end
  let count = 0
  for (const index of headingsOf(lines, region.start, region.end)) {
    const placed = lines[index] as PlacedLine
    const { line, marks, segments } = placed
    if (line.heading === null || placed === titleLine || line.text.trim() === '') continue
    if (segments[0]?.time != null || line.heading.level > level) continue
    if (!marks.every(({ ids }) => ids.every((id) => otherParts.has(id)))) continue
    if (index < first && line.heading.level < level) continue
    count += 1
  }
  return count
}

function mostCommon(ranks: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const rank of ranks) counts.set(rank, (counts.get(rank) ?? 0) + 1)
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))[0]
}

const summaryParts: ReadonlySet<ConceptId> = new Set([
  'duration',
  'start',
  'end',
  'impact',
  'affected',
  'root-cause',
])

/** True if the report begins with labelled fields of a summary, and only lacks the title above them. */
export function hasFieldBlock({ labels, sections }: Structure): boolean {
  const isMain = (ids: readonly ConceptId[]) =>
    ids.some((id) => id === 'timeline' || id === 'corrective' || id === 'root-cause-and-resolution')
  const end = sections.find(({ ids }) => isMain(ids))?.firstLine ?? Number.POSITIVE_INFINITY
  const ids = labels.filter(({ lineIndex }) => lineIndex < end).flatMap(({ mark }) => mark.ids)
  return new Set(ids.filter((id) => summaryParts.has(id))).size >= 2
}

/**
 * True if several lines begin with a time or a date, or with a state as on a status page: a list of what happened when,
 * whatever its title.
 */
export function hasTimedLines(lines: readonly PlacedLine[], region: LineRegion): boolean {
  let count = 0
  if (countStatusUpdates(lines) >= minTimedLines) return true
  for (let index = region.start; index < region.end; index += 1) {
    const { line, segments } = lines[index] as PlacedLine
    if (line.kind !== 'code' && line.kind !== 'meta' && !line.quoted && segments[0]?.time != null) count += 1
    if (count === minTimedLines) return true
  }
  return false
}

const minTimedLines = 2

/** True if a heading is the title of what was wrong, such as "Bug 2: a lock that is never released". */
export function namesDefect(lines: readonly PlacedLine[]): boolean {
  return countDefects(lines) > 0
}

const countDefects = countThat(({ line: { text, heading } }) => heading !== null && english.defect.test(text))

const countStatusUpdates = countThat(
  ({ line: { kind, text, quoted } }) =>
    kind !== 'code' &&
    kind !== 'meta' &&
    !quoted &&
    /^\W{0,4}(?:investigating|identified|monitoring|update|resolved)\W{0,3}\s?[-–—:]\s/i.test(text),
)

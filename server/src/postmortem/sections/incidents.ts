import { indexesThat } from '../blocks/lineGroups.ts'
import type { Mark } from '../blocks/marks.ts'
import { normalizeTitle } from '../blocks/normalizeTitle.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import { saysPostmortem } from '../blocks/postmortemName.ts'
import { perObject } from '../lines/perObject.ts'
import { maxTitleWords } from './documentTitle.ts'
import type { FoundSection, Structure } from './foundSection.ts'
import { headingsOf } from './headings.ts'
import type { LineRegion } from './region.ts'

/**
 * The part of the report that each of several incidents has: the same sections repeat below two or more
 * headings of one level, or from the first of them on. Together the parts are the whole region. Empty for a report on one incident.
 */
export function findIncidents(
  lines: readonly PlacedLine[],
  structure: Structure,
  region: LineRegion,
): readonly LineRegion[] {
  const titles = new Set(structure.sections.map(({ firstLine }) => firstLine))
  const headings = headingsOf(lines, region.start, region.end).flatMap((index) => {
    const heading = lines[index]?.line.heading ?? null
    return heading === null || titles.has(index) ? [] : [{ index, level: heading.level }]
  })
  for (const level of [1, 2, 3]) {
    const starts = headings.filter((heading) => heading.level <= level).map(({ index }) => index)
    const groups = groupSections(structure.sections, starts)
    const incidents = [...groups].filter(([, ids]) => tellsIncident(ids))
    if (incidents.length < 2 || !haveSameSections(incidents.map(([, ids]) => ids))) continue
    return split(
      region,
      incidents.map(([start]) => start),
    )
  }
  const repeats = findRepeats(structure).map((start) => titleAbove(lines, start))
  return repeats.length === 0 ? [] : split(region, [region.start, ...repeats])
}

/** The first part has what is before its start as well. */
function split(region: LineRegion, starts: readonly number[]): readonly LineRegion[] {
  return starts.map((start, index) => ({
    ...region,
    start: index === 0 ? region.start : start,
    end: starts[index + 1] ?? region.end,
  }))
}

const minRepeatedTitles = 3

/** The line of the title that only blank lines separate from this one, or else the line itself. */
function titleAbove(lines: readonly PlacedLine[], start: number): number {
  let above = start - 1
  while (lines[above]?.line.text.trim() === '') above -= 1
  const line = lines[above]?.line
  const isTitle = line?.heading != null || (line !== undefined && isName(line))
  return isTitle ? above : start
}

function isName({ text, words, kind }: PlacedLine['line']): boolean {
  return kind === 'text' && words <= maxTitleWords && saysPostmortem(text)
}

/**
 * The lines at which a report begins once more, with the title of its first section: another incident, or the same one
 * told a second time.
 */
function findRepeats({ sections }: Structure): readonly number[] {
  const outer = sections.filter(({ parent }) => parent === null)
  const [first] = outer
  if (first === undefined) return []
  const starts = outer.flatMap((section, index) =>
    index > 0 && titleOf(section.mark) === titleOf(first.mark) ? [index] : [],
  )
  const runs = [0, ...starts].map(
    (from, index) => new Set(outer.slice(from, starts[index]).map(({ mark }) => titleOf(mark))),
  )
  const isRepeated = runs.every(
    (run) => [...run].filter((title) => runs[0]?.has(title)).length >= minRepeatedTitles,
  )
  return isRepeated ? starts.map((index) => outer[index]!.firstLine) : []
}

const titleOf = perObject(({ text }: Mark) => normalizeTitle(text))

type Ids = ReadonlySet<string>

/** The sections below each of the headings, up to the next. */
function groupSections(
  sections: readonly FoundSection[],
  starts: readonly number[],
): ReadonlyMap<number, Ids> {
  const groups = new Map<number, Set<string>>()
  let at = -1
  for (const { firstLine, ids } of sections) {
    while ((starts[at + 1] ?? Number.POSITIVE_INFINITY) < firstLine) at += 1
    const start = starts[at]
    if (start === undefined) continue
    const group = groups.get(start) ?? new Set<string>()
    for (const id of ids) group.add(id)
    groups.set(start, group)
  }
  return groups
}

/** Two services may each have an impact and a cause. Only an incident has a story as well. */
const stories: readonly string[] = ['timeline', 'summary', 'what-happened']
const causes: readonly string[] = [
  'root-cause',
  'root-cause-and-resolution',
  'resolution',
  'contributing',
  'impact',
]

function tellsIncident(ids: Ids): boolean {
  return stories.some((id) => ids.has(id)) && causes.some((id) => ids.has(id))
}

function haveSameSections(groups: readonly Ids[]): boolean {
  const [first, ...others] = groups
  return others.every((ids) => stories.some((id) => ids.has(id) && first?.has(id)))
}

const minProblems = 3

const rootCauses: readonly string[] = ['root-cause', 'root-cause-and-resolution']
const cures: readonly string[] = ['resolution', 'root-cause-and-resolution', 'corrective']

/**
 * True for a list of problems of which each has its own cause and cure, below a heading that names it, while nothing
 * tells what happened to all of them.
 */
export function isProblemLog(lines: readonly PlacedLine[]): boolean {
  const problems: Set<string>[] = []
  for (const index of headingsAndMarks(lines)) {
    const { line, marks } = lines[index] as PlacedLine
    if (line.heading !== null && marks.length === 0) problems.push(new Set())
    for (const mark of marks) {
      for (const id of mark.ids) {
        if (stories.includes(id)) return false
        problems.at(-1)?.add(id)
      }
    }
  }
  const has = (problem: Ids, ids: readonly string[]) => ids.some((id) => problem.has(id))
  return problems.filter((problem) => has(problem, rootCauses) && has(problem, cures)).length >= minProblems
}

const headingsAndMarks = indexesThat(({ line, marks }) => line.heading !== null || marks.length > 0)

import { countThat } from '../blocks/lineGroups.ts'
import { normalizeTitle } from '../blocks/normalizeTitle.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import { saysPostmortem } from '../blocks/postmortemName.ts'
import type { Line } from '../lines/line.ts'
import { perObject } from '../lines/perObject.ts'
import { english } from '../vocabulary/english.ts'
import type { ConceptId } from '../vocabulary/vocabulary.ts'

/** Indices of lines, `end` excluded. */
export interface LineRange {
  readonly start: number
  readonly end: number
}

/** The lines of the report. */
export interface LineRegion extends LineRange {
  /** True if the document is only an assignment that says what a report should contain. */
  readonly isAssignment: boolean
}

/** The lines of the report, without an assignment before it. */
export function findRegion(lines: readonly PlacedLine[]): LineRegion {
  const whole = { start: 0, end: lines.length, isAssignment: false }
  const hasHeadings = countAssignmentHeadings(lines) >= 2
  const lastDemand = lines
    .slice(0, findBegunReport(lines))
    .findLastIndex((placed) => isDemand(placed) || (hasHeadings && isAssignmentHeading(placed)))
  if (lastDemand === -1) return isListOfWishes(lines) ? { ...whole, isAssignment: true } : whole
  const start = findReportAfter(lines, lastDemand)
  if (start !== null && !isListOfDemands(lines.slice(start))) return { ...whole, start }
  const told = hasHeadings ? lines.slice(lines.findIndex(isAssignmentHeading)) : lines
  return hasClocks(told) ? whole : { ...whole, isAssignment: true }
}

/**
 * The line at which a report has certainly begun: two of its sections and two times are above. What "must
 * include" something below it is an action or a heading left over, and the text around it is the report.
 */
function findBegunReport(lines: readonly PlacedLine[]): number {
  const ids = new Set<ConceptId>()
  let clocks = 0
  for (const [index, { line, marks, times }] of lines.entries()) {
    if (ids.size >= 2 && clocks >= 2) return index
    if (marks.some(({ demanded }) => demanded)) ids.clear()
    else for (const mark of marks) for (const id of mark.ids) if (mainSections.has(id)) ids.add(id)
    if (!line.quoted) clocks += times.filter(({ clock }) => clock !== null).length
  }
  return lines.length
}

function isDemand({ line, marks }: PlacedLine): boolean {
  return marks.some((mark) => mark.demanded) || isDemandingSentence(line)
}

const isDemandingSentence = perObject(
  (line: Line) => line.heading === null && !line.quoted && english.assignment.sentence.test(line.text),
)

function isAssignmentHeading({ line }: PlacedLine): boolean {
  return line.heading !== null && isAssignmentTitle(line)
}

const isAssignmentTitle = perObject((line: Line) =>
  english.assignment.heading.test(normalizeTitle(line.text)),
)

const countAssignmentHeadings = countThat(isAssignmentHeading)

/** The report begins at the first title after the last demand and its list, if at least two sections follow. */
function findReportAfter(lines: readonly PlacedLine[], demand: number): number | null {
  const lastDemand = endOfDemand(lines, demand)
  const ids = new Set<ConceptId>()
  for (const { marks } of lines.slice(lastDemand + 1)) {
    for (const mark of marks) for (const id of mark.ids) if (mainSections.has(id)) ids.add(id)
  }
  if (ids.size < 2) return null
  const start = lines.findIndex((placed, index) => index > lastDemand && isTitleLike(placed))
  return start === -1 ? null : start
}

/** The last item below "A report should include:", which are what is demanded; the line itself without a list. */
function endOfDemand(lines: readonly PlacedLine[], demand: number): number {
  const { heading, text } = (lines[demand] as PlacedLine).line
  if (heading !== null || !/[:：]\W{0,3}$/.test(text.trimEnd().slice(-4))) return demand
  const after = lines.slice(demand + 1).findIndex(({ line }) => line.depth === 0)
  return after === -1 ? lines.length - 1 : demand + after
}

const mainSections: ReadonlySet<ConceptId> = new Set([
  'summary',
  'timeline',
  'root-cause-and-resolution',
  'root-cause',
  'resolution',
  'corrective',
  'actions',
  'impact',
  'lessons',
])

function isTitleLike({ line, marks }: PlacedLine): boolean {
  if (line.text.trim() === '') return false
  return line.heading !== null || (line.words <= 12 && (marks.length > 0 || saysPostmortem(line.text)))
}

/** After "Requirements", sections that say only what they should contain are more of the assignment. */
function isListOfDemands(lines: readonly PlacedLine[]): boolean {
  return !hasClocks(lines) && countWanted(lines) >= 2
}

/** Nothing demands a report, but its sections say only what belongs there. */
function isListOfWishes(lines: readonly PlacedLine[]): boolean {
  return countWanted(lines) >= minWishes && !hasClocks(lines)
}

const minWishes = 3

const isWanted = perObject(
  (line: Line) => line.heading === null && !line.quoted && english.assignment.wanted.test(line.text),
)

const countWanted = countThat(({ line }) => isWanted(line))

/** An assignment asks for times but contains none: no two clock times, and no two lines that begin with a date. */
function hasClocks(lines: readonly PlacedLine[]): boolean {
  const clocks = lines.flatMap(({ times }) => times.filter((time) => time.clock !== null))
  const dated = lines.filter(({ line, segments }) => line.kind !== 'meta' && segments[0]?.time?.date != null)
  return clocks.length >= 2 || dated.length >= 2
}

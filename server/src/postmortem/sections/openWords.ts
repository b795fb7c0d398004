import { isContent, type PlacedLine } from '../blocks/placedLine.ts'
import type { Line } from '../lines/line.ts'
import type { Structure } from './foundSection.ts'

/**
 * True if the word is all of an answer, or what a sentence leaves open: "Owner: TBD", "Its number is TBC.",
 * "TODO: add the graph".
 */
export function isLeftOpen(word: string, start: number, line: Line): boolean {
  if (line.kind === 'row') return line.cells.some((cell) => isCellAt(cell.text.trim(), word, start, line))
  const before = line.text.slice(0, start)
  const after = line.text.slice(start + word.length)
  const isValue = /(?:^|[.:=(|–—-])\W{0,3}$/u.test(before)
  if (isTask(word)) return isValue && (isEnd(after) || asksForText.test(after))
  return isValue || /[,;]\s{0,2}$/.test(before) || /^\W{0,3}(?:[.,;)\]]|$)/.test(after)
}

function isCellAt(cell: string, word: string, start: number, line: Line): boolean {
  if (!cell.startsWith(word) || !line.text.startsWith(cell, start)) return false
  return cell === word || !isTask(word)
}

/** The author's note to write something, and not to do something. */
const asksForText =
  /^(?::|\s[–—-])?\s{1,2}(?:add|attach|clarify|complete|confirm|describe|expand|explain|fill in|find out|finish|insert|link|paste|quantify|rewrite|write)\b/i

function isTask(word: string): boolean {
  return word === 'TODO' || word === 'FIXME'
}

function isEnd(text: string): boolean {
  return !/[\p{L}\p{N}]/u.test(text)
}

interface Surroundings {
  readonly lines: readonly PlacedLine[]
  readonly structure: Structure
  /** The latest row of column names. */
  readonly header: Line | null
}

/** TODO may also name a list of tasks, or say that a task is not done yet. */
export function isTaskOrState(start: number, index: number, surroundings: Surroundings): boolean {
  const { lines, structure, header } = surroundings
  const { line, segments } = lines[index] as PlacedLine
  const rest = line.text.slice(start)
  if (!/^(?:TODO|FIXME)/.test(rest)) return false
  if (line.kind === 'heading') return true
  if (line.kind === 'row') return segments[0]?.time == null && (line.cells.length > 2 || isAboutTasks(header))
  // A checkbox without a task beside it was never filled in.
  if (line.item?.done != null && isEnd(line.text.slice(0, start)) && isEnd(rest.slice(5))) return false
  if (line.item?.done != null || stateLabel.test(line.text.slice(0, start))) return true
  if (!isEnd(rest.slice(4))) return !isNarrative(index, structure)
  return isEnd(line.text.slice(0, start)) && isTitle(index, lines)
}

function isAboutTasks(header: Line | null): boolean {
  return header !== null && /\b(?:actions?|tasks?|status|state|progress|follow-?ups?)\b/i.test(header.text)
}

const stateLabel = /\b(?:status|state|progress)\W{0,4}$/i

/** A line that stands alone is a title if what follows belongs to it: at once, or as a list. */
function isTitle(index: number, lines: readonly PlacedLine[]): boolean {
  const { line } = lines[index] as PlacedLine
  const next = lines.slice(index + 1, index + 3).find(isContent)?.line
  if (next === undefined || next.kind === 'heading') return false
  if (line.item !== null) return next.depth > line.depth
  return !next.opens || next.item !== null || /:\W{0,3}$/.test(line.text)
}

const narrative: ReadonlySet<string> = new Set([
  'summary',
  'impact',
  'timeline',
  'what-happened',
  'background',
  'detection',
  'response',
  'trigger',
  'root-cause',
  'root-cause-and-resolution',
  'resolution',
  'contributing',
])

/** True in a section that tells what happened, where nobody lists what is to be done. */
function isNarrative(index: number, { sections }: Structure): boolean {
  const section = sections.findLast(({ firstLine, endLine }) => firstLine <= index && index < endLine)
  return section?.ids.some((id) => narrative.has(id)) ?? false
}

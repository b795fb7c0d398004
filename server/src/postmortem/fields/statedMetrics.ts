import { readDuration, type WrittenDuration } from '../../time/written/duration.ts'
import { linesThat } from '../blocks/lineGroups.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import { cellStarts, type Line } from '../lines/line.ts'
import { perObject } from '../lines/perObject.ts'

/** "Time to repair: 3h 02m": a duration that the report gives for a part of the response. */
export interface StatedMetric {
  readonly kind: 'detect' | 'acknowledge' | 'mitigate' | 'resolve'
  /** As written. */
  readonly name: string
  readonly duration: WrittenDuration
  readonly placed: PlacedLine
}

const named =
  /^\W{0,6}(?<name>(?<detection>detection time)|time[\s-]to[\s-](?:(?<detect>detect(?:ion)?)|(?<acknowledge>acknowledge(?:ment)?)|(?<mitigate>mitigat(?:e|ion)|repair)|(?<resolve>resol(?:ve|ution)|recover(?:y)?|restor(?:e|ation)))|TT[DAMR])(?:\s?\(TT[DAMR]\))?[\s*_`]{0,4}(?:[:=|–—-]{1,2}|\s{2})[\s*_`|]{0,6}/iu

const kinds = ['detect', 'acknowledge', 'mitigate', 'resolve'] as const

/** TTR is the time to repair for some and the time to resolve for others; `resolve` allows for both. */
const abbreviations: Readonly<Record<string, StatedMetric['kind']>> = {
  TTD: 'detect',
  TTA: 'acknowledge',
  TTM: 'mitigate',
  TTR: 'resolve',
}

/** Metrics at the beginning of a line or in the first cell of a row. */
export function findStatedMetrics(lines: readonly PlacedLine[]): readonly StatedMetric[] {
  return linesWithMetrics(lines).flatMap(metricIn)
}

const linesWithMetrics = linesThat((placed) => metricIn(placed).length > 0)

const metricIn = perObject((placed: PlacedLine): readonly StatedMetric[] => {
  const { line } = placed
  if (line.kind === 'code' || line.kind === 'meta' || line.quoted) return []
  const found = findName(line)
  const groups = found?.match.groups
  const name = groups?.name
  if (found === null || name === undefined) return []
  const duration = readDuration(line.text, found.valueStart)
  const kind =
    groups?.detection === undefined
      ? (kinds.find((each) => groups?.[each] !== undefined) ?? abbreviations[name.toUpperCase()])
      : 'detect'
  return duration === null || kind === undefined ? [] : [{ kind, name, duration, placed }]
})

/** The name is at the beginning of the line, or all of the first cell of a row. */
function findName(line: Line): { readonly match: RegExpExecArray; readonly valueStart: number } | null {
  const inText = named.exec(line.text.slice(0, 120))
  if (inText !== null) return { match: inText, valueStart: inText[0].length }
  const [first, second] = line.cells
  const [, valueStart] = cellStarts(line)
  if (line.kind !== 'row' || first === undefined || !second?.text || valueStart === undefined) return null
  const inCell = named.exec(`${first.text}: `)
  return inCell && { match: inCell, valueStart }
}

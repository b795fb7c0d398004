import { groupBy } from '../../lists/groupBy.ts'
import { Attached } from '../lines/attached.ts'
import { countBelow } from '../lines/offsets.ts'
import type { Passage } from '../lines/passage.ts'
import type { Suppression } from './suppressions.ts'

/** The comment that suppresses a finding, and the word in it that names the rule, if it names any. */
export interface SuppressionMatch {
  readonly suppression: Suppression
  readonly rule: Passage | null
}

/**
 * The last `disable` or `enable` before the offset decides, unless a comment for the line or the file
 * applies.
 */
export function findSuppression(
  rule: string,
  offset: number,
  suppressions: readonly Suppression[],
): SuppressionMatch | null {
  const { ofFile, ofLines, switches } = matchesOf(rule, suppressions)
  const ofLine = at(offset, ofLines)[0]
  const [direct] = [ofFile, ofLine].flatMap((each) => each ?? []).sort(inReadingOrder)
  if (direct !== undefined) return direct
  const last = switches.matches[countBelow(offset + 1, switches.starts) - 1]
  return last?.suppression.kind === 'disable' ? last : null
}

/** The comments that apply to the line of the offset alone, in reading order. */
export function suppressionsOfLine(
  offset: number,
  suppressions: readonly Suppression[],
): readonly Suppression[] {
  const known =
    linesOf.get(suppressions) ?? groupByLine(suppressions.map((suppression) => ({ suppression, rule: null })))
  linesOf.set(suppressions, known)
  return at(offset, known).map(({ suppression }) => suppression)
}

const linesOf = new Attached<readonly Suppression[], MatchesByLine>()

/** The comments of a report that concern one rule. */
interface Matches {
  readonly ofFile: SuppressionMatch | undefined
  readonly ofLines: MatchesByLine
  readonly switches: { readonly matches: readonly SuppressionMatch[]; readonly starts: readonly number[] }
}

interface MatchesByLine {
  /** The starts of the lines that a comment applies to, in order. */
  readonly starts: readonly number[]
  readonly matches: ReadonlyMap<number, readonly SuppressionMatch[]>
}

/** A report has many findings, and its comments stay the same object for as long as it does. */
const matchesByRule = new Attached<readonly Suppression[], Map<string, Matches>>()

function matchesOf(rule: string, suppressions: readonly Suppression[]): Matches {
  const ofReport = matchesByRule.get(suppressions) ?? new Map<string, Matches>()
  matchesByRule.set(suppressions, ofReport)
  const known = ofReport.get(rule) ?? collectMatches(rule, suppressions)
  ofReport.set(rule, known)
  return known
}

function collectMatches(rule: string, suppressions: readonly Suppression[]): Matches {
  const all = suppressions.flatMap((suppression) => matchSuppression(rule, suppression))
  const switches = all.filter(({ suppression: { kind } }) => kind === 'disable' || kind === 'enable')
  return {
    ofFile: all.find(({ suppression }) => suppression.kind === 'file'),
    ofLines: groupByLine(all),
    switches: { matches: switches, starts: switches.map(({ suppression }) => suppression.comment.start) },
  }
}

function matchSuppression(rule: string, suppression: Suppression): readonly SuppressionMatch[] {
  if (suppression.rules.length === 0) return [{ suppression, rule: null }]
  const named = suppression.rules.find(({ text }) => text === rule)
  return named === undefined ? [] : [{ suppression, rule: named }]
}

function groupByLine(all: readonly SuppressionMatch[]): MatchesByLine {
  const ofLines = all.filter(({ suppression: { kind } }) => kind === 'line')
  const matches = groupBy(ofLines, ({ suppression: { covers } }) => covers.start)
  return { starts: [...matches.keys()].sort((one, other) => one - other), matches }
}

/** A line after the last one starts where that ends, so the offset there may be on both. */
function at(offset: number, { starts, matches }: MatchesByLine): readonly SuppressionMatch[] {
  const count = countBelow(offset + 1, starts)
  return starts
    .slice(Math.max(0, count - 2), count)
    .flatMap((start) => matches.get(start) ?? [])
    .filter(({ suppression: { covers } }) => covers.start <= offset && offset <= covers.end)
    .sort(inReadingOrder)
}

function inReadingOrder(one: SuppressionMatch, other: SuppressionMatch): number {
  return one.suppression.comment.start - other.suppression.comment.start
}

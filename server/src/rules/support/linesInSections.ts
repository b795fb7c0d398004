import { perReport } from '../../checking/keptAnswers.ts'
import { countWhile } from '../../lists/countWhile.ts'
import { largest, smallest } from '../../lists/extremes.ts'
import { linesThat } from '../../postmortem/blocks/lineGroups.ts'
import { linesBetween } from '../../postmortem/blocks/linesBetween.ts'
import type { PlacedLine } from '../../postmortem/blocks/placedLine.ts'
import { Attached } from '../../postmortem/lines/attached.ts'
import type { Line } from '../../postmortem/lines/line.ts'
import { isWithin, type Passage } from '../../postmortem/lines/passage.ts'
import { perObject } from '../../postmortem/lines/perObject.ts'
import type { Report } from '../../postmortem/report.ts'
import type { Section } from '../../postmortem/sections/section.ts'
import { sectionAt } from '../../postmortem/sections/sectionAt.ts'

/**
 * Lines whose innermost section has one of these ids, without code and quotations, which are not the author's
 * words.
 */
export function linesIn(report: Report, ids: ReadonlySet<string>): readonly PlacedLine[] {
  return linesOf(ids)(report)
}

const linesOf = perObject((ids: ReadonlySet<string>) => perReport((report) => findLines(report, ids)))

function findLines({ lines, sections }: Report, ids: ReadonlySet<string>): readonly PlacedLine[] {
  const wanted = sections.filter(({ id }) => ids.has(id))
  const start = smallest(wanted.map((section) => section.start))
  const end = largest(wanted.map((section) => section.end))
  return linesBetween(lines, start, end).filter(
    ({ line, range }) => isOwnText(line) && isInside(range.start, ids, sections),
  )
}

function isOwnText({ kind, quoted }: Line): boolean {
  return !quoted && kind !== 'code' && kind !== 'meta' && kind !== 'heading'
}

/** One title may name several sections, which then begin at the same place. */
function isInside(offset: number, ids: ReadonlySet<string>, sections: readonly Section[]): boolean {
  const inner = sectionAt(offset, sections)
  if (inner === undefined) return false
  const first = countWhile(sections, ({ start }) => start < inner.start)
  for (let index = first; sections[index]?.start === inner.start; index += 1) {
    if (ids.has((sections[index] as Section).id)) return true
  }
  return false
}

/** Matches are kept per line, for as long as the line is. */
const matchesByPattern = perObject((_: RegExp) => new Attached<Line, readonly RegExpExecArray[]>())

export interface Phrase extends Passage {
  readonly placed: PlacedLine
  /** Where it begins in the text of its line. */
  readonly index: number
}

/** Matches in these sections in the author's own words: quoted words and inline code do not count. */
export function findPhrases(report: Report, ids: ReadonlySet<string>, pattern: RegExp): readonly Phrase[] {
  return matchingLines(ids)(pattern)(report).flatMap((placed) =>
    matchLine(placed.line, pattern)
      .map((match) => ({
        ...placed.passage(match.index, match.index + match[0].length),
        placed,
        index: match.index,
      }))
      .filter(({ start }) => !isWithin(start, report.markup.code)),
  )
}

const matchingLines = perObject((ids: ReadonlySet<string>) =>
  perObject((pattern: RegExp) =>
    perReport(({ lines, sections }) =>
      linesMatching(pattern)(lines).filter(({ range }) => isInside(range.start, ids, sections)),
    ),
  ),
)

const linesMatching = perObject((pattern: RegExp) =>
  linesThat(({ line }) => isOwnText(line) && matchLine(line, pattern).length > 0),
)

function matchLine(line: Line, pattern: RegExp): readonly RegExpExecArray[] {
  const matchesByLine = matchesByPattern(pattern)
  const known = matchesByLine.get(line)
  if (known !== undefined) return known
  const text = blankQuotes(line.text)
  const matches = text.search(pattern) === -1 ? [] : [...text.matchAll(pattern)]
  matchesByLine.set(line, matches)
  return matches
}

export function blankQuotes(text: string): string {
  return text.replace(/"[^"]{1,400}"|“[^“”]{1,400}”|«[^«»]{1,400}»/g, (quote) => ' '.repeat(quote.length))
}

import { perReport } from '../../checking/keptAnswers.ts'
import type { PlacedLine } from '../../postmortem/blocks/placedLine.ts'
import type { Line } from '../../postmortem/lines/line.ts'
import { isWithin, type Passage } from '../../postmortem/lines/passage.ts'
import { perObject } from '../../postmortem/lines/perObject.ts'
import type { Report } from '../../postmortem/report.ts'

/**
 * Lines whose innermost section has one of these ids, without code and quotations, which are not the author's
 * words.
 */
export function linesIn(report: Report, ids: ReadonlySet<string>): readonly PlacedLine[] {
  return linesOf(ids)(report)
}

const linesOf = perObject((ids: ReadonlySet<string>) => perReport((report) => findLines(report, ids)))

function findLines({ lines, sections }: Report, ids: ReadonlySet<string>): readonly PlacedLine[] {
  const open: number[] = []
  let next = 0
  return lines.filter((placed) => {
    const { start } = placed.range
    for (; next < sections.length && sections[next]!.start <= start; next += 1) open.push(next)
    while (open.length > 0 && sections[open.at(-1)!]!.end <= start) open.pop()
    let inner = open.at(-1) ?? -1
    const { kind, quoted } = placed.line
    if (inner < 0 || quoted || kind === 'code' || kind === 'meta' || kind === 'heading') return false
    const from = sections[inner]!.start
    for (; sections[inner]?.start === from; inner -= 1) if (ids.has(sections[inner]!.id)) return true
    return false
  })
}

/** Matches are kept per line, for as long as the line is. */
const matchesByPattern = new WeakMap<RegExp, WeakMap<Line, readonly RegExpExecArray[]>>()

/** Matches in these sections in the author's own words: quoted words and inline code do not count. */
export function findPhrases(
  report: Report,
  ids: ReadonlySet<string>,
  pattern: RegExp,
): readonly (Passage & { readonly placed: PlacedLine; readonly index: number })[] {
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
    perReport((report) => linesIn(report, ids).filter(({ line }) => matchLine(line, pattern).length > 0)),
  ),
)

function matchLine(line: Line, pattern: RegExp): readonly RegExpExecArray[] {
  const matchesByLine = matchesByPattern.get(pattern) ?? new WeakMap<Line, readonly RegExpExecArray[]>()
  matchesByPattern.set(pattern, matchesByLine)
  const known = matchesByLine.get(line)
  if (known !== undefined) return known
  const matches = [...blankQuotes(line.text).matchAll(pattern)]
  matchesByLine.set(line, matches)
  return matches
}

export function blankQuotes(text: string): string {
  return text.replace(/"[^"]{1,400}"|“[^“”]{1,400}”|«[^«»]{1,400}»/g, (quote) => ' '.repeat(quote.length))
}

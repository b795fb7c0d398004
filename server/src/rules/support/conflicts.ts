import { perReport } from '../../checking/keptAnswers.ts'
import type { Line } from '../../postmortem/lines/line.ts'
import type { Range } from '../../postmortem/lines/passage.ts'
import { type SourceLine, sourceLineAt } from '../../postmortem/lines/sourceLine.ts'
import { linesWhere } from './linesWhere.ts'

/** Two versions between which a merge could not decide. Each range is a whole line, with its line ending. */
export interface Conflict {
  /** `<<<<<<< HEAD`. */
  readonly begin: Range
  /** `||||||| base`, after which there is what both versions were made from. */
  readonly base: Range | null
  /** `=======`. */
  readonly middle: Range
  /** `>>>>>>> branch`. */
  readonly end: Range
}

/** In reading order. What is shown as code is an example. */
export const findConflicts = perReport((report): readonly Conflict[] => {
  const conflicts: Conflict[] = []
  if (firstMarkers(report).length === 0) return conflicts
  const { source } = report
  let begin: SourceLine | null = null
  for (const placed of report.lines) {
    const { line: read } = placed
    if (isFirstMarker(read)) begin = sourceLineAt(placed.range.start, source)
    // To Markdown, the marker at the end is a quotation.
    if (begin === null || !read.quoted) continue
    const line = sourceLineAt(placed.range.start, source)
    if (!/^>{7}(?:\s|$)/.test(line.text)) continue
    const conflict = toConflict(begin, line, source.slice(begin.next, line.start))
    if (conflict !== null) conflicts.push(conflict)
    begin = null
  }
  return conflicts
})

function isFirstMarker({ kind, quoted, text }: Line): boolean {
  return !quoted && (kind === 'text' || kind === 'heading') && /^<{7}(?:\s|$)/.test(text)
}

/** There are none in nearly all reports, and then nothing else is looked at. */
const firstMarkers = linesWhere(isFirstMarker)

function toConflict(begin: SourceLine, end: SourceLine, versions: string): Conflict | null {
  const middle = findMarker(/^={7}(?:\r?\n|$)/m, versions, begin.next)
  if (middle === null) return null
  const base = findMarker(/^\|{7}(?:[ \t][^\r\n]{0,200})?(?:\r?\n|$)/m, versions, begin.next)
  return {
    begin: { start: begin.start, end: begin.next },
    base: base !== null && base.start < middle.start ? base : null,
    middle,
    end: { start: end.start, end: end.next },
  }
}

function findMarker(marker: RegExp, versions: string, offset: number): Range | null {
  const match = marker.exec(versions)
  return match === null ? null : { start: offset + match.index, end: offset + match.index + match[0].length }
}

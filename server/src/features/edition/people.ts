import { lineRange } from '../../postmortem/blocks/placedLine.ts'
import type { Report } from '../../postmortem/report.ts'
import type { Cut } from './cut.ts'
import { findNames, handles, peopleCell, peopleLabel } from './names.ts'

const personRemoved = '[name removed]'

/**
 * The people whom owners, labels, lists of people and handles name, wherever the report mentions them. A name that
 * appears only in a sentence is not recognised.
 */
export function findPeople(report: Report, text: string): readonly Cut[] {
  return [
    // The whole line is left out.
    ...findLabelledLines(report, text),
    ...[...findNames(report, text)].flatMap((name) => findName(name, text)),
    ...findHandles(report, text),
  ]
}

function findLabelledLines({ lines }: Report, text: string): readonly Cut[] {
  return lines.flatMap((placed): Cut[] => {
    const { line } = placed
    const isLabelled =
      (line.kind === 'text' && line.words <= 25 && peopleLabel.test(line.text.slice(0, 80))) ||
      (line.kind === 'row' && line.cells.length === 2 && peopleCell.test((line.cells[0]?.text ?? '').trim()))
    if (!isLabelled) return []
    const { start: at, end } = lineRange(placed)
    const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1
    const ending = /^[ \t]*(?:\r\n|\n|\r)?/.exec(text.slice(end))?.[0].length ?? 0
    return [
      {
        start,
        end: end + ending,
        replacement: '',
        leftOut: { kind: 'person', text: line.text.trim().slice(0, 80) },
      },
    ]
  })
}

function findName(name: string, text: string): readonly Cut[] {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])@?${escaped}(?![\\p{L}\\p{N}_])`, 'gu')
  return Array.from(text.matchAll(pattern), (match) => cut(match.index, match[0]))
}

function findHandles({ markup }: Report, text: string): readonly Cut[] {
  return Array.from(text.matchAll(handles)).flatMap((match): Cut[] =>
    markup.code.some(({ start, end }) => start <= match.index && match.index < end)
      ? []
      : [cut(match.index, match[0])],
  )
}

function cut(start: number, found: string): Cut {
  return {
    start,
    end: start + found.length,
    replacement: personRemoved,
    leftOut: { kind: 'person', text: found },
  }
}

import { groupBy } from '../../lists/groupBy.ts'
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
    ...findMentions(findNames(report, text), text),
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
    const { start: at, end } = placed.range
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

/** One walk over the words, however many names there are. */
function findMentions(names: ReadonlySet<string>, text: string): readonly Cut[] {
  const byFirstWord = groupBy(names, (name) => /^[\p{L}\p{N}_]+/u.exec(name)?.[0] ?? name)
  return Array.from(text.matchAll(/@?([\p{L}\p{N}_]+)/gu)).flatMap(
    ({ 0: { length }, 1: word = '', index }) => {
      const start = index + length - word.length
      return (byFirstWord.get(word) ?? [])
        .filter(
          (name) => text.startsWith(name, start) && !/^[\p{L}\p{N}_]/u.test(text.slice(start + name.length)),
        )
        .map((name) => cut(index, text.slice(index, start + name.length)))
    },
  )
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

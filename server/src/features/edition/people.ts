import { lineRange } from '../../postmortem/blocks/placedLine.ts'
import type { Report } from '../../postmortem/report.ts'
import type { Cut } from './cut.ts'

const personRemoved = '[name removed]'

/** Labels whose value is people: the whole line is left out. */
const peopleLabel =
  /^[^\p{L}]{0,8}(?:authors?|written by|prepared by|owners?|participants?|attendees|responders?|incident commander|ic|commander|scribe|lead|on-?call(?: engineer)?|reviewers?|reviewed by|approvers?|approved by)\s{0,2}[:：]/iu

const peopleCell =
  /^(?:authors?|owners?|participants?|attendees|responders?|incident commander|scribe|reviewers?)$/i

/** A group is no person. */
const group =
  /\b(?:team|squad|group|guild|sre|ops|devops|engineering|platform|support|everyone|tbd|nobody|vendor)\b/i

/**
 * The people whom tasks, labels and handles name, wherever the report mentions them. A name that stands only in a
 * sentence is not recognised.
 */
export function findPeople(report: Report, text: string): readonly Cut[] {
  const lines = findLabelledLines(report, text)
  const names = [
    ...report.actionItems.map(({ owner }) => owner?.text),
    ...report.profile.reviewers.map((each) => each.text),
  ]
    .flatMap((name) => (name === undefined ? [] : name.split(/\s*(?:,|&|\/|\band\b)\s*/)))
    .map((name) => name.replace(/^@/, '').trim())
    .filter((name) => /^\p{L}[\p{L}\p{N}._' -]{1,40}$/u.test(name) && !group.test(name))
  return [
    ...lines,
    ...[...new Set(names)].flatMap((name) => findName(name, text)),
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
  return Array.from(text.matchAll(/(?<![\p{L}\p{N}_./@])@[A-Za-z][\w-]{1,38}(?![\w@]|\.[A-Za-z])/gu)).flatMap(
    (match): Cut[] =>
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

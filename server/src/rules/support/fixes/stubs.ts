import type { Edit, Range } from '../../../postmortem/lines/passage.ts'
import type { Report } from '../../../postmortem/report.ts'
import type { ActionItem } from '../../../postmortem/tasks/actionItem.ts'

export type Detail = 'owner' | 'due' | 'ticket'

const stubs: Readonly<Record<Detail, string>> = {
  owner: 'owner: {{owner}}',
  due: 'due: {{date}}',
  ticket: '{{ticket}}',
}

const cellStubs: Readonly<Record<Detail, string>> = {
  owner: '{{owner}}',
  due: '{{date}}',
  ticket: '{{ticket}}',
}

/**
 * Adds placeholders for missing details: in the blank cells of a table, otherwise together after the text of the
 * item, or beside the details that are in brackets there.
 */
export function addStubs(details: readonly Detail[], item: ActionItem, report: Report): readonly Edit[] {
  const inCells = details.filter((detail) => item.blanks[detail] !== undefined)
  const inText = details.filter((detail) => item.blanks[detail] === undefined)
  return [
    ...inCells.map((detail) => fillCell(detail, item, report)),
    ...(inText.length === 0 ? [] : [addToText(inText, item, report)]),
  ]
}

function addToText(details: readonly Detail[], { textEnd, start }: ActionItem, { source }: Report): Edit {
  const text = details.map((detail) => stubs[detail]).join(', ')
  const before = source.slice(Math.max(start, textEnd - maxBrackets), textEnd)
  const brackets = /\((?:owner|assignee|due|by|ticket):[^()\r\n]*(?=\)$)/i.exec(before)
  if (brackets === null) return { start: textEnd, end: textEnd, text: ` (${text})` }
  return { start: textEnd - 1, end: textEnd - 1, text: `, ${text}` }
}

const maxBrackets = 200

function fillCell(detail: Detail, item: ActionItem, { source }: Report): Edit {
  const blank = item.blanks[detail] as Range
  const cell = source.slice(blank.start, blank.end)
  const dashes = /[-–—?]+/.exec(cell)
  if (dashes !== null) {
    const start = blank.start + dashes.index
    return { start, end: start + dashes[0].length, text: cellStubs[detail] }
  }
  const start = blank.start + (cell.startsWith('|') ? 1 : 0)
  const end = blank.end - (cell.length > 1 && cell.endsWith('|') ? 1 : 0)
  return { start, end, text: ` ${cellStubs[detail]} ` }
}

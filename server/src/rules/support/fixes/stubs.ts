import type { Edit } from '../../../postmortem/lines/passage.ts'
import type { Report } from '../../../postmortem/report.ts'
import type { ActionItem } from '../../../postmortem/tasks/actionItem.ts'

type Detail = 'owner' | 'due' | 'ticket'

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
 * Adds a placeholder for a missing detail: in its blank cell in a table, otherwise after the text of the
 * item.
 */
export function addStub(detail: Detail, item: ActionItem, { source }: Report): Edit {
  const blank = item.blanks[detail]
  if (blank === undefined) return { start: item.textEnd, end: item.textEnd, text: ` (${stubs[detail]})` }
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

import type { PlacedLine } from '../blocks/placedLine.ts'
import type { Structure } from '../sections/foundSection.ts'
import type { ActionItem } from './actionItem.ts'
import { hasTaskColumns, readColumns, readRowItem } from './actionTable.ts'
import type { TicketPattern } from './tickets.ts'

/** A table whose columns say that it lists tasks does so whatever it is below; in a timeline, it lists entries. */
export function findLooseTables(
  lines: readonly PlacedLine[],
  { sections }: Structure,
  tickets: TicketPattern,
): readonly ActionItem[] {
  const timelines = sections.filter(({ ids }) => ids.includes('timeline'))
  let columns = readColumns(null)
  let isTasks = false
  return lines.flatMap((placed, index) => {
    const { kind } = placed.line
    if (kind === 'header') {
      isTasks =
        hasTaskColumns(placed.line) &&
        !timelines.some(({ firstLine, endLine }) => firstLine <= index && index < endLine)
      columns = readColumns(placed.line)
    } else if (kind !== 'row') isTasks = false
    return kind === 'row' && isTasks ? readRowItem(placed, columns, tickets) : []
  })
}

import { displayWidth } from './displayWidth.ts'
import { toVisible } from './visible.ts'

/** As much of a line as there is room for, with its range marked. */
export interface Excerpt {
  readonly shown: string
  /** Columns of the terminal before the marks, and under them. */
  readonly marks: { readonly before: number; readonly length: number }
}

/** Excerpts the line around a range, which is in UTF-16 units. */
export function excerpt(line: string, start: number, end: number, columns: number): Excerpt {
  const room = Math.max(columns, minColumns)
  const { cells, isCut } = cellsAround(line, start, room)
  const widths = addUp(cells)
  const width = (from: number, to: number) => (widths[to] as number) - (widths[from] as number)
  const first = countUntil(cells, start)
  const last = Math.max(first, countUntil(cells, end))

  const isWholeBeginning = !isCut && width(0, last) < room
  const from = isWholeBeginning ? 0 : widths.findIndex((_, index) => width(index, first) <= room / 3)
  const before = from > 0 || isCut ? '…' : ''
  const fits = (to: number, after: string) => width(from, to) + before.length + after.length <= room
  const isWholeEnd = cells.at(-1)?.isLast !== false && fits(cells.length, '')
  const to = isWholeEnd ? cells.length : widths.findLastIndex((_, index) => fits(index, '…'))
  const shown = cells.slice(from, to).map(({ text }) => text)
  return {
    shown: before + shown.join('') + (isWholeEnd ? '' : '…'),
    marks: {
      before: before.length + width(from, first),
      length: Math.max(1, width(first, Math.min(last, to))),
    },
  }
}

const minColumns = 20

const tab = '    '

/** One displayed character. */
interface Cell {
  /** The offset in the line after the character. */
  readonly end: number
  readonly text: string
  readonly width: number
  readonly isLast: boolean
}

/** A report may be one long line, so only as much of it is examined as can be shown. */
function cellsAround(line: string, start: number, room: number): { cells: readonly Cell[]; isCut: boolean } {
  const from = Math.max(0, start - room)
  const cells: Cell[] = []
  let end = isLowSurrogate(line, from) ? from - 1 : from
  const isCut = end > 0
  for (const character of toVisible(line.slice(end, start + room))) {
    end += character.length
    const text = character === '\t' ? tab : character
    const width = character === '\t' ? tab.length : displayWidth(character)
    cells.push({ end, text, width, isLast: end >= line.length })
  }
  return { cells, isCut }
}

function isLowSurrogate(line: string, offset: number): boolean {
  return /[\udc00-\udfff]/.test(line[offset] ?? '')
}

function addUp(cells: readonly Cell[]): readonly number[] {
  let sum = 0
  return [0, ...cells.map(({ width }) => (sum += width))]
}

/** The number of cells before the offset. */
function countUntil(cells: readonly Cell[], offset: number): number {
  return cells.filter(({ end }) => end <= offset).length
}

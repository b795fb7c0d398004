import {
  type ClientCapabilities,
  type Range as EditorRange,
  type Position,
  PositionEncodingKind,
} from 'vscode-languageserver'
import type { Range } from '../postmortem/lines/passage.ts'

/** Converts between offsets and positions. Positions of one text are not valid after an edit. */
export interface Positions {
  readonly positionAt: (offset: number) => Position
  readonly offsetAt: (position: Position) => number
}

/** A text whose own positions count as JavaScript does, in UTF-16. */
export interface PositionedText extends Positions {
  readonly slice: (start: number, end: number) => string
}

/** Makes the positions of a text count as the editor counts. */
export type EncodePositions = (text: PositionedText) => Positions

/** How many units of the encoding a character takes. */
const widths: Readonly<Partial<Record<PositionEncodingKind, (codePoint: number) => number>>> = {
  [PositionEncodingKind.UTF8]: (codePoint) =>
    codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4,
  [PositionEncodingKind.UTF32]: () => 1,
}

/** The editor lists its encodings by preference. UTF-16 is what an editor supports that lists none. */
export function chooseEncoding({ general }: ClientCapabilities): PositionEncodingKind {
  const isKnown = (kind: PositionEncodingKind) =>
    kind === PositionEncodingKind.UTF16 || Object.hasOwn(widths, kind)
  return general?.positionEncodings?.find(isKnown) ?? PositionEncodingKind.UTF16
}

export function createPositionEncoder(encoding: PositionEncodingKind): EncodePositions {
  const widthOf = widths[encoding]
  return widthOf === undefined ? (text) => text : (text) => encodePositions(text, widthOf)
}

export function toRange(range: Range, positions: Pick<Positions, 'positionAt'>): EditorRange {
  return { start: positions.positionAt(range.start), end: positions.positionAt(range.end) }
}

export function toOffsets({ start, end }: EditorRange, positions: Positions): Range {
  return { start: positions.offsetAt(start), end: positions.offsetAt(end) }
}

/** Measures each line once, so a long line with many findings does not cost more than its length. */
function encodePositions(text: PositionedText, widthOf: (codePoint: number) => number): Positions {
  const measured = new Map<number, LineMeasure>()
  const measureOf = (line: number): LineMeasure => {
    const known = measured.get(line)
    if (known !== undefined) return known
    const start = text.offsetAt({ line, character: 0 })
    const end = text.offsetAt({ line, character: Number.MAX_SAFE_INTEGER })
    const measure = measureLine(text.slice(start, end), widthOf)
    measured.set(line, measure)
    return measure
  }
  return {
    positionAt: (offset) => {
      const { line, character } = text.positionAt(offset)
      return { line, character: measureOf(line)[character] ?? 0 }
    },
    offsetAt: ({ line, character }) =>
      text.offsetAt({ line, character: characterAt(character, measureOf(line)) }),
  }
}

/** The units before each UTF-16 character of a line, and before its end. */
type LineMeasure = Uint32Array

function measureLine(line: string, widthOf: (codePoint: number) => number): LineMeasure {
  const before = new Uint32Array(line.length + 1)
  let units = 0
  for (let index = 0; index < line.length; ) {
    const codePoint = line.codePointAt(index) as number
    before[index] = units
    // No position is between the halves of a character.
    if (codePoint > 0xffff) before[index + 1] = units
    units += widthOf(codePoint)
    index += codePoint > 0xffff ? 2 : 1
  }
  before[line.length] = units
  return before
}

/** The last character with at most so many units before it. */
function characterAt(units: number, before: LineMeasure): number {
  let low = 0
  let high = before.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((before[middle] as number) <= units) low = middle
    else high = middle - 1
  }
  return low > 0 && before[low] === before[low - 1] ? low - 1 : low
}

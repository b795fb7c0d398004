import { drawText, rectangle, textWidth } from './svgMarks.ts'

/** Says below a picture what its marks mean, or what could not be shown in its place. */
export interface Note {
  readonly text: string
  /** The style of the mark that it explains; null if it explains none. */
  readonly mark: string | null
}

const lineHeight = 18
const markWidth = 18
const gap = 20

/** Writes the notes in as few lines as possible. */
export function drawNotes(
  notes: readonly Note[],
  { left, right, top }: { readonly left: number; readonly right: number; readonly top: number },
): { readonly marks: readonly string[]; readonly bottom: number } {
  let at = left
  let line = 0
  const marks = notes.map(({ text, mark }) => {
    const indent = mark === null ? 0 : markWidth
    const length = indent + textWidth(text)
    if (at > left && at + length > right) {
      at = left
      line += 1
    }
    const x = at
    const y = top + 16 + line * lineHeight
    at += length + gap
    const area = { x, y: y - 10, width: 12, height: 12 }
    return `${mark === null ? '' : rectangle(mark, area)}${drawText(text, x + indent, y, 'muted')}`
  })
  return { marks, bottom: marks.length === 0 ? top : top + (line + 1) * lineHeight + 4 }
}

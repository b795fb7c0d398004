import { shorten, textWidth } from './svgMarks.ts'

/** Breaks a text into lines of a width, between words where there are any; the last line of too many ends with "…". */
export function wrapText(text: string, width: number, maxLines: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text, width)) {
    const longer = line === '' ? piece.trimStart() : line + piece
    if (textWidth(longer.trimEnd()) <= width) {
      line = longer
      continue
    }
    if (lines.length === maxLines - 1) return [...lines, shorten(`${longer}…`, width)]
    lines.push(line.trimEnd())
    line = piece.trimStart()
  }
  return [...lines, line.trimEnd()]
}

/** Words with the blanks before them; a word that is wider than a line comes letter by letter. */
function* piecesOf(text: string, width: number): Generator<string> {
  for (const [word] of text.matchAll(/\s{0,8}\S{1,200}/g)) {
    if (textWidth(word) <= width) yield word
    else yield* word
  }
}

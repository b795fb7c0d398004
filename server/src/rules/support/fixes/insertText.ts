import type { Piece } from '../../../postmortem/blocks/pieces.ts'
import type { Edit } from '../../../postmortem/lines/passage.ts'
import type { Report } from '../../../postmortem/report.ts'

/** Inserts lines at the end of a part of the document, set apart by blank lines. */
export function insertText(
  lines: readonly string[],
  { next, follows }: Pick<Piece, 'next' | 'follows'>,
  { style }: Pick<Report, 'style'>,
): Edit {
  const line = style.lineEnding
  const before = follows === 'nothing' ? line + line : line
  const after = follows === 'text' ? line + line : follows === 'blank' ? line : ''
  return { start: next, end: next, text: before + lines.join(line) + after }
}

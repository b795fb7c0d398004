import { MarkdownDocument } from '../../markdown/document.ts'
import { endOfPiece } from '../../markdown/pieces.ts'
import { readLeaf } from '../../postmortem/mayBeReport.ts'
import { readReport } from '../../postmortem/readReport.ts'
import { defaultTemplate } from '../../templates/index.ts'
import { drawCauses } from './causePicture.ts'
import { drawTimeline } from './timelinePicture.ts'

/** A report with more characters has no pictures, because the preview draws them while the editor waits. */
export const maxPreviewLength = 1_000_000

/** Up to this length a report has its pictures however busy the machine is: they cost little, and would not come later. */
const unhurriedLength = 20_000

interface PreviewPicture {
  /** The zero-based line that the picture goes above. */
  readonly line: number
  readonly svg: string
}

/**
 * The pictures of a report for the Markdown preview, in document order. They are drawn while the editor waits, so there
 * are none not only if there is nothing to draw, but also if a long report takes more than the milliseconds that remain.
 */
export function findPreviewPictures(text: string, remaining: () => number): readonly PreviewPicture[] {
  if (text.length > maxPreviewLength) return []
  const left = text.length > unhurriedLength ? remaining : () => Number.MAX_SAFE_INTEGER
  const document = readInTime(text, left)
  if (document === null) return []
  const report = readReport(document, defaultTemplate)
  const lineOf = (offset: number) => document.positionAt(offset).line
  const causes = drawCauses(report, lineOf).map(({ svg, start }) => ({ line: lineOf(start), svg }))
  if (left() <= 0) return []
  const section = report.sections.find(({ id }) => id === 'timeline')
  const svg = section === undefined ? null : drawTimeline(report, 'page', lineOf)
  const timeline = section === undefined || svg === null ? [] : [{ line: lineOf(section.title.start), svg }]
  return [...timeline, ...causes].sort((one, other) => one.line - other.line)
}

/**
 * Null if it is too late. Nobody can look at the clock while a block is read, and a long one is read again with each
 * piece of the text. So a piece is not begun if it would take too long at the pace of the piece before it.
 */
function readInTime(text: string, remaining: () => number): MarkdownDocument | null {
  const document = MarkdownDocument.from('')
  let pace = 0
  for (let start = 0; start < text.length; ) {
    const end = endOfPiece(text, start, document)
    const length = end - (document.blockAt(start)?.offset ?? start)
    const before = remaining()
    if (before <= pace * length) return null
    document.edit([{ start, end: start, text: text.slice(start, end) }])
    pace = (before - remaining()) / length
    start = end
  }
  for (const leaf of document.leaves()) {
    if (remaining() <= 0) return null
    readLeaf(leaf)
  }
  return document
}

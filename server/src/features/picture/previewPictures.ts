import { MarkdownDocument } from '../../markdown/document.ts'
import { readReport } from '../../postmortem/readReport.ts'
import { defaultTemplate } from '../../templates/index.ts'
import { drawCauses } from './causePicture.ts'
import { drawTimeline } from './timelinePicture.ts'

/** A report with more characters has no pictures, because the preview draws them while the editor waits. */
export const maxPreviewLength = 1_000_000

/** Up to this length a report has its pictures however busy the machine is: they cost little, and would not come later. */
const unhurriedLength = 50_000

/** As much as is read between two looks at the clock. */
const step = 10_000

interface PreviewPicture {
  /** The zero-based line that the picture goes above. */
  readonly line: number
  readonly svg: string
}

/**
 * The pictures of a report for the Markdown preview, in document order. They are drawn while the editor waits, so there
 * are none not only if there is nothing to draw, but also if a long report is not read when the time is up.
 */
export function findPreviewPictures(text: string, isOver: () => boolean): readonly PreviewPicture[] {
  if (text.length > maxPreviewLength) return []
  const isTimeUp = text.length > unhurriedLength ? isOver : () => false
  const document = MarkdownDocument.from('')
  for (let start = 0; start < text.length; ) {
    if (isTimeUp()) return []
    const lineEnd = text.indexOf('\n', start + step)
    const end = lineEnd === -1 ? text.length : lineEnd + 1
    document.edit([{ start, end: start, text: text.slice(start, end) }])
    start = end
  }
  if (isTimeUp()) return []
  const report = readReport(document, defaultTemplate)
  const lineOf = (offset: number) => document.positionAt(offset).line
  const causes = drawCauses(report, lineOf).map(({ svg, start }) => ({ line: lineOf(start), svg }))
  if (isTimeUp()) return []
  const section = report.sections.find(({ id }) => id === 'timeline')
  const svg = section === undefined ? null : drawTimeline(report, 'page', lineOf)
  const timeline = section === undefined || svg === null ? [] : [{ line: lineOf(section.title.start), svg }]
  return [...timeline, ...causes].sort((one, other) => one.line - other.line)
}

import { MarkdownDocument } from '../../markdown/document.ts'
import { readReport } from '../../postmortem/readReport.ts'
import { defaultTemplate } from '../../templates/index.ts'
import { drawTimeline } from './timelinePicture.ts'

/** A report with more characters has no picture, because the preview draws it while the editor waits. */
export const maxPreviewLength = 1_000_000

/** As much as is read between two looks at the clock. */
const step = 10_000

/**
 * The picture of a report for the Markdown preview, and the line that it goes above. It is drawn
 * while the editor waits, so it is null not only if there is nothing to draw, but also if the time is up before that.
 */
export function findPreviewPicture(
  text: string,
  isTimeUp: () => boolean,
): { readonly line: number; readonly svg: string } | null {
  if (text.length > maxPreviewLength) return null
  const document = MarkdownDocument.from('')
  for (let start = 0; start < text.length; ) {
    if (isTimeUp()) return null
    const lineEnd = text.indexOf('\n', start + step)
    const end = lineEnd === -1 ? text.length : lineEnd + 1
    document.edit([{ start, end: start, text: text.slice(start, end) }])
    start = end
  }
  if (isTimeUp()) return null
  const report = readReport(document, defaultTemplate)
  const section = report.sections.find(({ id }) => id === 'timeline')
  if (section === undefined || isTimeUp()) return null
  const svg = drawTimeline(report, 'page', (offset) => document.positionAt(offset).line)
  return svg === null ? null : { line: document.positionAt(section.title.start).line, svg }
}

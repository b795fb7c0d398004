import type { PreviewEngine } from '@postmortem/shared/preview'
import { drawTimeline } from './features/picture/timelinePicture.ts'
import { MarkdownDocument } from './markdown/document.ts'
import { readReport } from './postmortem/readReport.ts'
import { defaultTemplate } from './templates/index.ts'

/**
 * The entry point for the Markdown preview, which cannot wait for the server. It sees nothing but the text of
 * the document, so a team's configuration is unknown here.
 */
export const findPicture: PreviewEngine['findPicture'] = (text) => {
  const document = MarkdownDocument.from(text)
  const report = readReport(document, defaultTemplate)
  const section = report.sections.find(({ id }) => id === 'timeline')
  const svg = section === undefined ? null : drawTimeline(report, 'page')
  return section === undefined || svg === null
    ? null
    : { line: document.positionAt(section.title.start).line, svg }
}

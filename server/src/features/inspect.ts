import type { MarkdownDocument } from '../markdown/document.ts'
import type { Report } from '../postmortem/report.ts'

/** What only the caller knows of a document. */
export interface InspectContext {
  readonly file: string
  readonly findings: number
}

/** What was understood of a document, in the public form that `postmortem inspect` prints. */
export function inspectReport(report: Report, document: MarkdownDocument, context: InspectContext): object {
  const lineAt = (offset: number) => document.positionAt(offset).line + 1
  return {
    file: context.file,
    postmortem: report.recognition.postmortem,
    reason: report.recognition.reason,
    template: report.template.id,
    title: report.title?.text ?? null,
    region: { startLine: lineAt(report.region.start), endLine: lineAt(report.region.end) },
    words: report.words,
    sections: report.sections.map((section) => ({
      id: section.id,
      title: section.title.text,
      line: lineAt(section.title.start),
      endLine: lineAt(Math.max(section.next - 1, section.start)),
      words: section.words,
      empty: section.empty,
    })),
    missing: report.missing.map((section) => section.id),
    findings: context.findings,
  }
}

import { MarkdownDocument, type TextEdit } from './markdown/document.ts'
import { readReport } from './postmortem/readReport.ts'
import type { Report } from './postmortem/report.ts'
import type { Template } from './templates/template.ts'

/** A document that someone is writing: its text, and the report that it amounts to, read when asked for. */
export class OpenDocument {
  readonly markdown: MarkdownDocument
  #template: Template
  #report: Report | undefined

  constructor(text: string, template: Template) {
    this.markdown = MarkdownDocument.from(text)
    this.#template = template
  }

  edit(edits: readonly TextEdit[]): void {
    this.markdown.edit(edits)
    this.#report = undefined
  }

  useTemplate(template: Template): void {
    if (template === this.#template) return
    this.#template = template
    this.#report = undefined
  }

  get report(): Report {
    this.#report ??= readReport(this.markdown, this.#template)
    return this.#report
  }
}

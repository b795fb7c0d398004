import { type Inspection, inspectReport } from '../../src/features/inspect.ts'
import { MarkdownDocument } from '../../src/markdown/document.ts'
import { readReport } from '../../src/postmortem/readReport.ts'
import type { Report } from '../../src/postmortem/report.ts'
import { holberton } from '../../src/templates/holberton.ts'

export function read(text: string, path = ''): Report {
  return readReport(MarkdownDocument.from(text), holberton, { path })
}

/** The contents of a document by line numbers, which are easier to compare than offsets. */
export function inspect(text: string): Inspection {
  const document = MarkdownDocument.from(text)
  return inspectReport(readReport(document, holberton), document, { file: 'report.md', findings: 0 })
}

export function sectionsOf(text: string): readonly string[] {
  return read(text).sections.map(({ id, title }) => `${id}: ${title.text}`)
}

export function idsOf(text: string): readonly string[] {
  return read(text).sections.map(({ id }) => id)
}

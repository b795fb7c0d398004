import type { LintedFile } from '../lint.ts'

export function reportAsJson(files: readonly LintedFile[]): string {
  const documents = files.map(({ name, postmortem, findings }) => ({ file: name, postmortem, findings }))
  return `${JSON.stringify(documents, null, 2)}\n`
}

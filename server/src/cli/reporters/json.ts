import type { LintedFile, PlacedFinding } from '../../checking/lintedFile.ts'
import { writeJsonList } from '../jsonList.ts'
import type { Reporter } from './reporter.ts'

/** A public format that other people's programs read. */
export const reportAsJson: Reporter = (files) => writeJsonList(documents(files))

async function* documents(files: AsyncIterable<LintedFile>): AsyncGenerator<object> {
  for await (const { name, report, findings } of files)
    yield { file: name, postmortem: report !== null, findings: findings.map(toPublic) }
}

function toPublic({ rule, severity, message, line, column, endLine, endColumn, conceal }: PlacedFinding) {
  return { rule, severity, message, line, column, endLine, endColumn, ...(conceal && { conceal }) }
}

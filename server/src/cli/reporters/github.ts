import type { LintedFile, PlacedFinding } from '../../checking/lintedFile.ts'
import type { Severity } from '../../checking/rule.ts'
import { addFile, noTotals, summarize } from '../totals.ts'
import { pathInRepository } from './pathInRepository.ts'
import type { Reporter } from './reporter.ts'
import { toVisible } from './visible.ts'

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
}

/** Workflow commands, which GitHub shows as annotations next to the changes. */
export const reportForGithub: Reporter = async function* (files, { repository, quiet }) {
  let totals = noTotals
  for await (const file of files) {
    totals = addFile(totals, file)
    for (const finding of file.findings) yield annotate(finding, file, repository)
  }
  if (!quiet) yield `${summarize(totals)}\n`
}

function annotate(finding: PlacedFinding, linted: LintedFile, repository: string): string {
  const { rule, severity, message, line, column, endLine, endColumn } = finding
  const properties: Readonly<Record<string, string | number>> = {
    ...(linted.path !== null && { file: pathInRepository(linted, repository) }),
    line,
    endLine,
    // GitHub accepts columns only for a range within one line.
    ...(line === endLine && { col: column, endColumn }),
    title: rule,
  }
  const written = Object.entries(properties).map(
    ([name, value]) => `${name}=${escapeProperty(String(value))}`,
  )
  return `::${commands[severity]} ${written.join(',')}::${escapeData(message)}\n`
}

function escapeData(text: string): string {
  return toVisibleLines(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** The log is read in a terminal as well; line endings are escaped by the format. */
function toVisibleLines(text: string): string {
  return text
    .split(/(\r\n|\r|\n)/)
    .map((part, index) => (index % 2 === 0 ? toVisible(part) : part))
    .join('')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

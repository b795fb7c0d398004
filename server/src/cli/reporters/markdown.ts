import type { LintedFile } from '../../checking/lintedFile.ts'
import { shortDuration } from '../../time/repair/print.ts'
import { addFile, countFindings, noTotals, summarize, summarizeHeldBack } from '../totals.ts'
import { pathInRepository } from './pathInRepository.ts'
import type { Reporter } from './reporter.ts'
import { toVisible } from './visible.ts'

/** A table of the reports, for the page of a pull request. */
export const reportAsMarkdown: Reporter = async function* (files, { repository }) {
  let totals = noTotals
  let rows = 0
  yield '## Postmortems\n\n'
  for await (const file of files) {
    totals = addFile(totals, file)
    if (file.report === null && file.findings.length === 0) continue
    rows += 1
    if (rows === 1) yield heading
    if (rows <= maxRows) yield writeRow(file, repository)
  }
  if (rows > maxRows) yield `| … and ${rows - maxRows} more | | | |\n`
  const others = totals.heldBack > 0 ? ` ${summarizeHeldBack(totals)}` : ''
  yield `${rows > 0 ? '\n' : ''}${summarize(totals)}${others}\n`
}

const heading = '| Report | Findings | Duration | Open tasks |\n| --- | --- | --- | --- |\n'

/** GitHub takes no more than 1 MiB, and nobody reads so many rows. */
const maxRows = 500

function writeRow(file: LintedFile, repository: string): string {
  const { report, findings } = file
  const path = code(pathInRepository(file, repository))
  const name = report?.title ? `${escapeMarkdown(report.title)}<br>${path}` : path
  const duration = report?.durationMinutes == null ? '' : shortDuration(report.durationMinutes)
  return `| ${name} | ${countFindings(findings) || 'none'} | ${duration} | ${report?.openTasks ?? ''} |\n`
}

/** As a reader sees it: what Markdown would take for markup or an address becomes a character reference. */
function escapeMarkdown(text: string): string {
  return toVisible(text.slice(0, maxLength)).replace(/[^\p{L}\p{N} ,;/–—•…-]/gu, (character) => {
    const reference = `&#${character.codePointAt(0)};`
    // By itself, the character neither mentions somebody nor refers to an issue.
    return /[@#]/.test(character) ? `<span>${reference}</span>` : reference
  })
}

const maxLength = 200

function code(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`
}

import type { Severity } from '../../rules/rule.ts'
import type { LintedFile, PlacedFinding } from '../lint.ts'
import type { Terminal } from '../terminal.ts'

const colors: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 36, hint: 90 }

/** Each finding with the line that it is about, then one line that sums up. */
export function reportAsText(files: readonly LintedFile[], { color }: Pick<Terminal, 'color'>): string {
  const paint = (text: string, code: number) => (color ? `\x1b[${code}m${text}\x1b[0m` : text)
  const blocks = files.flatMap((file) => {
    const lines = concealAll(file.findings, file.text.split(/\r\n|\r|\n/))
    return file.findings.map((finding) => {
      const place = `${file.name}:${finding.line}:${finding.column}`
      const severity = paint(finding.severity, colors[finding.severity])
      return `${place} ${severity} ${finding.message} ${paint(finding.rule, 90)}\n${excerpt(finding, lines)}\n`
    })
  })
  return [...blocks, summarize(files)].join('\n')
}

/** The lines with dots for what no finding may show, not even one about something else on the same line. */
function concealAll(findings: readonly PlacedFinding[], lines: readonly string[]): readonly string[] {
  const shown = [...lines]
  for (const { line, column, endLine, endColumn } of findings.filter(({ conceal }) => conceal)) {
    for (let number = line; number <= endLine; number += 1) {
      const text = shown[number - 1] ?? ''
      const start = number === line ? column - 1 : 0
      const end = number === endLine ? endColumn - 1 : text.length
      shown[number - 1] = text.slice(0, start) + '•'.repeat(Math.max(0, end - start)) + text.slice(end)
    }
  }
  return shown
}

function excerpt(finding: PlacedFinding, lines: readonly string[]): string {
  const line = lines[finding.line - 1] ?? ''
  const number = String(finding.line)
  const end = finding.endLine === finding.line ? finding.endColumn : line.length + 1
  const before = line.slice(0, finding.column - 1).replace(/[^\t]/g, ' ')
  const marks = '^'.repeat(Math.max(1, end - finding.column))
  return `  ${number} | ${line}\n  ${' '.repeat(number.length)} | ${before}${marks}`
}

function summarize(files: readonly LintedFile[]): string {
  const reports = files.filter((file) => file.postmortem)
  const findings = files.flatMap((file) => file.findings)
  const counts = (['error', 'warning', 'information', 'hint'] as const)
    .map((severity) => ({
      severity,
      count: findings.filter((finding) => finding.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => plural(count, severity))
  const seen = `${plural(reports.length, 'postmortem')} among ${plural(files.length, 'file')}`
  return `${counts.length === 0 ? 'No findings' : counts.join(', ')} in ${seen}.\n`
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 || noun === 'information' ? '' : 's'}`
}

import { parseArgs } from 'node:util'
import type { Finding } from '../rules/rule.ts'
import { readSources } from './files.ts'
import { lookUpFrom } from './nearbyFiles.ts'
import { openService } from './openService.ts'
import { reportAsJson } from './reporters/json.ts'
import { reportAsText } from './reporters/text.ts'
import { configurationHelp, configurationOptions, TeamConfigurations } from './teamConfiguration.ts'
import { status, type Terminal, UsageError } from './terminal.ts'

/** A document with what was found in it. */
export interface LintedFile {
  readonly name: string
  readonly text: string
  readonly postmortem: boolean
  readonly findings: readonly PlacedFinding[]
}

/** Lines and columns count from 1, as every other tool of the terminal counts them. */
export interface PlacedFinding extends Pick<Finding, 'rule' | 'severity' | 'message' | 'conceal'> {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

const reporters: Readonly<Record<string, (files: readonly LintedFile[], terminal: Terminal) => string>> = {
  text: reportAsText,
  json: reportAsJson,
}

export const lintHelp = `postmortem lint [PATH…] [--format text|json] [--max-warnings N] [--config FILE] [--template NAME]

Checks the reports among the Markdown files and folders named; "-" reads standard input, no PATH means this folder.
Files that are not postmortems are passed over.

  --format text|json    how findings are written (text)
  --max-warnings N      how many warnings are let pass (0)
${configurationHelp}

Exit status: 0 clean, 1 findings, 2 wrong usage or unreadable input.
`

export async function lint(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      format: { type: 'string', default: 'text' },
      'max-warnings': { type: 'string', default: '0' },
      ...configurationOptions,
    },
  })
  const reporter = Object.hasOwn(reporters, values.format) ? reporters[values.format] : undefined
  if (reporter === undefined) {
    throw new UsageError(`There is no format "${values.format}". Use ${Object.keys(reporters).join(' or ')}.`)
  }
  if (!/^\d{1,9}$/.test(values['max-warnings'])) {
    throw new UsageError(`--max-warnings takes a whole number, not "${values['max-warnings']}".`)
  }

  const service = openService(terminal)
  const files: LintedFile[] = []
  const configurations = new TeamConfigurations(service, terminal, values)
  for await (const source of readSources(positionals.length > 0 ? positionals : ['.'], terminal)) {
    const { name, text, folder } = source
    const document = await configurations.open(source)
    const findings = service.check(document, lookUpFrom(folder)).map((finding): PlacedFinding => {
      const start = document.markdown.positionAt(finding.range.start)
      const end = document.markdown.positionAt(finding.range.end)
      const { rule, severity, message, conceal } = finding
      return {
        rule,
        severity,
        message,
        line: start.line + 1,
        column: start.character + 1,
        endLine: end.line + 1,
        endColumn: end.character + 1,
        ...(conceal && { conceal }),
      }
    })
    files.push({ name, text, postmortem: document.report.recognition.postmortem, findings })
  }
  files.unshift(...configurations.mistaken())
  terminal.write(reporter(files, terminal))
  return isFailing(files, Number(values['max-warnings'])) ? status.findings : status.clean
}

function isFailing(files: readonly LintedFile[], maxWarnings: number): boolean {
  const severities = files.flatMap((file) => file.findings.map((finding) => finding.severity))
  return (
    severities.includes('error') ||
    severities.filter((severity) => severity === 'warning').length > maxWarnings
  )
}

import { parseArgs } from 'node:util'
import { inspectReport } from '../features/inspect.ts'
import { readSources } from './files.ts'
import { openService } from './openService.ts'
import { configurationHelp, configurationOptions, TeamConfigurations } from './teamConfiguration.ts'
import { status, type Terminal, UsageError } from './terminal.ts'

export const inspectHelp = `postmortem inspect PATH… [--config FILE] [--template NAME]

Prints what was understood of each document as JSON: one object for one document, an array for several.

${configurationHelp}

Exit status: 0 done, 2 wrong usage or unreadable input.
`

export async function inspect(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: configurationOptions,
  })
  if (positionals.length === 0)
    throw new UsageError('Name the documents to inspect, or "-" for standard input.')

  const service = openService(terminal)
  const documents: object[] = []
  const configurations = new TeamConfigurations(service, terminal, values)
  for await (const source of readSources(positionals, terminal)) {
    const document = await configurations.open(source)
    const findings = service.check(document).length
    documents.push(inspectReport(document.report, document.markdown, { file: source.name, findings }))
  }
  for (const { name } of configurations.mistaken()) {
    terminal.writeError(`There are mistakes in ${name}; postmortem lint shows them.\n`)
  }
  terminal.write(`${JSON.stringify(documents.length === 1 ? documents[0] : documents, null, 2)}\n`)
  return status.clean
}

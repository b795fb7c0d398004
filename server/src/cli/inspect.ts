import { parseArgs } from 'node:util'
import { inspectReport } from '../features/inspect.ts'
import { readSources } from './files.ts'
import { openService } from './openService.ts'
import { status, type Terminal, UsageError } from './terminal.ts'

export const inspectHelp = `postmortem inspect PATH…

Prints what was understood of each document as JSON: one object for one document, an array for several.

Exit status: 0 done, 2 wrong usage or unreadable input.
`

export async function inspect(args: readonly string[], terminal: Terminal): Promise<number> {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, options: {} })
  if (positionals.length === 0)
    throw new UsageError('Name the documents to inspect, or "-" for standard input.')

  const service = openService(terminal)
  const documents: object[] = []
  for await (const { name, text } of readSources(positionals, terminal)) {
    const document = service.open(text)
    const findings = service.check(document).length
    documents.push(inspectReport(document.report, document.markdown, { file: name, findings }))
  }
  terminal.write(`${JSON.stringify(documents.length === 1 ? documents[0] : documents, null, 2)}\n`)
  return status.clean
}

import { type Inspection, inspectReport } from '../../features/inspect.ts'
import { defineCommand, pathsHelp, readsPaths, writesOutput } from '../command.ts'
import { type CheckedDocument, checkDocuments } from '../documents.ts'
import { findTargets } from '../findFiles.ts'
import { writeJsonList } from '../jsonList.ts'
import { openService } from '../openService.ts'
import { configurationOptions, TeamConfigurations } from '../teamConfiguration.ts'
import { status } from '../terminal.ts'
import { noteTroubles } from '../trouble.ts'

export const inspect = defineCommand({
  name: 'inspect',
  usage: 'postmortem inspect [PATH…]',
  summary: 'Prints what was understood of each document as JSON.',
  details: `One object for one document, an array for several. ${pathsHelp} The schema of the result is schemas/inspect.schema.json in the package.`,
  options: configurationOptions,
  reads: readsPaths,
  writes: writesOutput,
  examples: [
    ['postmortem inspect report.md', 'one report'],
    ["postmortem inspect incidents/ | jq '.[].metrics'", 'the metrics of several'],
  ],
  exitStatus: '0 done, 2 wrong usage or unreadable input.',
  run: async ({ values, names }, terminal) => {
    const troubles = noteTroubles(terminal)
    const service = openService(terminal)
    const configurations = await TeamConfigurations.from(service, terminal, values)
    const targets = await findTargets(names.length > 0 ? names : ['.'], terminal.folder)
    const checking = { service, configurations, complain: troubles.complain }
    const inspections = inspectAll(checkDocuments(targets, checking, terminal))
    for await (const text of writeInspections(inspections)) await terminal.write(text)
    for (const { name } of configurations.takeFaultyFiles())
      terminal.writeError(`There are mistakes in ${name}; postmortem lint shows them.\n`)
    return troubles.statusOr(status.clean)
  },
})

async function* inspectAll(documents: AsyncIterable<CheckedDocument>): AsyncGenerator<Inspection> {
  for await (const { source, document, findings } of documents)
    yield inspectReport(document.fullReport, document.markdown, {
      file: source.name,
      findings: findings.length,
    })
}

async function* writeInspections(inspections: AsyncGenerator<Inspection>): AsyncGenerator<string> {
  const [first, second] = [await inspections.next(), await inspections.next()]
  if (!first.done && second.done) {
    yield `${JSON.stringify(first.value, null, 2)}\n`
    return
  }
  yield* writeJsonList(
    (async function* () {
      if (!first.done) yield first.value
      if (!second.done) yield second.value
      yield* inspections
    })(),
  )
}

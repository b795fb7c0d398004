import type { Incident } from '../library/incident.ts'
import { readIncidents } from '../library/readIncidents.ts'
import { checkDocuments } from './documents.ts'
import { findTargets } from './findFiles.ts'
import { openService } from './openService.ts'
import { Progress } from './progress.ts'
import { toVisible } from './reporters/visible.ts'
import { configurationOptions, TeamConfigurations } from './teamConfiguration.ts'
import type { Terminal } from './terminal.ts'
import { noTotals } from './totals.ts'
import { noteTroubles } from './trouble.ts'

/** The options of every command that reads all reports together. */
export const libraryOptions = { config: configurationOptions.config } as const

export interface Collected {
  readonly incidents: readonly Incident[]
  /** That of trouble if a report could not be read, else the given one. */
  readonly statusOr: (otherwise: number) => number
}

/** Reads the incidents of all reports that the paths name, or of the current folder. */
export async function collectIncidents(
  names: readonly string[],
  options: { readonly config?: string },
  terminal: Terminal,
): Promise<Collected> {
  const progress = new Progress(terminal)
  const troubles = noteTroubles(terminal, () => progress.clear())
  const service = openService(terminal)
  const configurations = await TeamConfigurations.from(service, terminal, options)
  const targets = await findTargets(names.length > 0 ? names : ['.'], terminal.folder)
  const checking = { service, configurations, complain: troubles.complain }
  const incidents: Incident[] = []
  let [files, postmortems] = [0, 0]
  for await (const { source, document, findings } of checkDocuments(targets, checking, terminal)) {
    const { report, markdown, configuration } = document
    files += 1
    if (report.recognition.postmortem) postmortems += 1
    const found = readIncidents(report, {
      file: source.name.replaceAll('\\', '/'),
      findings: findings.length,
      words: configuration.vocabulary,
      lineAt: (offset) => markdown.positionAt(offset).line + 1,
    })
    incidents.push(...found)
    progress.show({ ...noTotals, files, postmortems })
  }
  progress.clear()
  for (const { name } of configurations.takeFaultyFiles())
    terminal.writeError(`There are mistakes in ${toVisible(name)}; postmortem lint shows them.\n`)
  return { incidents, statusOr: troubles.statusOr }
}

/** What a command without incidents says, as it has nothing to show. */
export function sayIfNone(incidents: readonly unknown[], terminal: Terminal): void {
  if (incidents.length === 0) terminal.writeError('There are no reports here.\n')
}

import type { Incident } from '../library/incident.ts'
import { findTargets } from './findFiles.ts'
import { cacheOptions, chooseCacheFolder } from './linting/cacheOptions.ts'
import { openLinter } from './linting/openLinter.ts'
import type { Values } from './options.ts'
import { Progress } from './progress.ts'
import { toVisible } from './reporters/visible.ts'
import { configurationOptions } from './teamConfiguration.ts'
import type { Terminal } from './terminal.ts'
import { noteTroubles } from './trouble.ts'

/** The option of every command that reads all reports together. */
export const libraryOptions = { config: configurationOptions.config } as const

/** The options of those that can do without the words of the reports, which a cache does not keep. */
export const cachedLibraryOptions = { ...cacheOptions, ...libraryOptions } as const

export interface Collected {
  readonly incidents: readonly Incident[]
  /** That of trouble if a report could not be read, else the given one. */
  readonly statusOr: (otherwise: number) => number
}

/**
 * Reads the incidents of all reports that the paths name, or of the current folder. Those that a cache remembers have
 * no text.
 */
export async function collectIncidents(
  names: readonly string[],
  values: Values<typeof cachedLibraryOptions>,
  terminal: Terminal,
): Promise<Collected> {
  const { lint } = await openLinter(
    {
      chosen: values.config === undefined ? {} : { config: values.config },
      // All findings are counted, as they are by `lint` without options, which fills the same cache.
      severity: 'hint',
      cacheFolder: chooseCacheFolder(values, terminal),
    },
    terminal,
  )
  const targets = await findTargets(names.length > 0 ? names : ['.'], terminal.folder)
  const progress = new Progress(terminal)
  const troubles = noteTroubles(terminal, () => progress.clear())
  const incidents: Incident[] = []
  const faulty: string[] = []
  let totals = { files: 0, postmortems: 0 }
  for await (const file of lint(targets, troubles)) {
    if (file.report === null && file.findings.length > 0) faulty.push(file.name)
    incidents.push(...file.incidents)
    totals = {
      files: totals.files + 1,
      postmortems: totals.postmortems + (file.report === null ? 0 : 1),
    }
    progress.show(totals)
  }
  progress.clear()
  for (const name of faulty)
    terminal.writeError(`There are mistakes in ${toVisible(name)}; postmortem lint shows them.\n`)
  return { incidents, statusOr: troubles.statusOr }
}

/** What a command without incidents says, as it has nothing to show. */
export function sayIfNone(incidents: readonly unknown[], terminal: Terminal): void {
  if (incidents.length === 0) terminal.writeError('There are no reports here.\n')
}

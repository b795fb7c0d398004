import { existsSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { configurationNames } from '../config/files.ts'
import { type DerivedFrom, deriveTemplate } from '../features/houseTemplate/deriveTemplate.ts'
import { printHouseTemplate } from '../features/houseTemplate/printHouseTemplate.ts'
import { plural } from '../library/output/plural.ts'
import { inEnglish } from '../messages/translate.ts'
import { pathInside } from '../pathInside.ts'
import { UsageError } from '../usageError.ts'
import { findTargets } from './findFiles.ts'
import { Progress } from './progress.ts'
import { readSources } from './readSources.ts'
import type { TeamConfigurations } from './teamConfiguration.ts'
import { status, type Terminal } from './terminal.ts'
import { noTotals } from './totals.ts'
import { describeTrouble, noteTroubles } from './trouble.ts'

/** Derives a template from the reports of a folder, and prints it or writes it there; returns the exit status. */
export async function writeHouseTemplate(
  name: string,
  isWritten: boolean,
  configurations: TeamConfigurations,
  terminal: Terminal,
): Promise<number> {
  const [target] = await findTargets([name], terminal.folder)
  if (target?.kind !== 'folder') throw new UsageError(`--from takes a folder, and "${name}" is none.`)
  if (isWritten) refuseIfConfigured(target.path, terminal)
  const progress = new Progress(terminal)
  const troubles = noteTroubles(terminal, () => progress.clear())
  const search = {
    complain: troubles.complain,
    globsIn: (folder: string) => configurations.globsIn(folder),
  }
  const sources: DerivedFrom[] = []
  let files = 0
  for await (const source of readSources([target], search, terminal)) {
    const { report, markdown } = await configurations.open(source)
    files += 1
    if (report.recognition.postmortem) sources.push({ document: markdown, report })
    progress.show({ ...noTotals, files, postmortems: sources.length })
  }
  progress.clear()

  const derivation = deriveTemplate(sources)
  if (derivation.kind === 'refused') throw new UsageError(inEnglish(derivation.reason))
  const { house } = derivation
  const text = printHouseTemplate(house, nameFolder(target.path, terminal))
  await terminal.write(isWritten ? `${write(target.path, text, terminal)}\n` : text)
  const skipped = files - house.reports
  const note = skipped === 0 ? '' : ` ${plural(skipped, 'other file')} skipped.`
  terminal.writeError(`Derived from ${plural(house.reports, 'report')}.${note}\n`)
  return troubles.statusOr(status.clean)
}

/** A path that leads out of the current folder would say nothing to those who read the file. */
function nameFolder(path: string, { folder }: Terminal): string {
  const inside = pathInside(folder, path)
  return inside === '' ? 'this folder' : (inside ?? basename(path))
}

/** Known before the reports are read, so that nobody waits for nothing. */
function refuseIfConfigured(folder: string, terminal: Terminal): void {
  const existing = configurationNames.map((name) => join(folder, name)).find((path) => existsSync(path))
  if (existing !== undefined) throw alreadyThere(relative(terminal.folder, existing))
}

/** Fails if the file exists by now. Any link counts as existing, wherever it leads. */
function write(folder: string, text: string, terminal: Terminal): string {
  const path = join(folder, '.postmortem.yml')
  const name = relative(terminal.folder, path)
  try {
    writeFileSync(path, text, { flag: 'wx' })
    return name
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw alreadyThere(name)
    throw new UsageError(`"${name}" cannot be written: ${describeTrouble(error)}.`)
  }
}

function alreadyThere(name: string): UsageError {
  return new UsageError(
    `"${name}" already exists. Leave out --write, and copy what you need from the output.`,
  )
}

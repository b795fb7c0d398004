import { dirname, relative, resolve, sep } from 'node:path'
import { indexEnd, indexStart, updateIndex } from '../../library/output/indexBlock.ts'
import { plural } from '../../library/output/plural.ts'
import { makeOverview } from '../../library/overview.ts'
import { UsageError } from '../../usageError.ts'
import { defineCommand } from '../command.ts'
import { findTargets } from '../findFiles.ts'
import { replaceFile } from '../fixes/replaceFile.ts'
import { cachedLibraryOptions, collectIncidents } from '../incidents.ts'
import { readSource } from '../readSources.ts'
import { toVisible } from '../reporters/visible.ts'
import { status } from '../terminal.ts'

export const indexReports = defineCommand({
  name: 'index',
  usage: 'postmortem index [FILE]',
  summary: 'Keeps a table of all reports in a README up to date.',
  details: `FILE is README.md by default. The reports are those in its folder and below. The table goes between these two lines, which must already be there:

  ${indexStart}
  ${indexEnd}

A list between them stays a list. A table keeps its columns; to choose them, write its first line yourself. A table with an unknown column is left as it is, and the file is not changed while a report cannot be read.`,
  options: {
    check: { help: 'changes nothing; the exit status is 1 if the table is out of date' },
    ...cachedLibraryOptions,
  },
  reads: 'the FILE, the reports in its folder and below, and the .postmortem.yml nearest to each.',
  writes: 'the part of the FILE between the two lines; with --check, nothing.',
  examples: [
    ['postmortem index', 'updates README.md'],
    ['postmortem index incidents/README.md --check', 'fails in CI if somebody forgot to'],
  ],
  exitStatus: '0 up to date, 1 out of date (with --check), 2 wrong usage or unreadable input.',
  run: async ({ values, names }, terminal) => {
    const [name = 'README.md', ...others] = names
    const [target] = await findTargets([name], terminal.folder)
    if (others.length > 0 || target?.kind !== 'file')
      throw new UsageError('Name one file, such as README.md.')
    const source = await readSource(target.path, terminal)
    if (typeof source === 'string') throw new UsageError(source)
    const folder = dirname(target.path)
    const collected = await collectIncidents([folder], values, terminal)
    if (collected.statusOr(status.clean) !== status.clean)
      throw new UsageError(`"${source.name}" is left as it is, because not every report could be read.`)
    const own = resolve(target.path)
    const incidents = collected.incidents.filter(({ file }) => resolve(terminal.folder, file) !== own)
    const overview = makeOverview(incidents, { by: null, since: null, hasMeans: false, now: terminal.now() })
    const pathOf = (file: string) => relative(folder, resolve(terminal.folder, file)).split(sep).join('/')
    const updated = updateIndex(source.text, overview.incidents, pathOf)
    if ('trouble' in updated) throw new UsageError(`"${source.name}" is left as it is. ${updated.trouble}`)
    const { text } = updated
    const shownName = toVisible(source.name)
    if (text === source.text) {
      terminal.writeError(`"${shownName}" is up to date.\n`)
      return status.clean
    }
    if (values.check === true) {
      terminal.writeError(`"${shownName}" is out of date. Run postmortem index ${shownName}.\n`)
      return status.findings
    }
    const trouble = replaceFile(target.path, source.bytes, text, terminal.folder)
    if (trouble !== null) throw new UsageError(`"${source.name}" cannot be written: ${trouble}.`)
    terminal.writeError(`"${shownName}" lists ${plural(incidents.length, 'incident')} now.\n`)
    return status.clean
  },
})

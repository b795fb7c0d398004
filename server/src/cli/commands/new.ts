import { statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beginReport, chooseTemplate, templatesFor } from '../../beginReport.ts'
import { nameReport } from '../../features/newReport.ts'
import { configuredTemplate, readBeginning } from '../../readBeginning.ts'
import { UsageError } from '../../usageError.ts'
import { defineCommand } from '../command.ts'
import { openService } from '../openService.ts'
import { configurationOptions, TeamConfigurations } from '../teamConfiguration.ts'
import { status } from '../terminal.ts'
import { describeTrouble } from '../trouble.ts'

const options = {
  template: {
    ...configurationOptions.template,
    help: 'the template, instead of the one configured for that folder',
  },
  title: { value: 'TEXT', help: 'what happened, in a few words' },
  severity: { value: 'TEXT', help: 'how severe it was, in the terms of your team' },
  start: { value: 'TIME', help: 'when it began, in UTC: 22:48, or "2026-03-14 22:48"' },
  end: { value: 'TIME', help: 'when it ended, in UTC' },
  config: {
    ...configurationOptions.config,
    help: 'the configuration file to use, instead of the nearest one',
  },
} as const

export const newReport = defineCommand({
  name: 'new',
  usage: 'postmortem new [PATH]',
  summary: 'Creates a report from a template.',
  details:
    'A PATH is a folder, a file that does not exist yet, or "-" for standard output; the default is the current folder. In a folder, the file is named after the UTC date and the title. Existing files are never overwritten. The path of the new file is printed.',
  options,
  reads: 'the .postmortem.yml nearest to the new file.',
  writes: 'one new file, or with "-" standard output.',
  examples: [
    ['postmortem new', 'a report with everything left to fill in'],
    ['postmortem new incidents/ --title "Checkout down" --start 22:48', 'a report with what is known so far'],
    ['postmortem new - --template public', 'a template to look at'],
    ['$EDITOR "$(postmortem new)"', 'opens the new report in an editor'],
  ],
  exitStatus: '0 done, 2 wrong usage, or the file already exists or cannot be written.',
  run: async ({ values, names }, terminal) => {
    const [name = '.', ...others] = names
    if (others.length > 0) throw new UsageError('Name one file or folder.')
    const now = terminal.now()
    const beginning = readBeginning(values, now, (name) => `--${name}`)
    const path =
      name === '-' ? null : findPlace(resolve(terminal.folder, name), name, nameReport(beginning, now))

    const service = openService(terminal)
    const { config, template } = values
    const configurations = await TeamConfigurations.from(service, terminal, config ? { config } : {})
    const team = await configurations.in(path === null ? terminal.folder : dirname(path))
    const all = templatesFor({ team })
    const chosen =
      template === undefined ? configuredTemplate(beginning, team, all) : chooseTemplate(template, all)
    const surroundings = path === null ? { team } : { team, address: pathToFileURL(path).href }
    const text = beginReport(service, surroundings, chosen, beginning)
    if (path !== null) write(path, text, relative(terminal.folder, path))
    await terminal.write(path === null ? text : `${relative(terminal.folder, path)}\n`)
    return status.clean
  },
})

/** The path that the report goes to. */
function findPlace(path: string, asGiven: string, fileName: string): string {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) return join(path, fileName)
  if (found === undefined && !/\.(?:md|markdown)$/i.test(path))
    throw new UsageError(`There is no folder "${asGiven}". Create it, or name a file that ends in .md.`)
  return path
}

/** Fails if the file exists, with no gap between check and write. Any link counts as existing, wherever it leads. */
function write(path: string, text: string, name: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' })
  } catch (error) {
    const exists = (error as NodeJS.ErrnoException).code === 'EEXIST'
    throw new UsageError(
      exists
        ? `"${name}" already exists. Name another file.`
        : `"${name}" cannot be written: ${describeTrouble(error)}.`,
    )
  }
}

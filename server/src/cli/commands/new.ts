import { statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beginReport, templatesFor } from '../../beginReport.ts'
import type { TeamConfiguration } from '../../config/teamConfiguration.ts'
import { printMoment, readMoment } from '../../features/moment.ts'
import { type Beginning, nameReport } from '../../features/newReport.ts'
import { inEnglish } from '../../messages/translate.ts'
import type { Template } from '../../templates/template.ts'
import { defineCommand } from '../command.ts'
import { openService } from '../openService.ts'
import type { Values } from '../options.ts'
import { configurationOptions, TeamConfigurations } from '../teamConfiguration.ts'
import { status, UsageError } from '../terminal.ts'
import { describeTrouble } from '../trouble.ts'
import { findById } from './templates.ts'

const options = {
  template: { value: 'NAME', help: 'the template, instead of the one that is configured' },
  title: { value: 'TEXT', help: 'what happened, in a few words' },
  severity: { value: 'TEXT', help: 'how severe it was, as your team says it' },
  start: { value: 'TIME', help: 'when it began, in UTC: 22:48, or "2026-03-14 22:48"' },
  end: { value: 'TIME', help: 'when it was over, in UTC' },
  config: { ...configurationOptions.config, help: 'a configuration file, instead of the nearest one' },
} as const

export const newReport = defineCommand({
  name: 'new',
  usage: 'postmortem new [PATH]',
  summary: 'Begins a report from a template.',
  details:
    'A PATH is a folder, a file that is not there yet, or "-" for standard output; without one it is this folder. In a folder, the file is called by the day in UTC and the title. Nothing is ever overwritten. The path of the new file is printed.',
  options,
  examples: [
    ['postmortem new', 'a report in which everything is to be filled in'],
    ['postmortem new incidents/ --title "Checkout down" --start 22:48', 'what is known by now'],
    ['postmortem new - --template public', 'a template to look at'],
    ['$EDITOR "$(postmortem new)"', 'a report to write at once'],
  ],
  exitStatus: '0 done, 2 wrong usage, or the file is there already or cannot be written.',
  run: async ({ values, names }, terminal) => {
    const [name = '.', ...others] = names
    if (others.length > 0) throw new UsageError('Name one file or folder.')
    const now = terminal.now()
    const beginning = readBeginning(values, now)
    const path =
      name === '-' ? null : findPlace(resolve(terminal.folder, name), name, nameReport(beginning, now))

    const service = openService(terminal)
    const { config, template } = values
    const configurations = await TeamConfigurations.from(service, terminal, config ? { config } : {})
    const team = await configurations.in(path === null ? terminal.folder : dirname(path))
    const all = templatesFor({ team })
    const chosen = template === undefined ? usualTemplate(beginning, team, all) : findById(template, all)
    const surroundings = path === null ? { team } : { team, address: pathToFileURL(path).href }
    const text = beginReport(service, surroundings, chosen, beginning)
    if (path !== null) write(path, text, relative(terminal.folder, path))
    await terminal.write(path === null ? text : `${relative(terminal.folder, path)}\n`)
    return status.clean
  },
})

function readBeginning({ title, severity, start, end }: Values<typeof options>, now: number): Beginning {
  if (end !== undefined && start === undefined) throw new UsageError('--end needs --start beside it.')
  const since = start === undefined ? null : readTime('--start', start, now, null)
  const until = end === undefined ? null : readTime('--end', end, now, since)
  return {
    title: toLine(title),
    severity: toLine(severity),
    start: since === null ? null : printMoment(since),
    end: until === null ? null : printMoment(until),
  }
}

function readTime(option: string, written: string, now: number, start: number | null): number {
  const moment = readMoment(written, now, start)
  if (moment.kind === 'refused')
    throw new UsageError(`${option} is "${written}". ${inEnglish(moment.reason)}`)
  return moment.instant
}

function toLine(text = ''): string | null {
  return text.replace(/\s+/g, ' ').trim() || null
}

/** Where the report goes, which nobody else has to be in the way of. */
function findPlace(path: string, asGiven: string, fileName: string): string {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) return join(path, fileName)
  if (found === undefined && !/\.(?:md|markdown)$/i.test(path))
    throw new UsageError(`There is no folder "${asGiven}". Make it, or name a file that ends in .md.`)
  return path
}

/** Opens what must not be there, so that nobody can come in between; a link is there, wherever it leads. */
function write(path: string, text: string, name: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' })
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST'
    throw new UsageError(
      isThere
        ? `"${name}" is there already and stays as it is. Name another file.`
        : `"${name}" cannot be written: ${describeTrouble(error)}.`,
    )
  }
}

/** As the configuration has it for reports that are as severe. */
function usualTemplate(
  { severity }: Beginning,
  { templatesBySeverity }: TeamConfiguration,
  [inForce]: readonly Template[],
): Template {
  const key = Object.keys(templatesBySeverity).find((each) => each.toLowerCase() === severity?.toLowerCase())
  return (key === undefined ? undefined : templatesBySeverity[key]) ?? (inForce as Template)
}

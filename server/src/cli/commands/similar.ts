import { resolve } from 'node:path'
import { writeJson } from '../../library/output/json.ts'
import { escapeMarkdown, writeLink, writeTable } from '../../library/output/markdown.ts'
import { findSimilar, type Similar } from '../../library/similar.ts'
import { listOf, readChoice } from '../../readChoice.ts'
import { UsageError } from '../../usageError.ts'
import { defineCommand, writesOutput } from '../command.ts'
import { findTargets } from '../findFiles.ts'
import { collectIncidents, libraryOptions } from '../incidents.ts'
import { status, type Terminal } from '../terminal.ts'
import { writeTerminalTable } from '../terminalTable.ts'

const formats = ['table', 'markdown', 'json'] as const

/** More would not be alike, and nobody would read them. */
const maxShown = 5
const maxWords = 6

export const similar = defineCommand({
  name: 'similar',
  usage: 'postmortem similar FILE [PATH…]',
  summary: 'Shows which earlier incidents look like this one, and which words they share.',
  details:
    'It looks in the PATHs, by default the current folder. It compares the words of title, cause, trigger, services and impact; rare words count more than common ones. The words are shown so that you can tell whether they mean something.',
  options: {
    format: { value: 'FORMAT', help: `${listOf(formats)} (table)` },
    ...libraryOptions,
  },
  reads: 'the FILE, the documents of the PATHs, and the .postmortem.yml nearest to each.',
  writes: writesOutput,
  examples: [
    ['postmortem similar incidents/2026-03-14-checkout-down.md', 'has this happened before?'],
    ['postmortem similar draft.md ../other-team/incidents', 'has it happened to another team?'],
  ],
  exitStatus: '0 done, 2 wrong usage or unreadable input.',
  run: async ({ values, names }, terminal) => {
    const format = readChoice(values.format ?? 'table', formats, 'format')
    const [name, ...places] = names
    const [target] = name === undefined ? [] : await findTargets([name], terminal.folder)
    if (name === undefined || target?.kind !== 'file') throw new UsageError('Name the report to compare.')
    const own = await collectIncidents([name], values, terminal)
    const [incident] = own.incidents
    if (incident === undefined) throw new UsageError(`"${name}" is not a report.`)
    const all = await collectIncidents(places, values, terminal)
    const isOwn = ({ file }: { readonly file: string }) => resolve(terminal.folder, file) === target.path
    const found = findSimilar(
      incident,
      all.incidents.filter((each) => !isOwn(each)),
    )
    await terminal.write(writers[format](found.slice(0, maxShown), terminal))
    return own.statusOr(all.statusOr(status.clean))
  },
})

const writers: Readonly<
  Record<(typeof formats)[number], (found: readonly Similar[], terminal: Terminal) => string>
> = {
  table: (found, terminal) =>
    found.length === 0
      ? 'No other incident looks like this one.\n'
      : writeTerminalTable(
          header,
          found.map((each) => [...cellsOf(each), `${each.incident.file}:${each.incident.line}`]),
          terminal,
        ),
  markdown: (found) =>
    `${writeTable(
      header.slice(0, -1),
      found.map((each) => {
        const [date = '', title = '', words = ''] = cellsOf(each)
        return [escapeMarkdown(date), writeLink(title, each.incident.file), escapeMarkdown(words)]
      }),
    )}\n`,
  json: (found) =>
    `${writeJson(
      found.map(({ incident: { file, line, title, date }, score, words }) => ({
        file,
        line,
        title,
        date: date?.value ?? null,
        score: Math.round(score * 100) / 100,
        words,
      })),
    )}\n`,
}

const header: readonly string[] = ['Date', 'Incident', 'Words in common', 'Report']

function cellsOf({ incident, words }: Similar): readonly string[] {
  return [incident.date?.value ?? '', incident.title, words.slice(0, maxWords).join(', ')]
}

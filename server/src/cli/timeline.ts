import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { writeMermaid } from '../features/timelineMermaid.ts'
import { drawTimeline } from '../features/timelinePicture.ts'
import { readSources, type SourceFile } from './files.ts'
import { openService } from './openService.ts'
import { configurationHelp, configurationOptions, TeamConfigurations } from './teamConfiguration.ts'
import { status, type Terminal, UsageError } from './terminal.ts'

export const timelineHelp = `postmortem timeline FILE --svg OUT | --mermaid [--config FILE] [--template NAME]

Draws the incident of one report on a time axis: its phases, its milestones and its timeline's entries.

  --svg OUT             writes an SVG picture to this file; "-" is standard output
  --mermaid             prints a Mermaid diagram
${configurationHelp}

Exit status: 0 done, 2 wrong usage, unreadable input, or no report with times.
`

export async function timeline(args: readonly string[], terminal: Terminal): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { svg: { type: 'string' }, mermaid: { type: 'boolean' }, ...configurationOptions },
  })
  if ((values.svg === undefined) === (values.mermaid === undefined))
    throw new UsageError('Say what to write: --svg OUT or --mermaid.')
  const configurations = new TeamConfigurations(openService(terminal), terminal, values)
  const source = await readOne(positionals, terminal)
  const { report } = await configurations.open(source)
  const drawn = values.svg === undefined ? writeMermaid(report) : drawTimeline(report, 'file')
  if (drawn === null) throw new UsageError(`${source.name} is no report with times, so nothing can be drawn.`)
  if (values.svg === undefined || values.svg === '-') terminal.write(`${drawn.trimEnd()}\n`)
  else await writePicture(values.svg, drawn, terminal)
  return status.clean
}

async function readOne(paths: readonly string[], terminal: Terminal): Promise<SourceFile> {
  const sources: SourceFile[] = []
  for await (const source of readSources(paths, terminal)) sources.push(source)
  const [source] = sources
  if (source === undefined || sources.length > 1)
    throw new UsageError('Name one document, or "-" for standard input.')
  return source
}

async function writePicture(path: string, svg: string, { folder }: Terminal): Promise<void> {
  try {
    await writeFile(resolve(folder, path), `${svg}\n`)
  } catch (error) {
    throw new UsageError(`"${path}" cannot be written: ${error instanceof Error ? error.message : error}`)
  }
}

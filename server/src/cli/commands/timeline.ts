import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { writeMermaid } from '../../features/picture/timelineMermaid.ts'
import { drawTimeline } from '../../features/picture/timelinePicture.ts'
import { UsageError } from '../../usageError.ts'
import { defineCommand } from '../command.ts'
import { findTargets } from '../findFiles.ts'
import { openService } from '../openService.ts'
import { readSource, type SourceFile } from '../readSources.ts'
import { configurationOptions, TeamConfigurations } from '../teamConfiguration.ts'
import { status, type Terminal } from '../terminal.ts'
import { describeTrouble } from '../trouble.ts'

export const timeline = defineCommand({
  name: 'timeline',
  usage: 'postmortem timeline FILE',
  summary: 'Draws the incident of one report on a time axis.',
  details: 'The picture shows its phases, its milestones and the entries of its timeline.',
  options: {
    svg: { value: 'OUT', help: 'writes an SVG picture to this file; "-" is standard output' },
    mermaid: { help: 'prints a Mermaid diagram' },
    ...configurationOptions,
  },
  reads: 'the FILE, and the .postmortem.yml nearest to it.',
  writes: 'standard output, or with --svg the file OUT, which is replaced.',
  examples: [
    ['postmortem timeline report.md --svg timeline.svg', 'a picture'],
    ['postmortem timeline report.md --mermaid', 'a diagram for a wiki'],
  ],
  exitStatus: '0 done, 2 wrong usage, unreadable input, or no report with times.',
  run: async ({ values, names }, terminal) => {
    const { svg, mermaid } = values
    if ((svg === undefined) === (mermaid === undefined))
      throw new UsageError('Say what to write: --svg OUT or --mermaid.')
    const source = await readOne(names, terminal)
    const configurations = await TeamConfigurations.from(openService(terminal), terminal, values)
    const { report } = await configurations.open(source)
    const drawn = svg === undefined ? writeMermaid(report) : drawTimeline(report, 'file')
    if (drawn === null)
      throw new UsageError(`${source.name} is not a report with times, so there is nothing to draw.`)
    if (svg === undefined || svg === '-') await terminal.write(`${drawn.trimEnd()}\n`)
    else await writePicture(svg, drawn, terminal)
    return status.clean
  },
})

async function readOne(names: readonly string[], terminal: Terminal): Promise<SourceFile> {
  const [target, ...others] = await findTargets(names, terminal.folder)
  if (others.length > 0 || (target?.kind !== 'file' && target?.kind !== 'input'))
    throw new UsageError('Name one document, or "-" for standard input.')
  const source = await readSource(target.kind === 'file' ? target.path : null, terminal)
  if (typeof source === 'string') throw new UsageError(source)
  return source
}

async function writePicture(path: string, svg: string, { folder }: Terminal): Promise<void> {
  try {
    await writeFile(resolve(folder, path), `${svg}\n`)
  } catch (error) {
    throw new UsageError(`"${path}" cannot be written: ${describeTrouble(error)}.`)
  }
}

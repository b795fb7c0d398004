import { type Arguments, type Options, readArguments } from './options.ts'
import type { Terminal } from './terminal.ts'
import { wrap } from './wrap.ts'

/** A subcommand of `postmortem`. */
export interface Command {
  readonly name: string
  /** The command line without options. */
  readonly usage: string
  /** One sentence, for the list of all commands. */
  readonly summary: string
  readonly options: Options
  /** The names that may follow, if they are no files. */
  readonly words?: readonly string[]
  readonly help: (terminal: Pick<Terminal, 'columns'>) => string
  /** Resolves to the exit status. */
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>
}

interface Definition<Own extends Options> extends Pick<Command, 'name' | 'usage' | 'summary' | 'words'> {
  /** The help text below the summary. */
  readonly details: string
  /** What the command reads and writes, so that nobody has to try it to know whether a file changes. */
  readonly reads: string
  readonly writes: string
  readonly options: Own
  /** Command lines, each with a description. */
  readonly examples: readonly (readonly [line: string, meaning: string])[]
  readonly exitStatus: string
  readonly run: (args: Arguments<Own>, terminal: Terminal) => Promise<number>
}

export function defineCommand<const Own extends Options>(definition: Definition<Own>): Command {
  const { name, usage, summary, words, options, run } = definition
  return {
    name,
    usage,
    summary,
    options,
    ...(words && { words }),
    help: (terminal) => writeHelp(definition, terminal),
    run: (args, terminal) => run(readArguments(args, options), terminal),
  }
}

/** The paths of commands that work on reports. */
export const pathsHelp =
  'A PATH is a file, a folder, a pattern in quotes, or "-" for standard input; the default is the current folder.'

export const readsPaths = 'the documents of the PATHs, and the .postmortem.yml nearest to each.'
export const writesOutput = 'standard output, and no file.'
export const writesOutputAndCache = 'standard output, and with --cache what it remembers.'

/** Aligns rows in two columns. */
export function writeTable(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([first]) => first.length))
  return rows.map(([first, second]) => `  ${first.padEnd(width)}  ${second}`.trimEnd()).join('\n')
}

function writeHelp(
  {
    usage,
    summary,
    details,
    reads,
    writes,
    options,
    examples,
    exitStatus,
  }: Omit<Definition<Options>, 'run' | 'name'>,
  terminal: Pick<Terminal, 'columns'>,
): string {
  const rows = Object.entries(options).map(
    ([name, { value, help }]) => [value ? `--${name} ${value}` : `--${name}`, help] as const,
  )
  const blocks = [
    `${usage}${rows.length > 0 ? ' [OPTION…]' : ''}`,
    wrap([summary, details].join('\n\n'), terminal),
    ...(rows.length > 0 ? [writeTable(rows)] : []),
    `Examples:\n${writeTable(examples)}`,
    [wrap(`Reads: ${reads}`, terminal), wrap(`Writes: ${writes}`, terminal)].join('\n'),
    wrap(`Exit status: ${exitStatus}`, terminal),
  ]
  return `${blocks.join('\n\n')}\n`
}

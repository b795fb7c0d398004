import { describeError } from '../service.ts'
import { inspect, inspectHelp } from './inspect.ts'
import { lint, lintHelp } from './lint.ts'
import { status, type Terminal, UsageError } from './terminal.ts'
import { timeline, timelineHelp } from './timeline.ts'

interface Command {
  readonly run: (args: readonly string[], terminal: Terminal) => Promise<number>
  readonly help: string
}

const commands: Readonly<Record<string, Command>> = {
  lint: { run: lint, help: lintHelp },
  inspect: { run: inspect, help: inspectHelp },
  timeline: { run: timeline, help: timelineHelp },
}

const help = `postmortem: checks incident postmortems written in Markdown

${Object.values(commands)
  .map((command) => `  ${command.help.split('\n', 1)[0]}`)
  .join('\n')}

postmortem COMMAND --help says more of a command; postmortem --version prints the version.
`

/** Runs one command and answers with the exit status. */
export async function run(args: readonly string[], terminal: Terminal, version: string): Promise<number> {
  const [name, ...rest] = args
  try {
    if (name === undefined || name === '--help' || name === '-h') {
      terminal.write(help)
      return name === undefined ? status.usage : status.clean
    }
    if (name === '--version') {
      terminal.write(`${version}\n`)
      return status.clean
    }
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (command === undefined) throw new UsageError(`There is no command "${name}". Try postmortem --help.`)
    if (rest.includes('--help') || rest.includes('-h')) {
      terminal.write(command.help)
      return status.clean
    }
    return await command.run(rest, terminal)
  } catch (error) {
    terminal.writeError(`postmortem: ${isUsersMistake(error) ? error.message : describeError(error)}\n`)
    return status.usage
  }
}

function isUsersMistake(error: unknown): error is Error {
  if (error instanceof UsageError) return true
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS')
}

import { findNearest } from '../config/didYouMean.ts'
import { describeError } from '../service.ts'
import { UsageError } from '../usageError.ts'
import { type Command, writeTable } from './command.ts'
import { actions } from './commands/actions.ts'
import { defineCompletion } from './commands/completion.ts'
import { indexReports } from './commands/indexReports.ts'
import { inspect } from './commands/inspect.ts'
import { lint } from './commands/lint.ts'
import { lsp } from './commands/lsp.ts'
import { mcp } from './commands/mcp.ts'
import { newReport } from './commands/new.ts'
import { publish } from './commands/publish.ts'
import { report } from './commands/report.ts'
import { rules } from './commands/rules.ts'
import { similar } from './commands/similar.ts'
import { templates } from './commands/templates.ts'
import { timeline } from './commands/timeline.ts'
import { asksForHelp } from './options.ts'
import { toVisible } from './reporters/visible.ts'
import { status, type Terminal } from './terminal.ts'

const commands: readonly Command[] = [
  lint,
  newReport,
  inspect,
  timeline,
  report,
  actions,
  indexReports,
  similar,
  publish,
  rules,
  templates,
  lsp,
  mcp,
  defineCompletion(() => commands),
]

const help = `postmortem COMMAND

Checks incident postmortems written in Markdown.

${writeTable(commands.map(({ name, summary }) => [name, summary]))}

postmortem COMMAND --help explains a command; postmortem --version prints the version.
`

/** Runs one command and resolves to the exit status. */
export async function run(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args
  try {
    if (name === undefined) {
      terminal.writeError(help)
      return status.usage
    }
    if (name === '--help' || name === '-h' || (name === 'help' && rest.length === 0)) {
      await terminal.write(help)
      return status.clean
    }
    if (name === '--version') {
      await terminal.write(`${terminal.version}\n`)
      return status.clean
    }
    const isHelp = name === 'help'
    const command = findCommand(isHelp ? (rest[0] as string) : name)
    if (isHelp || asksForHelp(rest)) {
      await terminal.write(command.help(terminal))
      return status.clean
    }
    return await command.run(rest, terminal)
  } catch (error) {
    // The stack of a failure has lines of its own, each of which could be a command to a workflow.
    const lines = error instanceof UsageError ? [error.message] : describeError(error).split('\n')
    terminal.writeError(`postmortem: ${lines.map(toVisible).join('\n  ')}\n`)
    return status.usage
  }
}

/** What people type for a command because other tools call it that. */
const otherNames: Readonly<Record<string, string>> = { check: 'lint', fix: 'lint --fix', init: 'new' }

function findCommand(name: string): Command {
  const found = commands.find((each) => each.name === name)
  if (found !== undefined) return found
  const nearest = Object.hasOwn(otherNames, name)
    ? (otherNames[name] ?? null)
    : findNearest(
        name,
        commands.map((each) => each.name),
      )
  const advice = nearest === null ? 'See postmortem --help.' : `Did you mean "${nearest}"?`
  throw new UsageError(`There is no command "${name}". ${advice}`)
}

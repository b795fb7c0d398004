import { defineCommand } from '../command.ts'
import { type CheckedDocument, checkDocuments } from '../documents.ts'
import { findTargets } from '../findFiles.ts'
import { type FixedDocument, fixDocuments } from '../fixDocuments.ts'
import { type LintedFile, toLintedFile } from '../lintedFile.ts'
import { openService } from '../openService.ts'
import { listOf, readChoice } from '../options.ts'
import { Progress } from '../progress.ts'
import { reporters } from '../reporters/index.ts'
import { configurationOptions, TeamConfigurations } from '../teamConfiguration.ts'
import { status, UsageError } from '../terminal.ts'
import { addFile, nothing, summarizeFixes, type Totals } from '../totals.ts'
import { noteTroubles } from '../trouble.ts'

const formats = Object.keys(reporters) as (keyof typeof reporters)[]

export const lint = defineCommand({
  name: 'lint',
  usage: 'postmortem lint [PATH…]',
  summary: 'Checks the reports among Markdown files.',
  details:
    'A PATH is a file, a folder, a pattern in quotes, or "-" for standard input; without any it is this folder. Folders are searched for Markdown and for what the configuration calls a report, except hidden folders and node_modules. What is no postmortem is passed over.',
  options: {
    format: { value: 'FORMAT', help: `how findings are written: ${listOf(formats)} (text)` },
    'max-warnings': { value: 'N', help: 'how many warnings are let pass (0)' },
    fix: { help: 'makes the safe fixes first: to files in place, to standard input on standard output' },
    ...configurationOptions,
    color: { help: 'colours, whatever the output is' },
    'no-color': { help: 'no colours' },
  },
  examples: [
    ['postmortem lint reports/', 'all reports in a folder'],
    ["postmortem lint 'teams/*/incidents/**/*.md'", 'all that a pattern matches'],
    ['postmortem lint --fix', 'puts right what can be put right unasked'],
    ['postmortem lint --format github', 'annotations in a workflow of GitHub'],
    ['git show HEAD:report.md | postmortem lint -', 'what comes by pipe'],
  ],
  exitStatus: '0 clean, 1 an error or more warnings than are let pass, 2 wrong usage or unreadable input.',
  run: async ({ values, names }, terminal) => {
    const report = reporters[readChoice(values.format ?? 'text', formats, 'format')]
    const mostWarnings = readCount(values['max-warnings'] ?? '0', '--max-warnings')
    const isFilter = values.fix === true && names.includes('-')
    if (isFilter && names.length > 1)
      throw new UsageError('With --fix, "-" stands alone, because the text goes to standard output.')
    // The fixed text has the output for itself.
    const write = isFilter ? terminal.writeError : terminal.write
    const color = values['no-color'] ? false : (values.color ?? (terminal.color && !isFilter))
    const service = openService(terminal)
    const configurations = await TeamConfigurations.from(service, terminal, values)
    const targets = await findTargets(names.length > 0 ? names : ['.'], terminal.folder)

    const progress = new Progress(terminal)
    const troubles = noteTroubles(terminal, () => progress.clear())
    const { complain } = troubles
    const documents = checkDocuments(targets, { service, configurations, complain }, terminal)
    const linted = values.fix ? fixDocuments(documents, complain, terminal) : documents
    let totals = nothing
    const files = async function* () {
      for await (const file of toFiles(linted, configurations)) {
        totals = addFile(totals, file)
        progress.show(totals)
        yield file
      }
    }
    for await (const text of report(files(), { ...terminal, color })) {
      progress.clear()
      await write(text)
    }
    progress.clear()
    if (values.fix) terminal.writeError(`${summarizeFixes(totals)}\n`)
    return troubles.statusOr(isFailing(totals, mostWarnings) ? status.findings : status.clean)
  },
})

/** The documents, and before the first one that it holds for, each configuration file with mistakes. */
async function* toFiles(
  documents: AsyncIterable<CheckedDocument & Partial<FixedDocument>>,
  configurations: TeamConfigurations,
): AsyncGenerator<LintedFile> {
  for await (const { source, document, findings, fixed = 0 } of documents) {
    yield* configurations.takeMistaken()
    const { name, path, text } = source
    const { postmortem } = document.report.recognition
    yield toLintedFile({ name, path, text, postmortem, findings, fixed })
  }
  yield* configurations.takeMistaken()
}

function readCount(written: string, option: string): number {
  if (/^\d{1,9}$/.test(written)) return Number(written)
  throw new UsageError(`${option} takes a whole number, not "${written}".`)
}

function isFailing({ findings }: Totals, mostWarnings: number): boolean {
  return findings.error > 0 || findings.warning > mostWarnings
}

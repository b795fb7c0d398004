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
import { addFile, noTotals, summarizeFixes, type Totals } from '../totals.ts'
import { noteTroubles } from '../trouble.ts'

const formats = Object.keys(reporters) as (keyof typeof reporters)[]

export const lint = defineCommand({
  name: 'lint',
  usage: 'postmortem lint [PATH…]',
  summary: 'Checks the reports among Markdown files.',
  details:
    'A PATH is a file, a folder, a pattern in quotes, or "-" for standard input; the default is the current folder. Folders are searched for Markdown and for files that the configuration counts as reports, except hidden folders and node_modules. Documents that are not postmortems are skipped.',
  options: {
    format: { value: 'FORMAT', help: `how findings are written: ${listOf(formats)} (text)` },
    'max-warnings': { value: 'N', help: 'the number of warnings to allow (0)' },
    fix: { help: 'applies the safe fixes first, in place or from standard input to standard output' },
    ...configurationOptions,
    color: { help: 'colours, even if the output is not a terminal' },
    'no-color': { help: 'no colours' },
  },
  examples: [
    ['postmortem lint reports/', 'all reports in a folder'],
    ["postmortem lint 'teams/*/incidents/**/*.md'", 'everything that a pattern matches'],
    ['postmortem lint --fix', 'fixes everything that is safe to fix'],
    ['postmortem lint --format github', 'annotations in a GitHub workflow'],
    ['git show HEAD:report.md | postmortem lint -', 'a report from a pipe'],
  ],
  exitStatus: '0 clean, 1 errors or too many warnings, 2 wrong usage or unreadable input.',
  run: async ({ values, names }, terminal) => {
    const report = reporters[readChoice(values.format ?? 'text', formats, 'format')]
    const maxWarnings = readCount(values['max-warnings'] ?? '0', '--max-warnings')
    const isFilter = values.fix === true && names.includes('-')
    if (isFilter && names.length > 1)
      throw new UsageError('With --fix, "-" must be the only path, because the text goes to standard output.')
    // Standard output is reserved for the fixed text.
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
    let totals = noTotals
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
    return troubles.statusOr(isFailing(totals, maxWarnings) ? status.findings : status.clean)
  },
})

/** The documents, with each faulty configuration file before the first document that it applies to. */
async function* toFiles(
  documents: AsyncIterable<CheckedDocument & Partial<FixedDocument>>,
  configurations: TeamConfigurations,
): AsyncGenerator<LintedFile> {
  for await (const { source, document, findings, fixed = 0 } of documents) {
    yield* configurations.takeFaultyFiles()
    const { name, path, text } = source
    const { postmortem } = document.report.recognition
    yield toLintedFile({ name, path, text, postmortem, findings, fixed })
  }
  yield* configurations.takeFaultyFiles()
}

function readCount(written: string, option: string): number {
  if (/^\d{1,9}$/.test(written)) return Number(written)
  throw new UsageError(`${option} takes a whole number, not "${written}".`)
}

function isFailing({ findings }: Totals, maxWarnings: number): boolean {
  return findings.error > 0 || findings.warning > maxWarnings
}

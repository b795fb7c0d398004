import { resolve } from 'node:path'
import { listOf, readChoice } from '../../readChoice.ts'
import { UsageError } from '../../usageError.ts'
import { defineCommand, pathsHelp } from '../command.ts'
import { lintDocuments, type Request } from '../lintDocuments.ts'
import { cacheOptions, chooseCacheFolder } from '../linting/cacheOptions.ts'
import { readOutputs } from '../outputs.ts'
import { formats } from '../reporters/index.ts'
import { readRuleSeverities, readSeverity, severityOptions } from '../severityOptions.ts'
import { configurationOptions } from '../teamConfiguration.ts'
import { lintOnChange } from '../watch.ts'

export const lint = defineCommand({
  name: 'lint',
  usage: 'postmortem lint [PATH…]',
  summary: 'Checks the reports among Markdown files.',
  details: `${pathsHelp} Folders are searched for Markdown and for files that the configuration counts as reports, except hidden folders and node_modules. A file is checked on its own, and nothing else in its folder. Documents that are not postmortems are skipped.\n\nTo adopt it in a repository that has old findings, run it with --since in pull requests, or write a baseline once.`,
  options: {
    format: { value: 'FORMAT', words: formats, help: `how findings are written: ${listOf(formats)} (text)` },
    output: {
      value: 'FORMAT=FILE',
      words: formats,
      repeats: true,
      help: 'writes this format to a file as well; may be repeated',
    },
    quiet: { help: 'prints findings only: no summary, and no progress' },
    since: { value: 'REF', help: 'only findings that are new since the branch left this commit, with git' },
    baseline: { value: 'FILE', help: 'only findings that this file does not list' },
    'write-baseline': { help: 'lists all findings in the baseline, and reports none' },
    ...severityOptions,
    'max-warnings': { value: 'N', help: 'the number of warnings to allow (0)' },
    fix: { help: 'applies the safe fixes first, in place or from standard input to standard output' },
    'dry-run': { help: 'with --fix: changes nothing, and prints what would change as a diff' },
    watch: { help: 'checks again whenever something changes, until Ctrl+C' },
    ...cacheOptions,
    ...configurationOptions,
    'stdin-filename': { value: 'PATH', help: 'checks standard input as if it were this file' },
    color: { help: 'colours, even if the output is not a terminal' },
    'no-color': { help: 'no colours' },
  },
  reads:
    'the documents of the PATHs, the .postmortem.yml nearest to each, and whether linked files exist. With --since, the repository.',
  writes:
    'standard output. With --fix, the documents that have safe fixes; with --output and --write-baseline, the named files; with --cache, a file of its own outside of the repository.',
  examples: [
    ['postmortem lint reports/', 'all reports in a folder'],
    ["postmortem lint 'teams/*/incidents/**/*.md'", 'everything that a pattern matches'],
    ['postmortem lint --since origin/main', 'what a pull request adds'],
    ['postmortem lint --baseline old.json --write-baseline', 'lists what is there already'],
    ['postmortem lint --baseline old.json', 'everything else'],
    ['postmortem lint --fix --dry-run', 'what --fix would change'],
    ['postmortem lint --format github --output sarif=a.sarif', 'annotations in a workflow, and a file'],
    ['postmortem lint --severity warning --rule section-order=off', 'less than is configured'],
    ['git show :a.md | postmortem lint - --stdin-filename a.md', 'what is staged, before a commit'],
  ],
  exitStatus: '0 clean, 1 errors or too many warnings, 2 wrong usage or unreadable input.',
  run: async ({ values, names: written }, terminal) => {
    const inputPath = values['stdin-filename'] ?? null
    const names = written.length > 0 ? written : [inputPath === null ? '.' : '-']
    const readsInput = names.includes('-')
    const { fix = false, watch = false } = values
    const [isDry, writesBaseline] = [values['dry-run'] === true, values['write-baseline'] === true]
    if (inputPath !== null && !readsInput)
      throw new UsageError('--stdin-filename is about standard input. Add "-" to the paths.')
    if (fix && readsInput && names.length > 1)
      throw new UsageError('With --fix, "-" must be the only path, because the text goes to standard output.')
    if (isDry && !fix) throw new UsageError('--dry-run is about --fix. Add --fix.')
    if (writesBaseline && values.baseline === undefined)
      throw new UsageError('--write-baseline needs a file: --baseline FILE --write-baseline.')
    if (writesBaseline && values.since !== undefined)
      throw new UsageError('A baseline lists all findings, and --since leaves some out. Leave out --since.')
    if (writesBaseline && isDry)
      throw new UsageError(
        '--write-baseline writes a file, and --dry-run writes none. Leave out one of them.',
      )
    if (watch && (readsInput || writesBaseline))
      throw new UsageError('--watch is about files that change. Leave out "-" and --write-baseline.')
    const request: Request = {
      names,
      inputPath: inputPath === null ? null : resolve(terminal.folder, inputPath),
      format: readChoice(values.format ?? 'text', formats, 'format'),
      outputs: readOutputs(values.output),
      quiet: values.quiet === true,
      color: values['no-color'] ? false : (values.color ?? null),
      since: values.since ?? null,
      baseline: values.baseline ?? null,
      writesBaseline,
      severity: readSeverity(values.severity ?? 'hint'),
      maxWarnings: readCount(values['max-warnings'] ?? '0', '--max-warnings'),
      fixes: fix ? (isDry ? 'as diff' : readsInput ? 'to output' : 'in place') : null,
      cacheFolder: chooseCacheFolder(values, terminal),
      chosen: { ...values, rules: readRuleSeverities(values.rule) },
    }
    return watch ? lintOnChange(request, terminal) : lintDocuments(request, terminal)
  },
})

function readCount(written: string, option: string): number {
  if (/^\d{1,9}$/.test(written)) return Number(written)
  throw new UsageError(`${option} takes a whole number, not "${written}".`)
}

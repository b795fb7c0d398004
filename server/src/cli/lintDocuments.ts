import { type LintedFile, toLintedFile } from '../checking/lintedFile.ts'
import { toReportFacts } from '../checking/reportFacts.ts'
import type { Severity } from '../checking/rule.ts'
import { plural } from '../library/output/plural.ts'
import { type CheckedDocument, type Checking, checkDocuments, toComparable } from './documents.ts'
import { findTargets, type Target } from './findFiles.ts'
import { type FixedDocument, fixDocuments, type Save } from './fixes/fixDocuments.ts'
import { replaceFixed, writeDiff, writeFixed } from './fixes/saveFixed.ts'
import { readBaseline, writeBaseline } from './known/baseline.ts'
import { holdBack, type Known } from './known/holdBack.ts'
import { openSince } from './known/since.ts'
import { compareFiles } from './linting/compareFiles.ts'
import { openLinter } from './linting/openLinter.ts'
import { type ChosenOutput, openOutputs, writeOutputs } from './outputs.ts'
import { Progress } from './progress.ts'
import type { Format } from './reporters/index.ts'
import { toVisible } from './reporters/visible.ts'
import { keepSevere, severeFrom } from './severityOptions.ts'
import type { Chosen } from './teamConfiguration.ts'
import { status, type Terminal } from './terminal.ts'
import { addFile, noTotals, summarizeFixes, summarizeHeldBack, type Totals } from './totals.ts'
import { type Complain, noteTroubles } from './trouble.ts'

/** What `postmortem lint` is asked to do. */
export interface Request {
  readonly names: readonly string[]
  /** The path that standard input is checked as; null if it has none. */
  readonly inputPath: string | null
  readonly format: Format
  readonly outputs: readonly ChosenOutput[]
  readonly quiet: boolean
  /** Null leaves it to the terminal. */
  readonly color: boolean | null
  readonly since: string | null
  readonly baseline: string | null
  readonly writesBaseline: boolean
  readonly severity: Severity
  readonly maxWarnings: number
  readonly fixes: keyof typeof saves | null
  readonly chosen: Chosen
  /** The folder for findings that are remembered; null if none are. */
  readonly cacheFolder: string | null
}

type Filter = (documents: AsyncIterable<CheckedDocument>) => AsyncIterable<CheckedDocument>

const saves = {
  'in place': replaceFixed,
  'to output': writeFixed,
  'as diff': writeDiff,
} satisfies Readonly<Record<string, (terminal: Terminal) => Save>>

/** Checks everything once: documents → filters → fixes → reporters. Resolves to the exit status. */
export async function lintDocuments(
  request: Request,
  terminal: Terminal,
  onFolder: (folder: string) => void = () => {},
): Promise<number> {
  const { quiet, fixes, inputPath, severity } = request
  const { service, configurations, lint } = await openLinter(request, terminal)
  const targets = await findTargets(request.names, terminal.folder)
  const baseline =
    request.baseline === null || request.writesBaseline
      ? null
      : await readBaseline(request.baseline, terminal.folder)
  const since =
    request.since === null ? null : await openSince(request.since, { service, configurations }, terminal)

  const progress = new Progress({ ...terminal, showsProgress: terminal.showsProgress && !quiet })
  const troubles = noteTroubles(terminal, () => progress.clear())
  const note = (sentence: string) => {
    if (!quiet) terminal.writeError(`${sentence}\n`)
  }
  const searching = { ...troubles, inputPath, onFolder }
  const known = [since, baseline].filter((each) => each !== null)
  const filters = chooseFilters(request, known, troubles.complain, terminal)
  const documents = filters.reduce<AsyncIterable<CheckedDocument>>(
    (all, filter) => filter(all),
    checkDocuments(targets, { ...searching, service, configurations }, terminal),
  )
  try {
    // What changes a document or compares it with another one needs the document itself.
    const isShared = fixes === null && since === null && baseline === null
    const files = isShared ? lint(targets, searching) : toFiles(documents, { service, configurations })
    const compared = targets.some(isSearched)
      ? compareFiles(showProgress(files, progress), {
          compare: service.compare,
          isSevere: severeFrom(severity),
          formerly: known.map(({ findFormerly }) => findFormerly),
        })
      : showProgress(files, progress)
    if (request.baseline !== null && request.writesBaseline) {
      const count = await writeBaseline(request.baseline, terminal.folder, compared)
      progress.clear()
      note(`Wrote ${plural(count, 'finding')} to ${request.baseline}.`)
      return troubles.statusOr(status.clean)
    }
    const unrecognised: string[] = []
    const totals = await report(noteUnrecognised(compared, unrecognised), progress, request, terminal)
    // Hooks name every file of a change, so it is told only if there is no report among them.
    if (totals.postmortems === 0 && targets.every(({ kind }) => kind === 'file'))
      for (const name of unrecognised)
        note(
          `"${toVisible(name)}" was not recognised as a postmortem, so it was not checked. If it is one, write "postmortem: true" in its front matter. "postmortem inspect" says why.`,
        )
    if (fixes !== null) note(summarizeFixes(totals, fixes === 'as diff'))
    if (since !== null || baseline !== null) note(summarizeHeldBack(totals))
    return troubles.statusOr(isFailing(totals, request) ? status.findings : status.clean)
  } finally {
    since?.close()
  }
}

/** Of the files that cannot be a configuration. */
async function* noteUnrecognised(
  files: AsyncIterable<LintedFile>,
  names: string[],
): AsyncGenerator<LintedFile> {
  for await (const file of files) {
    if (file.report === null && !/\.ya?ml$/i.test(file.name)) names.push(file.name)
    yield file
  }
}

function chooseFilters(
  { severity, fixes }: Request,
  known: readonly Known[],
  complain: Complain,
  terminal: Terminal,
): readonly Filter[] {
  const filters: Filter[] = [(documents) => keepAllSevere(documents, severity)]
  for (const { findKnown } of known) filters.push((documents) => holdBack(documents, findKnown))
  if (fixes !== null) {
    const save = saves[fixes](terminal)
    filters.push((documents) => fixDocuments(documents, save, complain))
  }
  return filters
}

async function report(
  files: AsyncIterable<LintedFile>,
  progress: Progress,
  { format, outputs, fixes, quiet, color }: Request,
  terminal: Terminal,
): Promise<Totals> {
  let totals = noTotals
  const counted = async function* () {
    for await (const file of files) {
      totals = addFile(totals, file)
      yield file
    }
  }
  // Standard output may be reserved for a fixed text or a diff.
  const isReserved = fixes === 'to output' || fixes === 'as diff'
  const write = isReserved ? async (text: string) => terminal.writeError(text) : terminal.write
  const surroundings = { ...terminal, quiet, color: color ?? (terminal.color && !isReserved) }
  const opened = await openOutputs(outputs, surroundings)
  const shown = {
    format,
    surroundings,
    write: async (text: string) => {
      progress.clear()
      await write(text)
    },
    close: async () => progress.clear(),
  }
  await writeOutputs(counted(), [shown, ...opened])
  return totals
}

/** A file that is named is checked alone; reports are compared where somebody asks for all of them. */
function isSearched({ kind }: Target): boolean {
  return kind === 'folder' || kind === 'glob'
}

async function* showProgress(
  files: AsyncIterable<LintedFile>,
  progress: Progress,
): AsyncGenerator<LintedFile> {
  let totals = noTotals
  for await (const file of files) {
    totals = addFile(totals, file)
    progress.show(totals)
    yield file
  }
}

async function* keepAllSevere(
  documents: AsyncIterable<CheckedDocument>,
  severity: Severity,
): AsyncGenerator<CheckedDocument> {
  for await (const checked of documents) yield keepSevere(checked, severity)
}

/** The documents, with each faulty configuration file before the first document that it applies to. */
async function* toFiles(
  documents: AsyncIterable<CheckedDocument & Partial<FixedDocument>>,
  { service, configurations }: Pick<Checking, 'service' | 'configurations'>,
): AsyncGenerator<LintedFile> {
  for await (const checked of documents) {
    yield* configurations.takeFaultyFiles()
    const { source, document, findings, fixed = 0, heldBack = 0 } = checked
    const { name, path, text } = source
    yield toLintedFile({
      name,
      path,
      text,
      report: toReportFacts(document.report),
      findings,
      fixed,
      heldBack,
      comparable: toComparable(checked, service),
    })
  }
  yield* configurations.takeFaultyFiles()
}

function isFailing({ findings }: Totals, { maxWarnings }: Request): boolean {
  return findings.error > 0 || findings.warning > maxWarnings
}

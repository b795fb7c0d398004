import { type Comparable, listPlaces } from '../library/comparable.ts'
import type { Incident } from '../library/incident.ts'
import { countWhile } from '../lists/countWhile.ts'
import { joinPrivateKeys } from '../postmortem/disclosures/privateKeys.ts'
import { findSecrets } from '../postmortem/disclosures/secrets.ts'
import type { Edit, Range } from '../postmortem/lines/passage.ts'
import type { ComparableReport } from './compareReports.ts'
import type { ReportFacts } from './reportFacts.ts'
import type { Finding, Related, Severity } from './rule.ts'

/** A document with its findings, safe to be shown: secrets and text that a finding conceals are masked everywhere. */
export interface LintedFile {
  readonly name: string
  /** Null for standard input. */
  readonly path: string | null
  /** Those that findings are in or that are compared, in their order. All others are forgotten with the text. */
  readonly lines: readonly KeptLine[]
  /** True if something in the text must not be shown. */
  readonly conceals: boolean
  /** Null for a document that is not a report. */
  readonly report: ReportFacts | null
  readonly findings: readonly PlacedFinding[]
  /** The number of findings that have been fixed already. */
  readonly fixed: number
  /** The number of findings that are left out because they were there before. */
  readonly heldBack?: number
  /** Those that the document reports on. */
  readonly incidents: readonly Incident[]
  /** What is compared with other reports, where many are linted together. */
  readonly comparable?: ComparableReport | null
}

export interface KeptLine {
  /** Counted from 1. */
  readonly line: number
  /** The offset of the line in the document. */
  readonly start: number
  readonly text: string
}

export interface PlacedFinding extends Place {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly conceal: boolean
  readonly related: readonly PlacedRelated[]
  readonly fixes: readonly PlacedFix[]
}

export interface PlacedRelated extends Place {
  readonly message: string
  /** The document that it is in, if that is another one. */
  readonly document?: Pick<LintedFile, 'name' | 'path'>
}

export interface PlacedFix {
  readonly title: string
  readonly safe: boolean
  readonly edits: readonly (Place & { readonly text: string })[]
}

/** Lines and columns count from 1, as in other command-line tools; columns count UTF-16 units. */
export interface Place {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

interface Linted extends Omit<LintedFile, 'findings' | 'lines' | 'conceals' | 'incidents'> {
  readonly text: string
  readonly findings: readonly Finding[]
}

export function toLintedFile({ findings, text, report, ...file }: Linted): LintedFile {
  const concealed = findConcealed(text, findings)
  const mask = createMask(concealed.map(({ start, end }) => text.slice(start, end)))
  const starts = findLineStarts(text)
  const placed = placeFindings(findings, createPlacer(starts), mask)
  return {
    ...file,
    lines: keepLines(maskRanges(concealed, text), starts, placed, file.comparable?.incidents ?? []),
    conceals: concealed.length > 0,
    incidents: (file.comparable?.incidents ?? []).map(({ incident }) => incident),
    report: report === null ? null : { ...report, title: report.title && mask(report.title) },
    findings: placed,
  }
}

/** The lines of a text that has nothing to conceal. */
export function findKeptLines(
  text: string,
  { findings, comparable }: Pick<LintedFile, 'findings' | 'comparable'>,
): readonly KeptLine[] {
  return keepLines(text, findLineStarts(text), findings, comparable?.incidents ?? [])
}

/** Puts dots in place of everything that must not be shown. */
export function maskText(text: string, findings: readonly Finding[]): string {
  return maskRanges(findConcealed(text, findings), text)
}

/**
 * Adds findings about compared values, in reading order, to a file whose lines are masked already. Of the other files,
 * only those that are found can be pointed to.
 */
export function addFindings(
  file: LintedFile,
  findings: readonly Finding[],
  findFile: (name: string) => LintedFile | undefined = () => undefined,
): LintedFile {
  const added = placeFindings(findings, createPlacer(file.lines), (shown) => shown, findFile)
  return {
    ...file,
    findings: [...file.findings, ...added].sort(
      (one, other) => one.line - other.line || one.column - other.column,
    ),
  }
}

/** The finding about a secret may have been left out, and what is left shows the line that the secret is in. */
function findConcealed(text: string, findings: readonly Finding[]): readonly Range[] {
  return [
    ...findings.filter(({ conceal }) => conceal).map(({ range }) => range),
    ...joinPrivateKeys(findSecrets(text)),
  ]
}

/** Without copying, a line would keep the whole text in memory. */
function keepLines(
  text: string,
  starts: readonly LineStart[],
  findings: readonly PlacedFinding[],
  incidents: readonly Comparable[],
): readonly KeptLine[] {
  const place = createPlacer(starts)
  const compared = incidents.flatMap(({ places }) => listPlaces(places).map(place))
  const shown = findings.map(({ line }) => line)
  const numbers = new Set([...shown, ...compared.flatMap(({ line, endLine }) => [line, endLine])])
  const kept = [...numbers]
    .sort((one, other) => one - other)
    .flatMap((line) => {
      const start = starts[line - 1]?.start
      if (start === undefined) return []
      const [content = ''] = text.slice(start, starts[line]?.start).split(/[\r\n]/, 1)
      return { line, start, text: content }
    })
  return JSON.parse(JSON.stringify(kept))
}

function placeFindings(
  findings: readonly Finding[],
  place: (range: Range) => Place,
  mask: (shown: string) => string,
  findFile: (name: string) => LintedFile | undefined = () => undefined,
): readonly PlacedFinding[] {
  const placeEdit = (edit: Edit) => ({ ...place(edit), text: edit.text })
  return findings.map(({ rule, severity, message, range, conceal = false, related = [], fixes }) => ({
    rule,
    severity,
    message: mask(message),
    ...place(range),
    conceal,
    related: related.flatMap((each) => placeRelated(each, place, mask, findFile)),
    // A fix that inserts a secret elsewhere would reveal it.
    fixes: fixes
      .filter(({ edits }) => !edits.some((edit) => mask(edit.text) !== edit.text))
      .map(({ title, safe = false, edits }) => ({ title: mask(title), safe, edits: edits.map(placeEdit) })),
  }))
}

function placeRelated(
  { message, range, file }: Related<string>,
  place: (range: Range) => Place,
  mask: (shown: string) => string,
  findFile: (name: string) => LintedFile | undefined,
): readonly PlacedRelated[] {
  if (file === undefined) return [{ message: mask(message), ...place(range) }]
  const other = findFile(file)
  if (other === undefined) return []
  const { name, path, lines } = other
  return [{ message: mask(message), ...createPlacer(lines)(range), document: { name, path } }]
}

/**
 * Puts dots in place of the secrets wherever a text quotes them, the longest first. A report may have thousands of
 * findings and of secrets, so it is not searched for each of them.
 */
function createMask(texts: readonly string[]): (shown: string) => string {
  const secrets = new Set(texts.filter((each) => each !== ''))
  if (secrets.size === 0) return (shown) => shown
  const lengths = [...new Set(Array.from(secrets, ({ length }) => length))].sort((one, other) => other - one)
  const shortest = lengths.at(-1)!
  const starts = new Set(Array.from(secrets, (each) => each.slice(0, shortest)))
  return (shown) => {
    const parts: string[] = []
    let masked = 0
    for (let at = 0; at < shown.length; at += 1) {
      if (!starts.has(shown.slice(at, at + shortest))) continue
      const length = lengths.find((each) => secrets.has(shown.slice(at, at + each)))
      if (length === undefined) continue
      parts.push(shown.slice(masked, at), dots(shown.slice(at, at + length)))
      masked = at + length
      at = masked - 1
    }
    return parts.join('') + shown.slice(masked)
  }
}

function maskRanges(ranges: readonly Range[], text: string): string {
  const parts: string[] = []
  let at = 0
  for (const { start, end } of [...ranges].sort((one, other) => one.start - other.start)) {
    if (end <= at) continue
    const from = Math.max(at, start)
    parts.push(text.slice(at, from), dots(text.slice(from, end)))
    at = end
  }
  return parts.join('') + text.slice(at)
}

/** As long as the masked text, so that everything else keeps its place. */
function dots(text: string): string {
  return text.replace(/[^\r\n]/g, '•')
}

type LineStart = Pick<KeptLine, 'line' | 'start'>

/**
 * Finds the line starts once for any number of ranges. `MarkdownDocument.positionAt` is no substitute: configuration
 * files come through here too, and it scans a whole block again for each position.
 */
function findLineStarts(text: string): readonly LineStart[] {
  const ends = Array.from(text.matchAll(/\r\n|\r|\n/g), (end) => end.index + end[0].length)
  return [0, ...ends].map((start, index) => ({ line: index + 1, start }))
}

/** Places ranges that begin and end in these lines. */
function createPlacer(lines: readonly LineStart[]): (range: Range) => Place {
  const at = (offset: number) => {
    const { line, start } = lines[countWhile(lines, (each) => each.start <= offset) - 1] ?? {
      line: 1,
      start: 0,
    }
    return { line, column: offset - start + 1 }
  }
  return ({ start, end }) => {
    const [first, last] = [at(start), at(end)]
    return { ...first, endLine: last.line, endColumn: last.column }
  }
}

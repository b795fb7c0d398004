import { joinPrivateKeys } from '../postmortem/disclosures/privateKeys.ts'
import { findSecrets } from '../postmortem/disclosures/secrets.ts'
import { countBelow } from '../postmortem/lines/offsets.ts'
import type { Edit, Range } from '../postmortem/lines/passage.ts'
import type { ComparableReport } from './compareReports.ts'
import type { ReportFacts } from './reportFacts.ts'
import type { Finding, Severity } from './rule.ts'

/** A document with its findings, safe to be shown: secrets and text that a finding conceals are masked everywhere. */
export interface LintedFile {
  readonly name: string
  /** Null for standard input. */
  readonly path: string | null
  readonly text: string
  /** Null for a document that is not a report. */
  readonly report: ReportFacts | null
  readonly findings: readonly PlacedFinding[]
  /** The number of findings that have been fixed already. */
  readonly fixed: number
  /** The number of findings that are left out because they were there before. */
  readonly heldBack?: number
  /** What is compared with other reports, where many are linted together. */
  readonly comparable?: ComparableReport | null
}

export interface PlacedFinding extends Place {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  readonly conceal: boolean
  readonly related: readonly (Place & { readonly message: string })[]
  readonly fixes: readonly PlacedFix[]
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

interface Linted extends Omit<LintedFile, 'findings'> {
  readonly findings: readonly Finding[]
}

export function toLintedFile({ findings, text, report, ...file }: Linted): LintedFile {
  // The finding about a secret may have been left out, and what is left shows the line that the secret is in.
  const concealed: readonly Range[] = [
    ...findings.filter(({ conceal }) => conceal).map(({ range }) => range),
    ...joinPrivateKeys(findSecrets(text)),
  ]
  const secrets = [...new Set(concealed.map(({ start, end }) => text.slice(start, end)))].filter(
    (each) => each !== '',
  )
  const mask = (shown: string) => secrets.reduce((masked, each) => masked.replaceAll(each, dots(each)), shown)
  return {
    ...file,
    text: maskRanges(concealed, text),
    report: report === null ? null : { ...report, title: report.title && mask(report.title) },
    findings: placeFindings(findings, text, mask),
  }
}

/** Adds findings, in reading order, to a file whose text is masked already. */
export function addFindings(file: LintedFile, findings: readonly Finding[]): LintedFile {
  const added = placeFindings(findings, file.text, (shown) => shown)
  return {
    ...file,
    findings: [...file.findings, ...added].sort(
      (one, other) => one.line - other.line || one.column - other.column,
    ),
  }
}

function placeFindings(
  findings: readonly Finding[],
  text: string,
  mask: (shown: string) => string,
): readonly PlacedFinding[] {
  const place = createPlacer(text)
  const placeEdit = (edit: Edit) => ({ ...place(edit), text: edit.text })
  return findings.map(({ rule, severity, message, range, conceal = false, related = [], fixes }) => ({
    rule,
    severity,
    message: mask(message),
    ...place(range),
    conceal,
    related: related.map((each) => ({ message: mask(each.message), ...place(each.range) })),
    // A fix that inserts a secret elsewhere would reveal it.
    fixes: fixes
      .filter(({ edits }) => !edits.some((edit) => mask(edit.text) !== edit.text))
      .map(({ title, safe = false, edits }) => ({ title: mask(title), safe, edits: edits.map(placeEdit) })),
  }))
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

/**
 * Finds the line starts once for any number of ranges. `MarkdownDocument.positionAt` is no substitute: configuration
 * files come through here too, and it scans a whole block again for each position.
 */
function createPlacer(text: string): (range: Range) => Place {
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), (end) => end.index + end[0].length)]
  const at = (offset: number) => {
    const line = countBelow(offset + 1, starts)
    return { line, column: offset - (starts[line - 1] as number) + 1 }
  }
  return ({ start, end }) => {
    const [first, last] = [at(start), at(end)]
    return { ...first, endLine: last.line, endColumn: last.column }
  }
}

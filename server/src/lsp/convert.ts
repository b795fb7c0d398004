import type { SnippetEdit } from '@postmortem/shared/edits'
import {
  type Diagnostic,
  DiagnosticSeverity,
  type SnippetTextEdit,
  StringValue,
  type TextDocumentEdit,
  type TextEdit,
} from 'vscode-languageserver'
import type { Finding, Severity } from '../checking/rule.ts'
import { smallest } from '../lists/extremes.ts'
import type { MarkdownDocument } from '../markdown/document.ts'
import type { Edit, Passage } from '../postmortem/lines/passage.ts'
import { hasPlaceholder, toSnippets } from '../templates/placeholders.ts'
import { type Positions, toRange } from './positions.ts'

const severities: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
}

/** Where the offsets of a finding are. */
interface Whereabouts {
  readonly uri: string
  readonly positions: Pick<Positions, 'positionAt'>
}

/** A finding points to other reports only where they can be found. */
export function toDiagnostic(
  finding: Finding,
  uri: string,
  positions: Pick<Positions, 'positionAt'>,
  findReport: (file: string) => Whereabouts | undefined = () => undefined,
): Diagnostic {
  const related = finding.related?.flatMap(({ message, range, file }) => {
    const place = file === undefined ? { uri, positions } : findReport(file)
    return place === undefined
      ? []
      : { message, location: { uri: place.uri, range: toRange(range, place.positions) } }
  })
  return {
    ...(related && { relatedInformation: related }),
    range: toRange(finding.range, positions),
    severity: severities[finding.severity],
    code: finding.rule,
    source: 'postmortem',
    message: finding.message,
  }
}

/** The document that an edit is for, in the version that its positions refer to. */
export interface EditTarget {
  readonly uri: string
  readonly version: number
  readonly document: MarkdownDocument
  readonly positions: Positions
  /** True if the editor supports edits with tab stops. */
  readonly snippets: boolean
}

export function toWorkspaceEdit(
  edits: readonly Edit[],
  target: EditTarget,
): { documentChanges: TextDocumentEdit[] } {
  const { uri, version, positions, snippets } = target
  return {
    documentChanges: [
      {
        textDocument: { uri, version },
        edits: snippets ? toSnippetTextEdits(edits, target) : toTextEdits(edits, positions),
      },
    ],
  }
}

/**
 * Converts edits for our own client, which inserts the snippets itself. The placeholders that are left in the
 * rest of the report become tab stops again: an editor forgets those of an earlier snippet when another one
 * is inserted, and Tab would indent.
 */
export function toSnippetEdit(
  edits: readonly Edit[],
  target: EditTarget,
  placeholders: readonly Passage[],
): SnippetEdit {
  const unfilled = findUnfilled(edits, placeholders, target)
  const stops = edits.some(({ text }) => hasPlaceholder(text))
    ? numberTabStops([...edits, ...unfilled])
    : [...stopAtEnd(edits, unfilled.length > 0 ? '$1' : '$0'), ...numberTabStops(unfilled, 2)]
  return {
    version: target.version,
    edits: stops.map(({ edit, snippet }) => ({ range: toRange(edit, target.positions), snippet })),
  }
}

/** With nothing to fill in, the cursor goes after the first inserted text. */
function stopAtEnd(edits: readonly Edit[], stop: string): readonly TabStops[] {
  return numberTabStops(edits).map(({ edit, snippet }, index) => {
    const end = index === 0 ? snippet.trimEnd().length : snippet.length
    return { edit, snippet: `${snippet.slice(0, end)}${index === 0 ? stop : ''}${snippet.slice(end)}` }
  })
}

/** Placeholders after the edits come next, then those before them. */
function findUnfilled(
  edits: readonly Edit[],
  placeholders: readonly Passage[],
  { document }: EditTarget,
): readonly Edit[] {
  const first = smallest(edits.map(({ start }) => start))
  const unfilled = placeholders
    .filter(({ start, end }) => edits.every((edit) => edit.end < start || end < edit.start))
    .map(({ start, end }) => ({ start, end, text: document.slice(start, end) }))
    .filter(({ text }) => hasPlaceholder(text))
  return [...unfilled.filter(({ start }) => start > first), ...unfilled.filter(({ start }) => start < first)]
}

export function toTextEdits(edits: readonly Edit[], positions: Positions): TextEdit[] {
  return edits.map((edit) => ({ range: toRange(edit, positions), newText: edit.text }))
}

function toSnippetTextEdits(
  edits: readonly Edit[],
  { document, positions }: EditTarget,
): (TextEdit | SnippetTextEdit)[] {
  return numberTabStops(edits).map(({ edit, snippet }) => {
    const range = toRange(edit, positions)
    // A snippet without a tab stop would end the one that the author is in.
    return !hasPlaceholder(edit.text) || isAfterIndentation(edit, document)
      ? { range, newText: edit.text }
      : { range, snippet: StringValue.createSnippet(snippet) }
  })
}

/**
 * Editors indent every line of a snippet like the line it is inserted into, which would turn a section into
 * code.
 */
function isAfterIndentation(edit: Edit, document: MarkdownDocument): boolean {
  const { line } = document.positionAt(edit.start)
  const lineStart = document.offsetAt({ line, character: 0 })
  return /^[ \t]/.test(document.slice(lineStart, edit.start))
}

interface TabStops {
  readonly edit: Edit
  readonly snippet: string
}

/** The numbers continue from edit to edit. */
function numberTabStops(edits: readonly Edit[], first = 1): readonly TabStops[] {
  const texts = edits.map(({ text }) => text)
  const snippets = toSnippets(texts, first)
  return edits.map((edit, index) => ({ edit, snippet: snippets[index] ?? '' }))
}

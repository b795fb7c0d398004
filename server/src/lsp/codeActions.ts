import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type Range as EditorRange,
  type TextDocumentEdit,
} from 'vscode-languageserver'
import type { Edit } from '../postmortem/report.ts'
import type { Finding, Fix } from '../rules/rule.ts'
import { collectSafeEdits } from '../rules/safeEdits.ts'
import { type EditTarget, toDiagnostic, toDocumentEdit } from './convert.ts'

/** All safe fixes at once; an editor can be told to ask for it whenever a document is saved. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.postmortem`

export const codeActionOptions = {
  codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
}

/** What can be done about the findings of a document, at the place that the editor asks about. */
export function findCodeActions(
  findings: readonly Finding[],
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
  target: EditTarget,
): CodeAction[] {
  const wants = (kind: string) => isWanted(kind, context.only)
  return [
    ...(wants(CodeActionKind.QuickFix) ? quickFixes(findings, range, target) : []),
    ...(wants(fixAllKind) ? fixAll(findings, target) : []),
  ]
}

function quickFixes(findings: readonly Finding[], range: EditorRange, target: EditTarget): CodeAction[] {
  return findings.flatMap((finding) => {
    const diagnostic = toDiagnostic(finding, target.uri, target.document)
    if (!overlap(diagnostic.range, range)) return []
    return finding.fixes.map((fix) => toQuickFix(fix, diagnostic, target))
  })
}

function toQuickFix(fix: Fix, diagnostic: Diagnostic, target: EditTarget): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: fix.preferred,
    edit: toWorkspaceEdit(fix.edits, target),
  }
}

/** An editor applies this one unasked, so it never holds tab stops. */
function fixAll(findings: readonly Finding[], target: EditTarget): CodeAction[] {
  const edits = collectSafeEdits(findings)
  if (edits.length === 0) return []
  const title = 'Fix all that can safely be fixed'
  return [{ title, kind: fixAllKind, edit: toWorkspaceEdit(edits, { ...target, snippets: false }) }]
}

export function toWorkspaceEdit(
  edits: readonly Edit[],
  target: EditTarget,
): { documentChanges: TextDocumentEdit[] } {
  return { documentChanges: [toDocumentEdit(edits, target)] }
}

/** An editor that asks for a kind also means all kinds below it. */
export function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return (
    only === undefined || only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`))
  )
}

/** Touching counts: the cursor behind the last letter of a marked word is still at that word. */
export function overlap(a: EditorRange, b: EditorRange): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start)
}

function isBefore(a: EditorRange['start'], b: EditorRange['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character)
}

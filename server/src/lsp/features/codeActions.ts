import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type Range as EditorRange,
  type TextDocumentEdit,
} from 'vscode-languageserver'
import type { Finding, Fix } from '../../checking/rule.ts'
import { collectSafeEdits } from '../../checking/safeEdits.ts'
import { disableForFile, disableForLine } from '../../features/disableRule.ts'
import { sentence } from '../../messages/sentence.ts'
import type { Translate } from '../../messages/translate.ts'
import type { Edit } from '../../postmortem/lines/passage.ts'
import type { Report } from '../../postmortem/report.ts'
import { type EditTarget, toDiagnostic, toDocumentEdit } from '../convert.ts'

/** All safe fixes at once; an editor can be told to ask for it whenever a document is saved. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.postmortem`

export const codeActionOptions = {
  codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
  resolveProvider: true,
}

/** What can be done about the findings of a report, at the place that the editor asks about. */
export function findCodeActions(
  findings: readonly Finding[],
  report: Report,
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
  target: EditTarget,
  translate: Translate,
): CodeAction[] {
  const wants = (kind: string) => isWanted(kind, context.only)
  return [
    ...(wants(CodeActionKind.QuickFix) ? quickFixes(findings, report, range, target, translate) : []),
    ...(wants(fixAllKind) ? fixAll(findings, target, translate) : []),
  ]
}

/** All that puts something right comes before all that only silences it. */
function quickFixes(
  findings: readonly Finding[],
  report: Report,
  range: EditorRange,
  target: EditTarget,
  translate: Translate,
): CodeAction[] {
  const here = findings
    .map((finding) => ({ finding, diagnostic: toDiagnostic(finding, target.uri, target.document) }))
    .filter(({ diagnostic }) => overlap(diagnostic.range, range))
  return mergeEqual([
    ...here.flatMap(({ finding, diagnostic }) =>
      finding.fixes.map((fix) => toQuickFix(fix, diagnostic, target)),
    ),
    ...here.flatMap(({ finding, diagnostic }) =>
      toSilence(finding, report, translate).map((fix) => toQuickFix(fix, diagnostic, target)),
    ),
  ])
}

/** What puts several findings right is offered once, for all of them. */
function mergeEqual(actions: readonly CodeAction[]): CodeAction[] {
  const merged = new Map<string, CodeAction>()
  for (const action of actions) {
    const key = JSON.stringify([action.title, action.edit])
    const same = merged.get(key)
    const diagnostics = [...(same?.diagnostics ?? []), ...(action.diagnostics ?? [])]
    merged.set(key, { ...(same ?? action), diagnostics })
  }
  return [...merged.values()]
}

function toQuickFix(fix: Fix<string>, diagnostic: Diagnostic, target: EditTarget): CodeAction {
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: fix.preferred,
    edit: toWorkspaceEdit(fix.edits, target),
  }
}

function toSilence({ rule, range }: Finding, report: Report, translate: Translate): readonly Fix<string>[] {
  const onLine = disableForLine(rule, range.start, report)
  const inFile: Fix<string> = {
    title: translate(sentence`Disable ${rule} in this file`),
    preferred: false,
    edits: [disableForFile(rule, report)],
  }
  if (onLine === null) return [inFile]
  const title = translate(sentence`Disable ${rule} for this line`)
  return [{ title, preferred: false, edits: [onLine] }, inFile]
}

/** An editor applies this one unasked, so it never holds tab stops. */
function fixAll(findings: readonly Finding[], target: EditTarget, translate: Translate): CodeAction[] {
  const edits = collectSafeEdits(findings)
  if (edits.length === 0) return []
  const title = translate(sentence`Fix all that can safely be fixed`)
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

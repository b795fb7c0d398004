import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type Range as EditorRange,
} from 'vscode-languageserver'
import { type Finding, type Fix, isInProblems } from '../../../checking/rule.ts'
import { collectSafeEdits } from '../../../checking/safeEdits.ts'
import { disableForFile, disableForLine } from '../../../features/disableRule.ts'
import { type Sentence, sentence } from '../../../messages/sentence.ts'
import type { Translate } from '../../../messages/translate.ts'
import type { Report } from '../../../postmortem/report.ts'
import { type EditTarget, toDiagnostic, toWorkspaceEdit } from '../../convert.ts'
import { toRange } from '../../positions.ts'
import { isWanted, overlap } from './scope.ts'

/** Applies all safe fixes at once; an editor can be configured to ask for it on every save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.postmortem`

/** Finds what can be done about the findings in the range that the editor asks about. */
export function findQuickFixes(
  findings: readonly Finding[],
  report: Report,
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
  target: EditTarget,
  translate: Translate,
): CodeAction[] {
  const isRequested = (kind: string) => isWanted(kind, context.only)
  return [
    ...(isRequested(CodeActionKind.QuickFix) ? quickFixes(findings, report, range, target, translate) : []),
    ...(isRequested(fixAllKind) ? fixAll(findings, target, translate) : []),
  ]
}

/** Every action that fixes something comes before those that only silence it. */
function quickFixes(
  findings: readonly Finding[],
  report: Report,
  range: EditorRange,
  target: EditTarget,
  translate: Translate,
): CodeAction[] {
  const withDiagnostic = (finding: Finding) => ({
    finding,
    diagnostic: toDiagnostic(finding, target.uri, target.positions),
  })
  const isHere = (finding: Finding) => overlap(toRange(finding.range, target.positions), range)
  const here = findings.filter(isHere).map(withDiagnostic)
  const elsewhere = findings.flatMap((finding) => {
    const fixes = isHere(finding) ? [] : fixesAt(finding, range, target)
    return fixes.length === 0 ? [] : [{ ...withDiagnostic(finding), fixes }]
  })
  return mergeEqual([
    ...here.flatMap(({ finding, diagnostic }) =>
      finding.fixes.map((fix) => toQuickFix(fix, diagnostic, target)),
    ),
    ...elsewhere.flatMap(({ fixes, diagnostic }) => fixes.map((fix) => toQuickFix(fix, diagnostic, target))),
    ...here.flatMap(({ finding, diagnostic }) =>
      toDisablingFixes(finding, report, translate).map((fix) => toQuickFix(fix, diagnostic, target)),
    ),
  ])
}

/** The fixes of a finding that change one of its other places, if the editor asks about that place. */
function fixesAt(
  { related = [], fixes }: Finding,
  range: EditorRange,
  { positions }: EditTarget,
): readonly Fix<string>[] {
  const places = related.filter((each) => overlap(toRange(each.range, positions), range))
  return fixes.filter(({ edits }) =>
    edits.some((edit) => places.some((each) => each.range.start <= edit.start && edit.end <= each.range.end)),
  )
}

/** A fix for several findings is offered once, for all of them. */
function mergeEqual(actions: readonly CodeAction[]): CodeAction[] {
  const merged = new Map<string, { readonly action: CodeAction; readonly diagnostics: Diagnostic[] }>()
  for (const action of actions) {
    const key = JSON.stringify([action.title, action.edit])
    const same = merged.get(key)
    if (same === undefined) merged.set(key, { action, diagnostics: [...(action.diagnostics ?? [])] })
    else same.diagnostics.push(...(action.diagnostics ?? []))
  }
  return [...merged.values()].map(({ action, diagnostics }) => ({ ...action, diagnostics }))
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

function toDisablingFixes(
  { rule, range }: Finding,
  report: Report,
  translate: Translate,
): readonly Fix<string>[] {
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

/** An editor may apply this without asking, so it never contains tab stops. */
function fixAll(findings: readonly Finding[], target: EditTarget, translate: Translate): CodeAction[] {
  const { edits, fixed } = collectSafeEdits(findings)
  if (edits.length === 0) return []
  const isFixed = new Set(fixed)
  const isLeft = (finding: Finding) => isInProblems(finding) && !isFixed.has(finding)
  return [
    {
      title: translate(titleOfFixAll(fixed.length, findings.filter(isLeft).length)),
      kind: fixAllKind,
      edit: toWorkspaceEdit(edits, { ...target, snippets: false }),
    },
  ]
}

function titleOfFixAll(fixed: number, left: number): Sentence {
  if (left === 0) return fixed === 1 ? sentence`Fix the problem` : sentence`Fix all ${fixed} problems`
  return fixed === 1
    ? sentence`Fix the problem that is safe to fix, and leave ${left} to you`
    : sentence`Fix the ${fixed} problems that are safe to fix, and leave ${left} to you`
}

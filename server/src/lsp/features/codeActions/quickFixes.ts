import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type Range as EditorRange,
} from 'vscode-languageserver'
import { type Finding, type Fix, isInProblems } from '../../../checking/rule.ts'
import { collectSafeEdits } from '../../../checking/safeEdits.ts'
import { type Sentence, sentence } from '../../../messages/sentence.ts'
import type { Translate } from '../../../messages/translate.ts'
import { type EditTarget, toDiagnostic, toWorkspaceEdit } from '../../convert.ts'
import { toRange } from '../../positions.ts'
import { findAskedFor, isAt, isWanted, overlap } from './scope.ts'

/** Applies all safe fixes at once; an editor can be configured to ask for it on every save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.postmortem`

/** Finds what puts right the findings in the range that the editor asks about. */
export function findQuickFixes(
  findings: readonly Finding[],
  params: Pick<CodeActionParams, 'range' | 'context'>,
  target: EditTarget,
): CodeAction[] {
  const { range, context } = params
  if (!isWanted(CodeActionKind.QuickFix, context.only)) return []
  const isHere = isAt(range, target)
  const here = findAskedFor(findings, params, target)
  const elsewhere = findings.filter((finding) => !isHere(finding))
  const toActions = (finding: Finding, fixes: readonly Fix<string>[]) =>
    fixes.map((fix) => toAction(fix, finding, target, CodeActionKind.QuickFix))
  return mergeEqual([
    ...here.flatMap((finding) => toActions(finding, finding.fixes)),
    ...elsewhere.flatMap((finding) => toActions(finding, fixesAt(finding, range, target))),
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

/** What is done about several findings is offered once, for all of them. */
export function mergeEqual(actions: readonly CodeAction[]): CodeAction[] {
  const merged = new Map<string, { readonly action: CodeAction; readonly diagnostics: Diagnostic[] }>()
  for (const action of actions) {
    const key = JSON.stringify([action.title, action.edit])
    const same = merged.get(key)
    if (same === undefined) merged.set(key, { action, diagnostics: [...(action.diagnostics ?? [])] })
    else same.diagnostics.push(...(action.diagnostics ?? []))
  }
  return [...merged.values()].map(({ action, diagnostics }) => ({ ...action, diagnostics }))
}

export function toAction(fix: Fix<string>, finding: Finding, target: EditTarget, kind: string): CodeAction {
  return {
    title: fix.title,
    kind,
    diagnostics: [toDiagnostic(finding, target.uri, target.positions)],
    isPreferred: fix.preferred,
    edit: toWorkspaceEdit(fix.edits, target),
  }
}

/** An editor may apply this without asking, so it never contains tab stops. */
export function findFixAll(
  findings: readonly Finding[],
  { context }: Pick<CodeActionParams, 'context'>,
  target: EditTarget,
  translate: Translate,
): CodeAction[] {
  if (!isWanted(fixAllKind, context.only)) return []
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

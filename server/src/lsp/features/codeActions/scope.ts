import {
  type CodeActionContext,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Range,
} from 'vscode-languageserver'
import type { Finding } from '../../../checking/rule.ts'
import type { EditTarget } from '../../convert.ts'
import { toRange } from '../../positions.ts'

/** An editor that asks for a kind also means every kind below it. */
export function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return (
    only === undefined || only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`))
  )
}

/**
 * The kind of what only silences a finding. VS Code knows no such kind, so it lists these actions under a heading of
 * their own, after everything else.
 */
export const silencingKind = 'postmortem.silence'

/** An editor that asks for quick fixes alone, as VS Code does in a hover, is given them as such; null if it wants none. */
export function kindOfSilencing(only: readonly string[] | undefined): string | null {
  if (isWanted(silencingKind, only)) return silencingKind
  return isWanted(CodeActionKind.QuickFix, only) ? CodeActionKind.QuickFix : null
}

/** With more rules than this in one place, three ways to silence each would bury everything else in the menu. */
const maxRulesInFull = 2

export function areMany(findings: readonly Finding[]): boolean {
  return new Set(findings.map(({ rule }) => rule)).size > maxRulesInFull
}

/** Only on request: a light bulb on every line that could be written differently would be in the way. */
export function isRewriteWanted({ only, triggerKind }: CodeActionContext): boolean {
  if (!isWanted(CodeActionKind.RefactorRewrite, only)) return false
  return only !== undefined || triggerKind !== CodeActionTriggerKind.Automatic
}

/**
 * The findings in the range, or only those whose diagnostics the editor passes on: somebody may have chosen one of
 * several at the same place. Diagnostics of other servers, and those of an older text, choose nothing.
 */
export function findAskedFor(
  findings: readonly Finding[],
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
  target: EditTarget,
): readonly Finding[] {
  const here = findings.filter(isAt(range, target))
  const chosen = new Set(context.diagnostics.map(({ code, message }) => `${code} ${message}`))
  const asked = here.filter(({ rule, message }) => chosen.has(`${rule} ${message}`))
  return asked.length === 0 ? here : asked
}

export function isAt(range: Range, { positions }: EditTarget): (finding: Finding) => boolean {
  return (finding) => overlap(toRange(finding.range, positions), range)
}

/** Touching counts: a cursor right after the last letter of a marked word is still at that word. */
export function overlap(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start)
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character)
}

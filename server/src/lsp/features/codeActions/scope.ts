import {
  type CodeActionContext,
  CodeActionKind,
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

/** Only on request: a light bulb on every line that could be written differently would be in the way. */
export function isRewriteWanted({ only, triggerKind }: CodeActionContext): boolean {
  if (!isWanted(CodeActionKind.RefactorRewrite, only)) return false
  return only !== undefined || triggerKind !== CodeActionTriggerKind.Automatic
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

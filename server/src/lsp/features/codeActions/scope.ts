import {
  type CodeActionContext,
  CodeActionKind,
  CodeActionTriggerKind,
  type Range,
} from 'vscode-languageserver'

/** An editor that asks for a kind also means every kind below it. */
export function isWanted(kind: string, only: readonly string[] | undefined): boolean {
  return (
    only === undefined || only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`))
  )
}

/** Only on request: a light bulb on every line that could be written differently would be in the way. */
export function isRewriteWanted({ only, triggerKind }: CodeActionContext): boolean {
  if (!isWanted(CodeActionKind.RefactorRewrite, only)) return false
  return only !== undefined || triggerKind !== CodeActionTriggerKind.Automatic
}

/** Touching counts: a cursor right after the last letter of a marked word is still at that word. */
export function overlap(a: Range, b: Range): boolean {
  return !isBefore(a.end, b.start) && !isBefore(b.end, a.start)
}

function isBefore(a: Range['start'], b: Range['start']): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character)
}

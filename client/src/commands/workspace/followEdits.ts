import * as vscode from 'vscode'

type Change = Pick<vscode.TextDocumentContentChangeEvent, 'range' | 'text'>

/**
 * Moves what was found in a document along with its text, as the editor moves the underlines: it asks for quick fixes
 * only at what is found where the cursor is. What is found in a text that was replaced is left out.
 */
export function followEdits(
  found: readonly vscode.Diagnostic[],
  changes: readonly Change[],
): vscode.Diagnostic[] {
  return found.filter((diagnostic) => {
    const range = changes.reduce<vscode.Range | null>(
      (moved, change) => moved && moveRange(moved, change),
      diagnostic.range,
    )
    if (range !== null) diagnostic.range = range
    return range !== null
  })
}

/** Null if one of its ends is in what was replaced. */
function moveRange({ start, end }: vscode.Range, change: Change): vscode.Range | null {
  if (change.range.start.isAfterOrEqual(end)) return new vscode.Range(start, end)
  const isInside = change.range.start.isAfter(start) && change.range.end.isBefore(end)
  if (isInside) return new vscode.Range(start, movePosition(end, change))
  if (change.range.end.isAfter(start)) return null
  return new vscode.Range(movePosition(start, change), movePosition(end, change))
}

/** Where a position after the change is now. */
function movePosition({ line, character }: vscode.Position, { range, text }: Change): vscode.Position {
  const lines = text.split(/\r\n|\r|\n/)
  const added = lines.length - 1
  const moved = line + added - (range.end.line - range.start.line)
  if (line > range.end.line) return new vscode.Position(moved, character)
  const before = (added === 0 ? range.start.character : 0) + (lines[added] ?? '').length
  return new vscode.Position(moved, before + character - range.end.character)
}

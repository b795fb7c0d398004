import type { RevealLineCommand } from '@postmortem/shared/links'
import * as vscode from 'vscode'

/**
 * Puts the cursor at a position in an open document. A lens can be clicked in an editor that is not active.
 */
export async function revealLine(
  ...[uri, place, column]: [...RevealLineCommand.Arguments, column?: vscode.ViewColumn]
): Promise<void> {
  const address = vscode.Uri.parse(uri)
  const shown = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === address.toString(),
  )
  const document = shown?.document ?? (await vscode.workspace.openTextDocument(address))
  const position = new vscode.Position(place.line, place.character)
  const viewColumn = shown?.viewColumn ?? column
  await vscode.window.showTextDocument(document, {
    ...(viewColumn !== undefined && { viewColumn }),
    selection: new vscode.Range(position, position),
  })
}

/**
 * Goes to the line that a page of ours names. What a page sends is checked first, and a document may have been deleted
 * since the page was written.
 */
export async function revealNamedLine(
  uri: vscode.Uri,
  line: unknown,
  column?: vscode.ViewColumn,
): Promise<void> {
  if (typeof line !== 'number' || !Number.isInteger(line) || line < 0) return
  try {
    await revealLine(uri.toString(), { line, character: 0 }, column)
  } catch {
    // The page follows.
  }
}

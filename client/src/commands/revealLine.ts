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

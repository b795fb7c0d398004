import type { RevealLineCommand } from '@postmortem/shared/links'
import * as vscode from 'vscode'

/**
 * Puts the cursor at a position in an open document. A lens can be clicked in an editor that is not active.
 */
export async function revealLine(...[uri, place]: RevealLineCommand.Arguments): Promise<void> {
  const address = vscode.Uri.parse(uri)
  const shown = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === address.toString(),
  )
  const document = shown?.document ?? (await vscode.workspace.openTextDocument(address))
  const position = new vscode.Position(place.line, place.character)
  await vscode.window.showTextDocument(document, {
    ...(shown?.viewColumn !== undefined && { viewColumn: shown.viewColumn }),
    selection: new vscode.Range(position, position),
  })
}

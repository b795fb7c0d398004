import type { Range } from '@postmortem/shared/protocol'
import * as vscode from 'vscode'

/** Puts the cursor at the title of a section of the document in front. */
export async function revealSection({ start }: Range): Promise<void> {
  const editor = vscode.window.activeTextEditor
  if (editor === undefined) return
  const position = new vscode.Position(start.line, start.character)
  await vscode.window.showTextDocument(editor.document, { selection: new vscode.Range(position, position) })
}

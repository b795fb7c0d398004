import type { Position } from '@postmortem/shared/protocol'
import * as vscode from 'vscode'

/** Puts the cursor at a place of the document in front, such as the title of a section. */
export async function revealSection({ line, character }: Position): Promise<void> {
  const editor = vscode.window.activeTextEditor
  if (editor === undefined) return
  const position = new vscode.Position(line, character)
  await vscode.window.showTextDocument(editor.document, { selection: new vscode.Range(position, position) })
}

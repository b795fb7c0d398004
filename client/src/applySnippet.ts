import type { SnippetEdit } from '@postmortem/shared/edits'
import type { Range } from '@postmortem/shared/position'
import * as vscode from 'vscode'
import { tellOutdated } from './tellOutdated.ts'

/** Inserts the edits and puts the cursor on the first tab stop. One undo reverts everything. */
export async function applySnippet(editor: vscode.TextEditor, answer: SnippetEdit | null): Promise<boolean> {
  const { document } = editor
  if (answer === null) return false
  if (answer.version !== document.version) {
    tellOutdated()
    return false
  }
  const edit = new vscode.WorkspaceEdit()
  const edits = answer.edits.map(({ range, snippet }) =>
    vscode.SnippetTextEdit.replace(toRange(range), new vscode.SnippetString(snippet)),
  )
  edit.set(document.uri, edits)
  await vscode.window.showTextDocument(document, editor.viewColumn)
  return vscode.workspace.applyEdit(edit)
}

export function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character)
}

import * as vscode from 'vscode'
import { columnOf } from './openDocuments.ts'

/**
 * Brings a document's text to the front, in the editor or tab that has it. A comparison stays a comparison.
 */
export async function showText(
  uri: vscode.Uri,
  options: { readonly selection?: vscode.Range; readonly preserveFocus?: boolean } = {},
): Promise<vscode.TextEditor> {
  const { activeTextEditor, visibleTextEditors } = vscode.window
  const isText = ({ document }: vscode.TextEditor) => document.uri.toString() === uri.toString()
  const shown =
    activeTextEditor && isText(activeTextEditor) ? activeTextEditor : visibleTextEditors.find(isText)
  if (shown !== undefined && shown === activeTextEditor && shown.viewColumn === undefined) {
    if (options.selection !== undefined) select(shown, options.selection)
    if (options.preserveFocus !== true)
      await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup')
    return shown
  }
  const viewColumn = shown?.viewColumn ?? columnOf(uri)
  const document = shown?.document ?? (await vscode.workspace.openTextDocument(uri))
  return vscode.window.showTextDocument(document, { ...options, ...(viewColumn && { viewColumn }) })
}

export function select(editor: vscode.TextEditor, selection: vscode.Range): void {
  editor.selection = new vscode.Selection(selection.start, selection.end)
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
}

import type { TimelineChange } from '@postmortem/shared/timeline'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { toRange } from '../applySnippet.ts'
import { tellOutdated } from '../tellOutdated.ts'

/** What became of the timeline. */
interface AppliedChange {
  readonly isChanged: boolean
  /** The times that were left as they are because they are not certain, with their lines from 1 before the change. */
  readonly left: readonly { readonly text: string; readonly line: number }[]
}

/**
 * Asks the server for a change of the active document's timeline and applies it; one undo reverts it. Returns
 * undefined if the change was refused or no longer fits the document. The first entry in doubt is selected.
 */
export async function changeTimeline(
  client: BaseLanguageClient,
  method: string,
  params: object,
): Promise<AppliedChange | undefined> {
  const editor = vscode.window.activeTextEditor
  if (editor === undefined) return undefined
  const { document } = editor
  const uri = client.code2ProtocolConverter.asUri(document.uri)
  const change = await client.sendRequest<TimelineChange | null>(method, { uri, ...params })
  if (change === null) return undefined
  if (change.kind === 'refused') {
    if (change.range !== null && change.version === document.version) showDoubt(toRange(change.range), editor)
    void vscode.window.showWarningMessage(vscode.l10n.t('The timeline was not changed. {0}', change.reason))
    return undefined
  }
  if (change.version !== document.version) {
    tellOutdated()
    return undefined
  }
  const left = change.left.map((range) => ({
    text: document.getText(toRange(range)),
    line: range.start.line + 1,
  }))
  // The editor moves a selection along with its text.
  const [doubt] = change.left
  if (doubt !== undefined) showDoubt(toRange(doubt), editor)
  const edit = new vscode.WorkspaceEdit()
  edit.set(
    document.uri,
    change.edits.map(({ range, text }) => vscode.TextEdit.replace(toRange(range), text)),
  )
  await vscode.workspace.applyEdit(edit)
  return { isChanged: change.edits.length > 0, left }
}

function showDoubt(range: vscode.Range, editor: vscode.TextEditor): void {
  editor.selection = new vscode.Selection(range.start, range.end)
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
}

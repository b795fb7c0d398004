import type { TimelineChange } from '@postmortem/shared/timeline'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { toRange } from '../applySnippet.ts'

/**
 * Asks the server for a change of the active document's timeline and applies it; one undo reverts it. Returns
 * undefined if the change was refused or no longer fits the document.
 */
export async function changeTimeline(
  client: BaseLanguageClient,
  method: string,
  params: object,
): Promise<Extract<TimelineChange, { kind: 'changed' }> | undefined> {
  const document = vscode.window.activeTextEditor?.document
  if (document === undefined) return undefined
  const uri = client.code2ProtocolConverter.asUri(document.uri)
  const change = await client.sendRequest<TimelineChange | null>(method, { uri, ...params })
  if (change === null) return undefined
  if (change.kind === 'refused') {
    void vscode.window.showWarningMessage(vscode.l10n.t('The timeline was not changed. {0}', change.reason))
    return undefined
  }
  // The author went on typing, so the positions in the answer no longer fit the text.
  if (change.version !== document.version) return undefined
  const edit = new vscode.WorkspaceEdit()
  edit.set(
    document.uri,
    change.edits.map(({ range, text }) => vscode.TextEdit.replace(toRange(range), text)),
  )
  await vscode.workspace.applyEdit(edit)
  return change
}

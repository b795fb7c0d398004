import type { TimelineChange } from '@postmortem/shared/protocol'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

/**
 * Asks the server how to change the timeline of the document in front, and does it: one undo takes it back.
 * Answers `undefined` where nothing was changed.
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
    void vscode.window.showWarningMessage(vscode.l10n.t('The timeline was left as it is. {0}', change.reason))
    return undefined
  }
  // The author went on typing: the places in the answer are not those of the text any more.
  if (change.version !== document.version) return undefined
  const edit = new vscode.WorkspaceEdit()
  edit.set(
    document.uri,
    change.edits.map(({ range: { start, end }, text }) =>
      vscode.TextEdit.replace(new vscode.Range(start.line, start.character, end.line, end.character), text),
    ),
  )
  await vscode.workspace.applyEdit(edit)
  return change
}

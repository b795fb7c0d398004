import { type ListedTask, TickTaskRequest } from '@postmortem/shared/incidents'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

/**
 * Ticks the checkbox of a task in its report, or takes the tick away. The editor opens the report in the background
 * with this change in it, where it can be undone or saved.
 */
export async function tickTask(client: BaseLanguageClient, task: ListedTask, done: boolean): Promise<void> {
  if (await isTicked(client, task, done).catch(() => false)) return
  void vscode.window.showWarningMessage(
    vscode.l10n.t('"{0}" could not be changed. Open the report and change it there.', task.text),
  )
}

async function isTicked(
  client: BaseLanguageClient,
  { uri, line, text }: ListedTask,
  done: boolean,
): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri))
  const params: TickTaskRequest.Params = {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    line,
    text,
    done,
  }
  const answer = await client.sendRequest<TickTaskRequest.Result>(TickTaskRequest.method, params)
  if (answer === null || answer.version !== document.version) return false
  const { start, end } = answer.range
  const range = new vscode.Range(start.line, start.character, end.line, end.character)
  const edit = new vscode.WorkspaceEdit()
  edit.replace(document.uri, range, answer.text)
  return vscode.workspace.applyEdit(edit)
}

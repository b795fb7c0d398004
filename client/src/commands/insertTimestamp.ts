import { TimestampRequest } from '@postmortem/shared/clientCommands'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { findActiveEditor } from '../activeEditor.ts'

/** Inserts the present time at every cursor. */
export async function insertTimestamp(
  client: BaseLanguageClient,
  zone: TimestampRequest.Params['zone'],
): Promise<void> {
  const active = findActiveEditor(client)
  if (active === undefined) return
  const { editor, uri } = active
  const at = client.code2ProtocolConverter.asPosition(editor.selection.end)
  const params: TimestampRequest.Params = { uri, at, zone }
  const text = await client.sendRequest<TimestampRequest.Result>(TimestampRequest.method, params)
  if (text === null) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'This report does not say which time zone it is in. Write one beside a time, or insert the time in UTC.',
      ),
    )
    return
  }
  await editor.edit((builder) => {
    for (const selection of editor.selections) builder.replace(selection, text)
  })
}

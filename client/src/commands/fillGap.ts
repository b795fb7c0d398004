import { FillGapRequest, type OutlineGap } from '@postmortem/shared/outline'
import type { SnippetEdit } from '@postmortem/shared/protocol'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { applySnippet } from '../applySnippet.ts'

/** Inserts what the outline says is missing in a section. */
export async function fillGap(client: BaseLanguageClient, { title }: OutlineGap): Promise<void> {
  const editor = vscode.window.activeTextEditor
  if (editor === undefined) return
  const uri = client.code2ProtocolConverter.asUri(editor.document.uri)
  const params: FillGapRequest.Params = { uri, title }
  await applySnippet(editor, await client.sendRequest<SnippetEdit | null>(FillGapRequest.method, params))
}

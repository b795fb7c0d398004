import type { SnippetEdit } from '@postmortem/shared/edits'
import { FillGapRequest, type OutlineGap } from '@postmortem/shared/outline'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { applySnippet } from '../applySnippet.ts'

/** Inserts a fact that the outline shows as missing. */
export async function fillGap(client: BaseLanguageClient, { title }: OutlineGap): Promise<void> {
  const editor = vscode.window.activeTextEditor
  if (editor === undefined) return
  const uri = client.code2ProtocolConverter.asUri(editor.document.uri)
  const params: FillGapRequest.Params = { uri, title }
  await applySnippet(editor, await client.sendRequest<SnippetEdit | null>(FillGapRequest.method, params))
}

import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

/** The editor in front, with its document as the server knows it. */
export interface Front {
  readonly editor: vscode.TextEditor
  readonly uri: string
}

export function findFront(client: BaseLanguageClient): Front | undefined {
  const editor = vscode.window.activeTextEditor
  if (editor?.document.languageId !== 'markdown') return undefined
  return { editor, uri: client.code2ProtocolConverter.asUri(editor.document.uri) }
}

import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { isMarkdown } from './documents.ts'

/** The editor in front, with its document as the server knows it. */
export interface Front {
  readonly editor: vscode.TextEditor
  readonly uri: string
}

export function findFront(client: BaseLanguageClient): Front | undefined {
  const editor = vscode.window.activeTextEditor
  if (editor === undefined || !isMarkdown(editor.document)) return undefined
  return { editor, uri: client.code2ProtocolConverter.asUri(editor.document.uri) }
}

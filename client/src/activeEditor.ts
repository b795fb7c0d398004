import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { isMarkdown } from './documents.ts'

/** The active Markdown editor, and the URI by which the server knows its document. */
export interface ActiveEditor {
  readonly editor: vscode.TextEditor
  readonly uri: string
}

export function findActiveEditor(client: BaseLanguageClient): ActiveEditor | undefined {
  const editor = vscode.window.activeTextEditor
  if (editor === undefined || !isMarkdown(editor.document)) return undefined
  return { editor, uri: client.code2ProtocolConverter.asUri(editor.document.uri) }
}

import { InsertSectionsRequest, type OutlineSection, type Range } from '@postmortem/shared/protocol'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { Reports } from '../reports.ts'

/** Inserts the section with that id; without one, asks which of the missing ones. */
export async function insertSection(
  client: BaseLanguageClient,
  reports: Reports,
  id?: string,
): Promise<void> {
  const section = id ?? (await pickSection(reports))
  if (section !== undefined) await insert(client, [section])
}

export async function insertMissingSections(client: BaseLanguageClient): Promise<void> {
  await insert(client, 'all-missing')
}

async function pickSection(reports: Reports): Promise<string | undefined> {
  const missing = reports.active.outline?.sections.filter((section) => section.state === 'missing') ?? []
  if (missing.length === 0) {
    void vscode.window.showInformationMessage('No section is missing in this document.')
    return undefined
  }
  const toItem = ({ title, id }: OutlineSection) => ({ label: title, id })
  const picked = await vscode.window.showQuickPick(missing.map(toItem), { title: 'Insert Section' })
  return picked?.id
}

/** Puts the cursor on the first placeholder; one undo takes everything back. */
async function insert(
  client: BaseLanguageClient,
  sections: InsertSectionsRequest.Params['sections'],
): Promise<void> {
  const editor = vscode.window.activeTextEditor
  if (editor === undefined) return
  const { document } = editor
  const params: InsertSectionsRequest.Params = {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    sections,
  }
  const answer = await client.sendRequest<InsertSectionsRequest.Result>(InsertSectionsRequest.method, params)
  // The author went on typing: the places in the answer are not those of the text any more.
  if (answer === null || answer.version !== document.version) return
  const edit = new vscode.WorkspaceEdit()
  const edits = answer.edits.map(({ range, snippet }) =>
    vscode.SnippetTextEdit.replace(toRange(range), new vscode.SnippetString(snippet)),
  )
  edit.set(document.uri, edits)
  await vscode.window.showTextDocument(document, editor.viewColumn)
  await vscode.workspace.applyEdit(edit)
}

function toRange({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character)
}

import type { OutlineSection } from '@postmortem/shared/outline'
import { InsertSectionsRequest } from '@postmortem/shared/protocol'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { applySnippet } from '../applySnippet.ts'
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

async function insert(
  client: BaseLanguageClient,
  sections: InsertSectionsRequest.Params['sections'],
): Promise<void> {
  const editor = vscode.window.activeTextEditor
  if (editor === undefined) return
  const uri = client.code2ProtocolConverter.asUri(editor.document.uri)
  const params: InsertSectionsRequest.Params = { uri, sections }
  const answer = await client.sendRequest<InsertSectionsRequest.Result>(InsertSectionsRequest.method, params)
  await applySnippet(editor, answer)
}

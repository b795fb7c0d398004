import { AbsentSectionsRequest, InsertSectionsRequest } from '@postmortem/shared/clientCommands'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { findActiveEditor } from '../activeEditor.ts'
import { applySnippet } from '../applySnippet.ts'

const { t } = vscode.l10n

/** Inserts the section with this id, or asks for one of those that the report lacks. */
export async function insertSection(client: BaseLanguageClient, id?: string): Promise<void> {
  const section = id ?? (await pickSection(client))
  if (section !== undefined) await insert(client, [section])
}

export async function insertMissingSections(client: BaseLanguageClient): Promise<void> {
  await insert(client, 'all-missing')
}

async function pickSection(client: BaseLanguageClient): Promise<string | undefined> {
  const active = findActiveEditor(client)
  if (active === undefined) return undefined
  const params: AbsentSectionsRequest.Params = { uri: active.uri }
  const absent = await client.sendRequest<AbsentSectionsRequest.Result | null>(
    AbsentSectionsRequest.method,
    params,
  )
  if (absent === null || absent.length === 0) {
    tellComplete()
    return undefined
  }
  const items = absent.map(({ id, title, guidance, required }) => ({
    label: title,
    description: required ? t('missing') : t('optional'),
    detail: guidance,
    id,
  }))
  return (await vscode.window.showQuickPick(items, { title: t('Insert Section'), matchOnDetail: true }))?.id
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
  if (answer === null) tellComplete()
  else await applySnippet(editor, answer)
}

function tellComplete(): void {
  void vscode.window.showInformationMessage(t('This report has every section of its template.'))
}

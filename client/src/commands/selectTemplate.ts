import { StatusRequest } from '@postmortem/shared/checking'
import { TemplatesRequest } from '@postmortem/shared/writing'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { findFront } from '../front.ts'

const { t } = vscode.l10n

/** Chooses the template in the settings; a configuration file that decides it is opened instead. */
export async function selectTemplate(client: BaseLanguageClient, given?: string): Promise<void> {
  const front = findFront(client)
  const status =
    front && (await client.sendRequest<StatusRequest.Result>(StatusRequest.method, { uri: front.uri }))
  const template = given ?? (await ask(client, status?.template.id))
  if (template === undefined) return
  const scope = front?.editor.document.uri
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global
  await vscode.workspace.getConfiguration('postmortem', scope).update('template', template, target)
  if (status?.configuration != null) await offerFile(status.configuration)
}

async function ask(client: BaseLanguageClient, current: string | undefined): Promise<string | undefined> {
  const templates = await client.sendRequest<TemplatesRequest.Result>(TemplatesRequest.method, {})
  const items = templates.map(({ id, name, description }) => ({
    label: name,
    detail: description,
    description: id === current ? t('in force') : '',
    id,
  }))
  const options = { title: t('Select Template'), placeHolder: t('Which template are reports held against?') }
  return (await vscode.window.showQuickPick(items, options))?.id
}

/** What a file says goes before what the settings say. */
async function offerFile(address: string): Promise<void> {
  const open = t('Open Configuration')
  const message = t('The configuration file of this report may name another template, which goes first.')
  if ((await vscode.window.showInformationMessage(message, open)) !== open) return
  await vscode.window.showTextDocument(vscode.Uri.parse(address))
}

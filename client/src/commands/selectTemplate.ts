import { StatusRequest } from '@postmortem/shared/checking'
import { TemplatesRequest } from '@postmortem/shared/newReport'
import { autoTemplate } from '@postmortem/shared/settings'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { findActiveEditor } from '../activeEditor.ts'

const { t } = vscode.l10n

/** Changes the template in the settings, and points to the configuration file that may override it. */
export async function selectTemplate(client: BaseLanguageClient, given?: string): Promise<void> {
  const active = findActiveEditor(client)
  const status =
    active && (await client.sendRequest<StatusRequest.Result>(StatusRequest.method, { uri: active.uri }))
  const template = given ?? (await pickTemplate(client, status?.template.id))
  if (template === undefined) return
  const scope = active?.editor.document.uri
  const target = vscode.workspace.workspaceFolders
    ? vscode.ConfigurationTarget.Workspace
    : vscode.ConfigurationTarget.Global
  await vscode.workspace.getConfiguration('postmortem', scope).update('template', template, target)
  if (status?.configuration != null) await offerConfiguration(status.configuration)
}

async function pickTemplate(
  client: BaseLanguageClient,
  current: string | undefined,
): Promise<string | undefined> {
  const templates = await client.sendRequest<TemplatesRequest.Result>(TemplatesRequest.method, {})
  const automatic = {
    label: t('Automatic'),
    detail: t('Each report decides: a template that it follows, or only the essentials.'),
    description: '',
    id: autoTemplate,
  }
  const named = templates.map(({ id, name, description }) => ({
    label: name,
    detail: description,
    description: id === current ? t('in force') : '',
    id,
  }))
  const items = [automatic, ...named]
  const options = {
    title: t('Select Template'),
    placeHolder: t('Which template should reports be checked against?'),
  }
  return (await vscode.window.showQuickPick(items, options))?.id
}

/** A configuration file takes precedence over the settings. */
async function offerConfiguration(address: string): Promise<void> {
  const open = t('Open Configuration')
  const message = t(
    'The configuration file of this report may name another template, which takes precedence.',
  )
  if ((await vscode.window.showInformationMessage(message, open)) !== open) return
  await vscode.window.showTextDocument(vscode.Uri.parse(address))
}

import { DeriveTemplateRequest } from '@postmortem/shared/houseTemplate'
import * as vscode from 'vscode'
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient'
import { findFolders, nameFolder } from '../folders.ts'
import { findMarkdownFiles, readMarkdown } from '../markdownFiles.ts'
import type { Reports } from '../reports.ts'
import { findConfiguration } from './createConfiguration.ts'

const { t } = vscode.l10n

/** Derives a template from the reports of a folder, and opens it as the configuration of that folder. */
export async function deriveTemplate(
  client: BaseLanguageClient,
  reports: Reports,
  given?: vscode.Uri,
): Promise<void> {
  const folder = given ?? (await chooseFolder(reports))
  if (folder === undefined) return
  const options = {
    location: vscode.ProgressLocation.Notification,
    title: t('Reading the reports'),
    cancellable: true,
  }
  const result = await vscode.window.withProgress(options, (progress, token) =>
    derive(client, folder, progress, token),
  )
  if (result === null) return
  if (result.kind === 'refused') {
    void vscode.window.showInformationMessage(result.reason)
    return
  }
  const isNew = await openConfiguration(folder, result.text)
  const derived = t(
    'Derived from {0} reports. Files that are no reports: {1}.',
    result.reports,
    result.skipped,
  )
  const advice = isNew
    ? t('Edit the template until it says what your reports should have.')
    : t('This folder has a configuration already. Copy what you need into it.')
  void vscode.window.showInformationMessage(`${derived} ${advice}`)
}

interface FolderItem extends vscode.QuickPickItem {
  /** Null for a folder that is yet to be chosen. */
  readonly uri: vscode.Uri | null
}

/** The folder of the report in front is offered first. */
async function chooseFolder({ active, front }: Reports): Promise<vscode.Uri | undefined> {
  const folders = await findFolders(active.outline === null ? undefined : front)
  const items: FolderItem[] = [
    ...folders.map(({ uri, name }) => ({ label: name, uri })),
    { label: t('Another folder…'), uri: null },
  ]
  const chosen = await vscode.window.showQuickPick(items, {
    title: t('Derive Template from Reports'),
    placeHolder: t('Which folder holds the reports?'),
  })
  if (chosen === undefined || chosen.uri !== null) return chosen?.uri ?? undefined
  const picked = await vscode.window.showOpenDialog({ canSelectFolders: true, canSelectFiles: false })
  return picked?.[0]
}

/** Null if it was cancelled. */
async function derive(
  client: BaseLanguageClient,
  folder: vscode.Uri,
  progress: vscode.Progress<{ readonly message?: string; readonly increment?: number }>,
  token: vscode.CancellationToken,
): Promise<DeriveTemplateRequest.Result | null> {
  const uris = await findMarkdownFiles(token, folder)
  const files: { uri: string; text: string }[] = []
  for (const uri of uris) {
    if (token.isCancellationRequested) return null
    progress.report({ message: vscode.workspace.asRelativePath(uri), increment: 50 / uris.length })
    const text = await readMarkdown(uri)
    if (text !== null) files.push({ uri: client.code2ProtocolConverter.asUri(uri), text })
  }
  // The other half of the work is the server's.
  const workDoneToken = `deriveTemplate ${Date.now()}`
  let done = 0
  const subscription = client.onProgress(WorkDoneProgress.type, workDoneToken, (step) => {
    if (step.kind !== 'report' || step.percentage === undefined) return
    progress.report({ increment: (step.percentage - done) / 2 })
    done = step.percentage
  })
  const params: DeriveTemplateRequest.Params = { folder: nameFolder(folder), files, workDoneToken }
  try {
    return await client.sendRequest<DeriveTemplateRequest.Result | null>(
      DeriveTemplateRequest.method,
      params,
      token,
    )
  } catch (error) {
    if (token.isCancellationRequested) return null
    throw error
  } finally {
    subscription.dispose()
  }
}

/** Beside a configuration that is there already, the text is an untitled document. Returns whether it is a new file. */
async function openConfiguration(folder: vscode.Uri, text: string): Promise<boolean> {
  const { uri, isThere } = await findConfiguration(folder)
  if (!isThere) await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text))
  await vscode.window.showTextDocument(uri)
  if (!isThere) return true
  const document = await vscode.workspace.openTextDocument({ language: 'yaml', content: text })
  await vscode.window.showTextDocument(document, vscode.ViewColumn.Beside)
  return false
}

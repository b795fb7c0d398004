import type { SaveConfigurationCommand } from '@postmortem/shared/links'
import * as vscode from 'vscode'

/** Saves a configuration file that a quick fix has changed, so that the change holds for everybody, and says so. */
export async function saveConfiguration(...[uri]: SaveConfigurationCommand.Arguments): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri))
  if (!(await document.save())) {
    await vscode.window.showTextDocument(document)
    return
  }
  const show = vscode.l10n.t('Show')
  const message = vscode.l10n.t('The rule is now off in {0}.', vscode.workspace.asRelativePath(document.uri))
  void vscode.window.showInformationMessage(message, show).then((chosen) => {
    if (chosen === show) void vscode.window.showTextDocument(document)
  })
}

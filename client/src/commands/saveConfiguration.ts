import type { SaveConfigurationCommand } from '@postmortem/shared/links'
import * as vscode from 'vscode'

const { t } = vscode.l10n

/**
 * Saves a configuration file in which an action has turned a rule off, so that the change holds for everybody, and says
 * so. If that is for the author to decide or to do, shows the file.
 */
export async function saveConfiguration(
  ...[uri, rule, task]: SaveConfigurationCommand.Arguments
): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri))
  const file = vscode.workspace.asRelativePath(document.uri)
  if (task === 'save' && (await document.save())) {
    const show = t('Show')
    const message = t('The rule {0} is now off in {1}.', rule, file)
    void vscode.window.showInformationMessage(message, show).then((chosen) => {
      if (chosen === show) void vscode.window.showTextDocument(document)
    })
    return
  }
  await vscode.window.showTextDocument(document)
  const reason =
    task === 'show-unchanged'
      ? t(
          'The rule {0} was not turned off in {1}, because the file has a mistake or turns the rule on for some reports. Turn it off there.',
          rule,
          file,
        )
      : t('The rule {0} is off once you save {1}, which has other changes as well.', rule, file)
  void vscode.window.showInformationMessage(reason)
}

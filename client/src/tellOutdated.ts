import * as vscode from 'vscode'

/** The author went on typing while the server answered, so its positions no longer fit the text. */
export function tellOutdated(): void {
  const message = vscode.l10n.t('The text has changed in the meantime, so nothing was done. Try again.')
  vscode.window.setStatusBarMessage(message, 4000)
}

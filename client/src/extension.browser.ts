import { type ExtensionContext, Uri } from 'vscode'
import { LanguageClient } from 'vscode-languageclient/browser'
import { type Api, activate as activateWith } from './activate.ts'

export function activate(context: ExtensionContext): Promise<Api> {
  const worker = new Worker(Uri.joinPath(context.extensionUri, 'dist/server.browser.js').toString(true))
  return activateWith(
    context,
    (options) => new LanguageClient('postmortem', 'Postmortem', worker, options),
    // This host loads one file only, so the build puts the engine into it; it comes to life when it is asked for.
    () => require('@postmortem/preview'),
  )
}

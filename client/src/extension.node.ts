import type { ExtensionContext } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { type Api, activate as activateWith } from './activate.ts'

export function activate(context: ExtensionContext): Promise<Api> {
  const run = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc }
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } }
  return activateWith(
    context,
    (options) => new LanguageClient('postmortem', 'Postmortem', { run, debug }, options),
    () => require(context.asAbsolutePath('dist/preview.js')),
  )
}

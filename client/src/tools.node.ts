import type { ExtensionContext } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { createTools as createToolsWith, type Tools } from './tools.ts'

/** Creates the tools with a server in a process of its own. */
export function createTools(context: ExtensionContext): Tools {
  const run = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc }
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } }
  return createToolsWith(
    context,
    (options) => new LanguageClient('postmortem', 'Postmortem', { run, debug }, options),
  )
}

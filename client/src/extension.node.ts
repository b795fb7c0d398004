import type { ExtensionContext } from 'vscode'
import { type Api, activate as activateWith } from './activate.ts'

export function activate(context: ExtensionContext): Api {
  const load = (file: string) => require(context.asAbsolutePath(file))
  return activateWith(context, {
    createTools: () => (load('dist/tools.js') as typeof import('./tools.node.ts')).createTools(context),
    loadPreview: () => load('dist/preview.js'),
    contextServer: {
      // The editor's own Node.js, since there may be no other.
      command: process.execPath,
      args: [context.asAbsolutePath('dist/server.js'), 'mcp', '--stdio'],
      env: { ELECTRON_RUN_AS_NODE: '1' },
    },
  })
}

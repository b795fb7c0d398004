import type { ExtensionContext } from 'vscode'
import { type Api, activate as activateWith } from './activate.ts'

export function activate(context: ExtensionContext): Api {
  const load = (file: string) => require(context.asAbsolutePath(file))
  return activateWith(context, {
    createTools: () => (load('dist/tools.js') as typeof import('./tools.node.ts')).createTools(context),
    loadPreview: () => load('dist/preview.js'),
  })
}

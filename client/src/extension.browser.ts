import type { ExtensionContext } from 'vscode'
import { type Api, activate as activateWith } from './activate.ts'

/**
 * This host loads a single file, so the build puts everything into it. Each part is evaluated on first use.
 */
export function activate(context: ExtensionContext): Api {
  return activateWith(context, {
    createTools: () =>
      (require('./tools.browser.ts') as typeof import('./tools.browser.ts')).createTools(context),
    loadPreview: () => require('@postmortem/preview'),
    contextServer: null,
  })
}

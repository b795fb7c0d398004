import type { ExtensionContext } from 'vscode'
import { type Api, activate as activateWith } from './activate.ts'

/** This host loads one file only, so the build puts everything into it; each part comes to life when it is asked for. */
export function activate(context: ExtensionContext): Api {
  return activateWith(context, {
    createTools: () =>
      (require('./tools.browser.ts') as typeof import('./tools.browser.ts')).createTools(context),
    loadPreview: () => require('@postmortem/preview'),
  })
}

import type * as vscode from 'vscode'
import type { Middleware } from 'vscode-languageclient'
import { tellOutdated } from './tellOutdated.ts'

/** An edit, and the version of the document that it is for. */
interface HeldEdit {
  readonly edit: vscode.WorkspaceEdit
  readonly document: vscode.TextDocument
  readonly version: number
}

/**
 * Hands out the edit of an action only once the action is chosen, and only if the text is the same as before: a menu
 * stays open while another program writes the file, and the editor does not compare versions.
 */
export function refuseOutdatedActions(): Required<
  Pick<Middleware, 'provideCodeActions' | 'resolveCodeAction'>
> {
  const held = new WeakMap<vscode.CodeAction, HeldEdit>()
  return {
    provideCodeActions: async (document, range, context, token, next) => {
      const { version } = document
      const actions = await next(document, range, context, token)
      for (const action of actions ?? []) {
        if (!('edit' in action) || action.edit === undefined) continue
        held.set(action, { edit: action.edit, document, version })
        delete action.edit
      }
      return actions
    },
    resolveCodeAction: (action, token, next) => {
      const known = held.get(action)
      if (known === undefined) return next(action, token)
      const { edit, document, version } = known
      if (document.version === version) return { ...action, edit }
      tellOutdated()
      return { title: action.title }
    },
  }
}

import * as vscode from 'vscode'
import type { Middleware } from 'vscode-languageclient'

/**
 * The YAML extension, if installed, completes configuration from its schema; every item would appear twice.
 */
export const leaveYamlToItsExtension: Required<Pick<Middleware, 'provideCompletionItem'>> = {
  provideCompletionItem: (document, position, context, token, next) => {
    const isLeftToIt = document.languageId === 'yaml' && vscode.extensions.getExtension('redhat.vscode-yaml')
    return isLeftToIt ? null : next(document, position, context, token)
  },
}

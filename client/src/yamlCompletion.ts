import * as vscode from 'vscode'
import type { Middleware } from 'vscode-languageclient'

/** The YAML extension completes configuration by its schema, where it is installed; nobody wants all of it twice. */
export const leaveYamlToItsExtension: Required<Pick<Middleware, 'provideCompletionItem'>> = {
  provideCompletionItem: (document, position, context, token, next) => {
    const isLeft = document.languageId === 'yaml' && vscode.extensions.getExtension('redhat.vscode-yaml')
    return isLeft ? null : next(document, position, context, token)
  },
}

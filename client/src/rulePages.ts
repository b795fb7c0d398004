import * as vscode from 'vscode'
import type { Middleware } from 'vscode-languageclient'

/** Makes the rule that a diagnostic names a link to its page, which the extension brings along. */
export function linkRulePages(extensionUri: vscode.Uri): NonNullable<Middleware['handleDiagnostics']> {
  return (uri, diagnostics, next) => {
    for (const diagnostic of diagnostics) {
      const { code } = diagnostic
      // A rule has a hyphen in its name; other diagnostics have no page.
      if (typeof code !== 'string' || !code.includes('-')) continue
      diagnostic.code = {
        value: code,
        target: vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${code}.md`),
      }
    }
    next(uri, diagnostics)
  }
}

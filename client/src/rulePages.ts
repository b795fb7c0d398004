import type { RuleLink } from '@postmortem/shared/links'
import * as vscode from 'vscode'
import type { Middleware } from 'vscode-languageclient'

/** Links rule ids to the rules' pages, which are part of the extension. */
export function linkRulePages(
  extensionUri: vscode.Uri,
): Required<Pick<Middleware, 'handleDiagnostics' | 'provideDocumentLinks'>> {
  const pageOf = (rule: string) => vscode.Uri.joinPath(pagesIn(extensionUri), `${rule}.md`)
  return {
    handleDiagnostics: (uri, diagnostics, next) => {
      for (const diagnostic of diagnostics) {
        const { code } = diagnostic
        // Every rule id contains a hyphen; other diagnostics have no page.
        if (typeof code !== 'string' || !code.includes('-')) continue
        diagnostic.code = { value: code, target: pageOf(code) }
      }
      next(uri, diagnostics)
    },
    provideDocumentLinks: async (document, token, next) => {
      const links = await next(document, token)
      for (const link of links ?? []) {
        const rule = ruleOf(link)
        if (rule !== undefined) link.target = pageOf(rule)
      }
      return links
    },
  }
}

/**
 * A finding can link to a file but to no command, and a link opens the file as text. So the page takes the place of its
 * text.
 */
export function showRulePages(extensionUri: vscode.Uri): vscode.Disposable {
  const folder = `${pagesIn(extensionUri)}/`
  return vscode.window.onDidChangeActiveTextEditor((editor) => {
    if (editor === undefined || !editor.document.uri.toString().startsWith(folder)) return
    const place = { viewColumn: editor.viewColumn ?? vscode.ViewColumn.Active, preview: true }
    vscode.commands
      .executeCommand('vscode.openWith', editor.document.uri, 'vscode.markdown.preview.editor', place)
      // Without the built-in preview, the page stays open as text.
      .then(undefined, () => {})
  })
}

function pagesIn(extensionUri: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extensionUri, 'docs', 'rules')
}

function ruleOf(link: vscode.DocumentLink & { readonly data?: Partial<RuleLink> }): string | undefined {
  return link.data?.rule
}

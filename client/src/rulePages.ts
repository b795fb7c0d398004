import type { RuleLink } from '@postmortem/shared/links'
import * as vscode from 'vscode'
import type { Middleware } from 'vscode-languageclient'

/** Links rule ids to the rules' pages, which are part of the extension. */
export function linkRulePages(
  extensionUri: vscode.Uri,
): Required<Pick<Middleware, 'handleDiagnostics' | 'provideDocumentLinks'>> {
  const pageOf = (rule: string) => vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${rule}.md`)
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

function ruleOf(link: vscode.DocumentLink & { readonly data?: Partial<RuleLink> }): string | undefined {
  return link.data?.rule
}

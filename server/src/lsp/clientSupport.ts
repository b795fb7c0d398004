import { type ClientCapabilities, MarkupKind } from 'vscode-languageserver'

/**
 * What the editor at the other end can do. Our own client also knows the messages and commands beyond the
 * protocol; no other editor is bothered with them.
 */
export interface ClientSupport {
  readonly configuration: boolean
  readonly registerConfiguration: boolean
  readonly registerWatchedFiles: boolean
  readonly snippets: boolean
  readonly completionSnippets: boolean
  readonly markdownHovers: boolean
  readonly refreshHints: boolean
  readonly refreshLenses: boolean
  readonly notifications: boolean
  readonly readFile: boolean
  readonly hasFiles: boolean
  readonly commands: boolean
  /** It knows where the pages of the rules are. */
  readonly rulePages: boolean
  /** It asks for the edit of a code action only when the action is chosen. */
  readonly resolvesEdits: boolean
  readonly createsFiles: boolean
  readonly workspaceFolders: boolean
}

export function readClientSupport({
  workspace,
  textDocument,
  experimental,
}: ClientCapabilities): ClientSupport {
  const isOurs = experimental?.postmortem === true
  return {
    configuration: workspace?.configuration === true,
    registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registerWatchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    snippets: workspace?.workspaceEdit?.snippetEditSupport === true,
    completionSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    markdownHovers: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    refreshHints: workspace?.inlayHint?.refreshSupport === true,
    refreshLenses: workspace?.codeLens?.refreshSupport === true,
    notifications: isOurs,
    readFile: isOurs,
    hasFiles: isOurs,
    commands: isOurs,
    rulePages: isOurs,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    workspaceFolders: workspace?.workspaceFolders === true,
  }
}

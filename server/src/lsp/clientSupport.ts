import { type ClientCapabilities, MarkupKind, type PositionEncodingKind } from 'vscode-languageserver'
import { chooseEncoding } from './positions.ts'

/**
 * The abilities of the connected editor. Messages and commands beyond the protocol are for our own client; no
 * other editor is sent any.
 */
export interface ClientSupport {
  readonly positionEncoding: PositionEncodingKind
  readonly configuration: boolean
  readonly registerConfiguration: boolean
  readonly registerWatchedFiles: boolean
  readonly snippets: boolean
  readonly completionSnippets: boolean
  readonly markdownHovers: boolean
  readonly refreshHints: boolean
  readonly refreshLenses: boolean
  readonly refreshHighlights: boolean
  readonly notifications: boolean
  /** The client makes the outline from the last one and what is different. */
  readonly outlineChanges: boolean
  readonly readFile: boolean
  readonly hasFiles: boolean
  readonly commands: boolean
  /** The client knows where the pages of the rules are. */
  readonly rulePages: boolean
  /** The client asks for the edit of a code action only when the action is chosen. */
  readonly resolvesEdits: boolean
  readonly createsFiles: boolean
  readonly workspaceFolders: boolean
}

export function readClientSupport(capabilities: ClientCapabilities): ClientSupport {
  const { workspace, textDocument, experimental } = capabilities
  const isOurs = experimental?.postmortem === true
  return {
    positionEncoding: chooseEncoding(capabilities),
    configuration: workspace?.configuration === true,
    registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registerWatchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    snippets: workspace?.workspaceEdit?.snippetEditSupport === true,
    completionSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    markdownHovers: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    refreshHints: workspace?.inlayHint?.refreshSupport === true,
    refreshLenses: workspace?.codeLens?.refreshSupport === true,
    refreshHighlights: workspace?.semanticTokens?.refreshSupport === true,
    notifications: isOurs,
    outlineChanges: isOurs && experimental?.outlineChanges === true,
    readFile: isOurs,
    hasFiles: isOurs,
    commands: isOurs,
    rulePages: isOurs,
    resolvesEdits: textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    workspaceFolders: workspace?.workspaceFolders === true,
  }
}

import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver'
import type { ClientSupport } from './clientSupport.ts'
import type { OpenEditorDocument } from './openDocuments.ts'

/** Editors ask for hints, lenses and highlights after each edit, but do not know when configuration changes them. */
export function refreshHints(connection: Connection, support: ClientSupport): void {
  const logFailure = (error: unknown) =>
    connection.console.warn(`The editor did not refresh: ${String(error)}`)
  if (support.refreshHints) connection.languages.inlayHint.refresh().catch(logFailure)
  if (support.refreshHighlights) connection.languages.semanticTokens.refresh().catch(logFailure)
  if (support.refreshLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(logFailure)
}

/** A key of everything besides the text that hints, lenses and highlights depend on; null if the document has none. */
export function hintsKey({ configured, settings, document }: OpenEditorDocument): string | null {
  if (!configured || !document.report.recognition.postmortem) return null
  const { timeline, highlighting, sectionWordCounts } = settings
  return JSON.stringify([timeline.elapsedHints, highlighting, sectionWordCounts])
}

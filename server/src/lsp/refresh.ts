import { CodeLensRefreshRequest, type Connection } from 'vscode-languageserver'
import type { ClientSupport } from './clientSupport.ts'
import type { Entry } from './openDocuments.ts'

/** Editors ask anew for hints and lenses after an edit, but hear nothing of settings and configuration files. */
export function refresh(connection: Connection, { refreshHints, refreshLenses }: ClientSupport): void {
  const report = (error: unknown) => connection.console.warn(`The editor did not refresh: ${String(error)}`)
  if (refreshHints) connection.languages.inlayHint.refresh().catch(report)
  if (refreshLenses) connection.sendRequest(CodeLensRefreshRequest.type).catch(report)
}

/** What hints and lenses depend on besides the text; `null` where there are none, or none were counted on yet. */
export function outlook({ configured, settings, document }: Entry): string | null {
  if (!configured || !document.report.recognition.postmortem) return null
  return `elapsed hints: ${settings.timeline.elapsedHints}`
}

import type { InitializationOptions } from '@postmortem/shared/protocol'
import { l10n } from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'

/** Makes a language client that talks to the server of this host: a process of its own, or a worker. */
export type CreateLanguageClient = (options: LanguageClientOptions) => BaseLanguageClient

/**
 * Any Markdown document of any file system, saved or not; the server decides which ones are reports. And the
 * configuration files, which it tells by their names.
 */
export const clientOptions: LanguageClientOptions = {
  documentSelector: [{ language: 'markdown' }, { pattern: '**/.postmortem.{yml,yaml,json,jsonc}' }],
  diagnosticCollectionName: 'postmortem',
  // One table for both sides: the server cannot read it, for it may run where there are no files.
  initializationOptions: (): InitializationOptions => ({ translations: l10n.bundle ?? {} }),
}

/** Tells the server that this client understands the notifications of shared/src/protocol.ts. */
export function announceNotifications(client: BaseLanguageClient): void {
  client.registerFeature({
    fillClientCapabilities: (capabilities) => {
      capabilities.experimental = { ...capabilities.experimental, postmortem: true }
    },
    initialize: () => {},
    getState: () => ({ kind: 'static' }),
    clear: () => {},
  })
}

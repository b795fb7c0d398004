import type { InitializationOptions } from '@postmortem/shared/protocol'
import { l10n } from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import { documentSelector, isOurs } from './documents.ts'

/** Makes a language client that talks to the server of this host: a process of its own, or a worker. */
export type CreateLanguageClient = (options: LanguageClientOptions) => BaseLanguageClient

export const clientOptions: LanguageClientOptions = {
  documentSelector,
  diagnosticCollectionName: 'postmortem',
  // One table for both sides: the server cannot read it, for it may run where there are no files.
  initializationOptions: (): InitializationOptions => ({ translations: l10n.bundle ?? {} }),
  middleware: {
    // The server has nothing to say of a document that it has not heard of.
    didOpen: async (document, next) => {
      if (isOurs(document)) await next(document)
    },
  },
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

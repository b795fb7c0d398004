import type { InitializationOptions } from '@postmortem/shared/protocol'
import { l10n } from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import { documentSelector, isOurs } from './documents.ts'

/** Makes a language client that talks to the server of this host: a process of its own, or a worker. */
export type CreateLanguageClient = (options: LanguageClientOptions) => BaseLanguageClient

export function createClientOptions(): LanguageClientOptions {
  const opening = new Set<Promise<void>>()
  return {
    documentSelector,
    diagnosticCollectionName: 'postmortem',
    // One table for both sides: the server cannot read it, for it may run where there are no files.
    initializationOptions: (): InitializationOptions => ({ translations: l10n.bundle ?? {} }),
    middleware: {
      // The server has nothing to say of a document that it has not heard of.
      didOpen: async (document, next) => {
        if (!isOurs(document)) return
        const opened = next(document)
        opening.add(opened)
        await opened.finally(() => opening.delete(opened))
      },
      // What was asked while the server started would overtake the documents that it is about.
      sendRequest: async (type, params, token, next) => {
        await Promise.allSettled(opening)
        return next(type, params, token)
      },
    },
  }
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

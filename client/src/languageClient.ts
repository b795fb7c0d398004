import type { InitializationOptions } from '@postmortem/shared/initialization'
import { l10n } from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import { documentSelector, isOurs } from './documents.ts'

/**
 * Creates a language client for this host's server, which is a process on Node.js and a worker in a browser.
 */
export type CreateLanguageClient = (options: LanguageClientOptions) => BaseLanguageClient

export function createClientOptions(): LanguageClientOptions {
  const opening = new Set<Promise<void>>()
  return {
    documentSelector,
    diagnosticCollectionName: 'postmortem',
    // The server may run where there are no files, so it cannot read the translations itself.
    initializationOptions: (): InitializationOptions => ({ translations: l10n.bundle ?? {} }),
    middleware: {
      // The selector cannot tell files from notebook cells and comment boxes, which the server should not
      // see.
      didOpen: async (document, next) => {
        if (!isOurs(document)) return
        const opened = next(document)
        opening.add(opened)
        await opened.finally(() => opening.delete(opened))
      },
      // Requests made while the server starts would otherwise overtake the documents that they are about.
      sendRequest: async (type, params, token, next) => {
        await Promise.allSettled(opening)
        return next(type, params, token)
      },
    },
  }
}

/** Tells the server that this client understands the messages of `shared/src`. */
export function announceOwnMessages(client: BaseLanguageClient): void {
  client.registerFeature({
    fillClientCapabilities: (capabilities) => {
      capabilities.experimental = { ...capabilities.experimental, postmortem: true, outlineChanges: true }
    },
    initialize: () => {},
    getState: () => ({ kind: 'static' }),
    clear: () => {},
  })
}

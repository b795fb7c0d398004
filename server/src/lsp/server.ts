import {
  type Connection,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { createTranslator } from '../messages/translate.ts'
import { readClientSupport } from './clientSupport.ts'
import type { Disk } from './disk.ts'
import { features } from './features/index.ts'
import { Session } from './session.ts'
import { readClientTranslations } from './translations.ts'

const capabilities: ServerCapabilities = {
  textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
  ...Object.assign({}, ...features.map((feature) => feature.capabilities)),
}

/**
 * Serves an editor over a connection, on which the caller starts listening. Every handler depends on what the
 * editor supports and on its language, so all of them are registered by `initialize`; the protocol forbids
 * editors to send anything before its response. `disk` stands in for an editor that reads no files or brings
 * no translations. `watchClient` is given the id of the editor's process, if it has one on this machine.
 */
export function serve(
  connection: Connection,
  disk?: Disk,
  watchClient: (processId: number) => void = () => {},
): void {
  connection.onInitialize(async (editor): Promise<InitializeResult> => {
    if (typeof editor.processId === 'number') watchClient(editor.processId)
    const support = readClientSupport(editor.capabilities)
    const translations =
      readClientTranslations(editor.initializationOptions) ??
      (await disk?.translations(editor.locale ?? 'en')) ??
      {}
    new Session(connection, support, createTranslator(translations), disk).register()
    // The library adds to the object that it is given.
    const { positionEncoding } = support
    return { capabilities: { ...capabilities, positionEncoding }, serverInfo: { name: 'postmortem' } }
  })
}

import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { PassThrough } from 'node:stream'
import type { HasFilesRequest, ReadFileRequest } from '@postmortem/shared/files'
import type { ReportTextRequest } from '@postmortem/shared/incidents'
import type { InitializationOptions } from '@postmortem/shared/initialization'
import { type Outline, OutlineNotification } from '@postmortem/shared/outline'
import { applyOutlineChange, OutlineChangeNotification } from '@postmortem/shared/outlineChange'
import type {
  ClientCapabilities,
  CodeAction,
  CodeActionParams,
  Diagnostic,
  DidChangeWatchedFilesRegistrationOptions,
  InitializeResult,
  PublishDiagnosticsParams,
  Range,
  RegistrationParams,
  TextDocumentContentChangeEvent,
} from 'vscode-languageserver'
import {
  createConnection,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { Files } from '../../src/config/files.ts'
import { serve } from '../../src/lsp/server.ts'
import type { Translations } from '../../src/messages/translate.ts'
import type { MemoryFiles } from '../config/memoryFiles.ts'

/** An editor in miniature: it talks to a server over streams, and remembers what it was told. */
export interface Editor {
  readonly capabilities: InitializeResult['capabilities']
  readonly connection: ProtocolConnection
  readonly open: (text: string, uri?: string, version?: number) => Promise<void>
  readonly change: (...changes: TextDocumentContentChangeEvent[]) => Promise<void>
  /** Types over a range of the text, as offsets. */
  readonly type: (start: number, end: number, text: string) => Promise<void>
  readonly text: () => string
  readonly diagnostics: (uri?: string) => readonly Diagnostic[]
  readonly version: (uri?: string) => number | undefined
  /** As our own client knows it; null for a document that has none. */
  readonly outline: (uri: string) => Outline | null
  readonly told: <Params>(method: string) => readonly Params[]
  readonly codeActions: (range: Range, only?: string[]) => Promise<CodeAction[]>
  /** Ends when the server has answered everything that it was sent. */
  readonly settle: () => Promise<void>
  /** The globs of the files that the server asked to be told of. */
  readonly watched: () => readonly string[]
  readonly close: () => void
}

export const address = 'file:///report.md'

const noKind = ['quickfix.none']

const noFiles: Files = { read: async () => null }

/** What lies on the server's own disk, for editors that bring no translations. */
async function readTranslations(locale: string): Promise<Translations | null> {
  const file = resolve(import.meta.dirname, `../../../l10n/bundle.l10n.${locale}.json`)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

export async function startEditor(
  capabilities: ClientCapabilities = {},
  settings: () => unknown = () => ({}),
  files: Files & Partial<Pick<MemoryFiles, 'has'>> = noFiles,
  language: { readonly locale?: string; readonly initializationOptions?: InitializationOptions } = {},
): Promise<Editor> {
  const toServer = new PassThrough()
  const toClient = new PassThrough()
  const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient))
  const { has = async () => false } = files
  serve(server, { files, hasFile: has, translations: readTranslations })
  server.listen()
  const connection = createProtocolConnection(
    new StreamMessageReader(toClient),
    new StreamMessageWriter(toServer),
  )

  const published = new Map<string, PublishDiagnosticsParams>()
  const told: { method: string; params: unknown }[] = []
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.set(params.uri, params)
    told.push({ method: 'textDocument/publishDiagnostics', params })
  })
  const outlines = createOutlines()
  connection.onUnhandledNotification(({ method, params }) => {
    told.push({ method, params })
    outlines.hear(method, params as never)
  })
  let questions = 0
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => {
    questions += 1
    return items.map(settings)
  })
  let watched: readonly string[] = []
  connection.onRequest('client/registerCapability', ({ registrations }: RegistrationParams) => {
    for (const { method, registerOptions } of registrations) {
      if (method !== 'workspace/didChangeWatchedFiles') continue
      const { watchers } = registerOptions as DidChangeWatchedFilesRegistrationOptions
      watched = watchers.map(({ globPattern }) => String(globPattern))
    }
  })
  connection.onRequest('client/unregisterCapability', () => null)
  connection.onRequest('workspace/workspaceFolders', () => {
    questions += 1
    return [{ uri: 'file:///team', name: 'team' }]
  })
  connection.onRequest('postmortem/readFile', ({ uri }: ReadFileRequest.Params) => {
    questions += 1
    return files.read(uri)
  })
  connection.onRequest<ReportTextRequest.Result, void>(
    'postmortem/reportText',
    async ({ uri }: ReportTextRequest.Params) => {
      questions += 1
      const text = await files.read(uri)
      return text === null ? { unread: 'It cannot be read.' } : { text }
    },
  )
  connection.onRequest('postmortem/hasFiles', ({ uris }: HasFilesRequest.Params) => {
    questions += 1
    return Promise.all(uris.map(has))
  })
  connection.listen()
  const { capabilities: offered } = await connection.sendRequest<InitializeResult>('initialize', {
    processId: null,
    rootUri: null,
    capabilities,
    ...language,
  })
  await connection.sendNotification('initialized', {})

  let document = TextDocument.create(address, 'markdown', 0, '')
  const codeActions: Editor['codeActions'] = (range, only) => {
    const params: CodeActionParams = {
      textDocument: { uri: document.uri },
      range,
      context: { diagnostics: [], ...(only && { only }) },
    }
    return connection.sendRequest<CodeAction[]>('textDocument/codeAction', params)
  }
  const atStart = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }
  // As long as the server asks for settings or files, it has not answered yet. Before it says that there are no actions
  // of some kind, it checks the document.
  const settle = async () => {
    for (let before = -1; before !== questions; ) {
      before = questions
      await codeActions(atStart, noKind)
      await codeActions(atStart, noKind)
    }
  }
  const change: Editor['change'] = async (...contentChanges) => {
    document = updateText(document, contentChanges)
    const { uri, version } = document
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges,
    })
    await settle()
  }
  return {
    capabilities: offered,
    connection,
    open: async (text, uri = address, version = 1) => {
      document = TextDocument.create(uri, 'markdown', version, text)
      const textDocument = { uri, languageId: 'markdown', version, text }
      await connection.sendNotification('textDocument/didOpen', { textDocument })
      await settle()
    },
    change,
    type: (start, end, text) =>
      change({ range: { start: document.positionAt(start), end: document.positionAt(end) }, text }),
    text: () => document.getText(),
    diagnostics: (uri = address) => published.get(uri)?.diagnostics ?? [],
    version: (uri = address) => published.get(uri)?.version,
    outline: outlines.get,
    told: <Params>(method: string) =>
      told.filter((each) => each.method === method).map((each) => each.params as Params),
    codeActions,
    settle,
    watched: () => watched,
    close: () => {
      connection.dispose()
      server.dispose()
    },
  }
}

/** Like `TextDocument.update`, which miscounts the lines of a document after an edit that joins CR and LF. */
export function updateText(
  document: TextDocument,
  changes: readonly TextDocumentContentChangeEvent[],
): TextDocument {
  const version = document.version + 1
  const withText = (text: string) => TextDocument.create(document.uri, document.languageId, version, text)
  return changes.reduce(
    (before, change) => withText(TextDocument.update(before, [change], version).getText()),
    withText(document.getText()),
  )
}

function createOutlines() {
  const known = new Map<string, Outline>()
  return {
    get: (uri: string) => known.get(uri) ?? null,
    hear: (method: string, params: OutlineNotification.Params & OutlineChangeNotification.Params) => {
      const { uri } = params
      const last = known.get(uri)
      if (method === OutlineChangeNotification.method) {
        if (last === undefined) throw new Error('A change of an outline was sent before the outline.')
        known.set(uri, applyOutlineChange(last, params))
      }
      if (method === OutlineNotification.method) {
        if (params.outline === null) known.delete(uri)
        else known.set(uri, params.outline)
      }
    },
  }
}

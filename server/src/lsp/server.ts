import {
  InsertSectionsRequest,
  OutlineNotification,
  ReadFileRequest,
  WordCountNotification,
} from '@postmortem/shared/protocol'
import { defaultSettings, type Settings } from '@postmortem/shared/settings'
import {
  type ClientCapabilities,
  type CodeAction,
  type Connection,
  DidChangeConfigurationNotification,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { normalizeAddress } from '../config/address.ts'
import type { Files } from '../config/files.ts'
import { outlineReport } from '../features/outline.ts'
import { countReport } from '../features/wordCount.ts'
import { absentSections, insertSections } from '../postmortem/insertSections.ts'
import { createService, describeError } from '../service.ts'
import { codeActionOptions, findCodeActions } from './codeActions.ts'
import { ConfigurationDocuments, isConfiguration } from './configurationDocuments.ts'
import { type EditTarget, toDiagnostic, toRange, toSnippetEdit } from './convert.ts'
import { type Entry, OpenDocuments } from './openDocuments.ts'
import { createPublisher } from './publisher.ts'
import { WatchedFiles } from './watchedFiles.ts'

/** Our own client asks for the notifications beyond the protocol; no other editor is bothered with them. */
interface Abilities {
  readonly configuration: boolean
  readonly registerConfiguration: boolean
  readonly registerWatchedFiles: boolean
  readonly snippets: boolean
  readonly notifications: boolean
  readonly readFile: boolean
}

/**
 * Wires the service to a connection. The connection's owner starts listening. `disk` reads files for editors
 * that do not; our own client reads them from wherever the workspace is.
 */
export function serve(connection: Connection, disk?: Files): void {
  const files: Files = {
    read: async (address) => {
      if (!abilities.readFile) return (await disk?.read(address)) ?? null
      const params: ReadFileRequest.Params = { uri: address }
      return connection.sendRequest<ReadFileRequest.Result>(ReadFileRequest.method, params)
    },
  }
  const service = createService({ logger: connection.console, clock: Date.now, files })
  const documents = new OpenDocuments(service)
  let abilities: Abilities = readAbilities({})
  const publisher = createPublisher((method, params) => void connection.sendNotification(method, params))
  const configurationDocuments = new ConfigurationDocuments(service.configurations, publisher)
  const watchedFiles = new WatchedFiles(connection)
  /** By document: the last time that it was asked what holds for it. An answer to an older question is dropped. */
  const questions = new Map<string, symbol>()

  const publish = (entry: Entry) => {
    const { uri, version, document } = entry
    const { markdown, report } = document
    const findings = service.check(document)
    publisher.publish(uri, version, 'textDocument/publishDiagnostics', {
      diagnostics: findings.map((finding) => toDiagnostic(finding, uri, markdown)),
    })
    if (!abilities.notifications) return
    publisher.publish(uri, version, WordCountNotification.method, { count: countReport(report) })
    const sections = outlineReport(report)?.map((section) => ({
      ...section,
      range: section.range && toRange(section.range, markdown),
    }))
    publisher.publish(uri, version, OutlineNotification.method, {
      outline: sections ? { template: report.template.name, sections } : null,
    })
  }

  const readSettings = async (uri: string): Promise<Settings> => {
    if (!abilities.configuration) return defaultSettings
    try {
      return mergeSettings(
        await connection.workspace.getConfiguration({ scopeUri: uri, section: 'postmortem' }),
      )
    } catch (error) {
      connection.console.warn(`The settings could not be read: ${describeError(error)}`)
      return defaultSettings
    }
  }

  const watch = () => {
    if (abilities.registerWatchedFiles) watchedFiles.watch(configurationDocuments.addresses())
  }

  const configure = async (uri: string) => {
    const question = Symbol()
    questions.set(uri, question)
    const [settings, found] = await Promise.all([readSettings(uri), service.configurations.find(uri)])
    if (questions.get(uri) !== question) return
    configurationDocuments.depend(uri, found)
    watch()
    const team = found === null ? {} : { team: found.configuration }
    const entry = documents.configure(uri, { settings, address: uri, ...team })
    if (entry !== undefined) publish(entry)
  }

  const configureAll = async () => {
    await Promise.all(documents.all().map((entry) => configure(entry.uri)))
  }

  connection.onInitialize(({ capabilities }): InitializeResult => {
    abilities = readAbilities(capabilities)
    return {
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        codeActionProvider: codeActionOptions,
      },
      serverInfo: { name: 'postmortem' },
    }
  })

  connection.onInitialized(() => {
    if (abilities.registerConfiguration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'postmortem' })
    }
    watch()
  })

  connection.onDidChangeConfiguration(configureAll)

  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    const known = configurationDocuments.addresses()
    const concern = changes.some(({ uri }) => isConfiguration(uri) || known.has(normalizeAddress(uri)))
    if (!concern) return
    await configureAll()
    await configurationDocuments.checkAgain()
  })

  connection.onDidOpenTextDocument(async ({ textDocument: { uri, version, text } }) => {
    if (isConfiguration(uri)) return configurationDocuments.open(uri, version, text)
    documents.open(uri, version, text)
    await configure(uri)
  })

  connection.onDidChangeTextDocument(async ({ textDocument: { uri, version }, contentChanges }) => {
    if (isConfiguration(uri)) return configurationDocuments.change(uri, version, contentChanges)
    const entry = documents.change(uri, version, contentChanges)
    if (entry?.configured) publish(entry)
  })

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    if (isConfiguration(uri)) return configurationDocuments.close(uri)
    questions.delete(uri)
    documents.close(uri)
    publisher.clear(uri)
    configurationDocuments.depend(uri, null)
  })

  connection.onCodeAction((params): CodeAction[] => {
    const { uri } = params.textDocument
    if (isConfiguration(uri)) return configurationDocuments.codeActions(uri, params)
    const entry = documents.get(uri)
    return entry === undefined ? [] : findCodeActions(service.check(entry.document), params, toTarget(entry))
  })

  connection.onRequest(
    InsertSectionsRequest.method,
    ({ uri, sections }: InsertSectionsRequest.Params): InsertSectionsRequest.Result => {
      const entry = documents.get(uri)
      if (entry === undefined) return null
      const { report } = entry.document
      const wanted =
        sections === 'all-missing'
          ? report.missing
          : absentSections(report).filter((section) => sections.includes(section.id))
      return wanted.length === 0 ? null : toSnippetEdit(insertSections(wanted, report), toTarget(entry))
    },
  )

  const toTarget = ({ uri, version, document }: Entry): EditTarget => ({
    uri,
    version,
    document: document.markdown,
    snippets: abilities.snippets,
  })
}

function readAbilities({ workspace, experimental }: ClientCapabilities): Abilities {
  return {
    configuration: workspace?.configuration === true,
    registerConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registerWatchedFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    snippets: workspace?.workspaceEdit?.snippetEditSupport === true,
    notifications: experimental?.postmortem === true,
    readFile: experimental?.postmortem === true,
  }
}

/** An editor sends whatever stands in its settings file, so every value is checked. */
function mergeSettings(section: unknown): Settings {
  if (typeof section !== 'object' || section === null) return defaultSettings
  const { template } = section as Partial<Record<keyof Settings, unknown>>
  return { template: typeof template === 'string' ? template : defaultSettings.template }
}

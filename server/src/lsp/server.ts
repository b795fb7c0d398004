import { OutlineNotification, ReadFileRequest, WordCountNotification } from '@postmortem/shared/protocol'
import { defaultSettings, type Settings } from '@postmortem/shared/settings'
import {
  type CodeAction,
  type CodeActionParams,
  type Connection,
  DidChangeConfigurationNotification,
  FileChangeType,
  type InitializeResult,
  PositionEncodingKind,
  TextDocumentSyncKind,
} from 'vscode-languageserver'
import { normalizeAddress } from '../config/address.ts'
import type { Files } from '../config/files.ts'
import { countReport } from '../features/wordCount.ts'
import { createTranslator, inEnglish, type Translate, type Translations } from '../messages/translate.ts'
import { createService, describeError } from '../service.ts'
import { type ClientSupport, readClientSupport } from './clientSupport.ts'
import { ConfigurationDocuments, isConfiguration } from './configurationDocuments.ts'
import { toDiagnostic } from './convert.ts'
import { answer, type Feature, type Host, toTarget } from './feature.ts'
import { checking } from './features/checking.ts'
import { codeActionOptions, findCodeActions } from './features/codeActions.ts'
import { codeLenses } from './features/codeLenses.ts'
import { completion } from './features/completion.ts'
import { findWorkspaceActions, workspaceDisabling } from './features/disableInWorkspace.ts'
import { documentLinks } from './features/documentLinks.ts'
import { hovers } from './features/hovers.ts'
import { inlayHints } from './features/inlayHints.ts'
import { sectionInsertion } from './features/insertSections.ts'
import { newReports } from './features/newReports.ts'
import { gapFilling, toOutline } from './features/outline.ts'
import { timelinePasting } from './features/pasteTimeline.ts'
import { places } from './features/places.ts'
import { sectionMoving } from './features/sectionMoving.ts'
import { selectionCounting } from './features/selectionCount.ts'
import { findTimelineActions } from './features/timelineActions.ts'
import { timelinePicture } from './features/timelinePicture.ts'
import { timelineSorting } from './features/timelineSorting.ts'
import { timeZoneConversion } from './features/timeZoneConversion.ts'
import { writing } from './features/writing.ts'
import { createFileFinder, type HasFile } from './findFiles.ts'
import { LinkedFiles } from './linkedFiles.ts'
import { type Entry, OpenDocuments } from './openDocuments.ts'
import { createPublisher } from './publisher.ts'
import { outlook, refresh } from './refresh.ts'
import { mergeSettings } from './settings.ts'
import { readTranslations } from './translations.ts'
import { WatchedFiles } from './watchedFiles.ts'

const features: readonly Feature[] = [
  workspaceDisabling,
  inlayHints,
  codeLenses,
  hovers,
  sectionInsertion,
  gapFilling,
  sectionMoving,
  selectionCounting,
  writing,
  newReports,
  checking,
  completion,
  places,
  documentLinks,
  timelineSorting,
  timeZoneConversion,
  timelinePicture,
  timelinePasting,
]

/** What the server's own machine has for it, where there is one. */
export interface Disk {
  readonly files: Files
  readonly hasFile: HasFile
  /** By the name of a language, such as `de` or `pt-BR`; `null` where there are none. */
  readonly translations: (locale: string) => Promise<Translations | null>
}

/**
 * Wires the service to a connection. The connection's owner starts listening. `disk` reads files for editors
 * that do not, and translations for those that do not bring them; our own client reads files from wherever the
 * workspace is.
 */
export function serve(connection: Connection, disk?: Disk): void {
  const files: Files = {
    read: async (address) => {
      if (!support.readFile) return (await disk?.files.read(address)) ?? null
      const params: ReadFileRequest.Params = { uri: address }
      return connection.sendRequest<ReadFileRequest.Result>(ReadFileRequest.method, params)
    },
  }
  const service = createService({
    logger: connection.console,
    clock: Date.now,
    files,
    translate: (said) => translate(said),
  })
  const documents = new OpenDocuments(service)
  let support: ClientSupport = readClientSupport({})
  let translate: Translate = inEnglish
  const publisher = createPublisher((method, params) => void connection.sendNotification(method, params))
  const configurationDocuments = new ConfigurationDocuments(service.configurations, publisher, (said) =>
    translate(said),
  )
  const watchedFiles = new WatchedFiles(connection)
  const findFiles = createFileFinder({ connection, support: () => support }, disk?.hasFile)
  const linkedFiles = new LinkedFiles(findFiles, (uri) => {
    const entry = documents.get(uri)
    if (entry !== undefined) publish(entry)
    watch()
  })
  /** By document: the last time that it was asked what holds for it. An answer to an older question is dropped. */
  const questions = new Map<string, symbol>()
  /** By document: ends when it is known what holds for it, or when that was asked anew. */
  const configurations = new Map<string, Promise<void>>()

  const publish = (entry: Entry) => {
    const { uri, version, document } = entry
    const { markdown, report } = document
    const findings = linkedFiles.check(uri, (hasFile) => service.check(document, hasFile))
    publisher.publish(uri, version, 'textDocument/publishDiagnostics', {
      diagnostics: findings.map((finding) => toDiagnostic(finding, uri, markdown)),
    })
    if (!support.notifications) return
    publisher.publish(uri, version, WordCountNotification.method, { count: countReport(report) })
    publisher.publish(uri, version, OutlineNotification.method, {
      outline: toOutline(report, findings, markdown),
    })
  }

  const readSettings = async (uri: string): Promise<Settings> => {
    if (!support.configuration) return defaultSettings
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
    if (!support.registerWatchedFiles) return
    watchedFiles.watch(configurationDocuments.addresses(), linkedFiles.hasAny())
  }

  const readConfiguration = async (uri: string) => {
    const question = Symbol()
    questions.set(uri, question)
    const [settings, found] = await Promise.all([readSettings(uri), service.configurations.find(uri)])
    if (questions.get(uri) !== question) return
    configurationDocuments.depend(uri, found)
    watch()
    const team = found === null ? {} : { team: found.configuration }
    const entry = documents.get(uri)
    if (entry === undefined) return
    const before = outlook(entry)
    documents.configure(uri, { settings, address: uri, ...team })
    publish(entry)
    if (outlook(entry) !== before) refresh(connection, support)
  }

  const configure = (uri: string) => {
    const configuration = readConfiguration(uri)
    configurations.set(uri, configuration)
    return configuration
  }

  const whenConfigured = async (uri: string) => {
    for (let awaited: Promise<void> | undefined; awaited !== configurations.get(uri); ) {
      awaited = configurations.get(uri)
      await awaited
    }
  }

  const configureAll = async () => {
    await Promise.all(documents.all().map((entry) => configure(entry.uri)))
  }

  connection.onInitialize(
    async ({ capabilities, locale, initializationOptions }): Promise<InitializeResult> => {
      support = readClientSupport(capabilities)
      translate = createTranslator(
        readTranslations(initializationOptions) ?? (await disk?.translations(locale ?? 'en')) ?? {},
      )
      return {
        capabilities: {
          positionEncoding: PositionEncodingKind.UTF16,
          textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
          codeActionProvider: codeActionOptions,
          ...Object.assign({}, ...features.map((feature) => feature.capabilities)),
        },
        serverInfo: { name: 'postmortem' },
      }
    },
  )

  connection.onInitialized(() => {
    if (support.registerConfiguration) {
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'postmortem' })
    }
    watch()
  })

  connection.onDidChangeConfiguration(configureAll)

  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    linkedFiles.refreshAround(
      changes.filter(({ type }) => type !== FileChangeType.Changed).map(({ uri }) => uri),
    )
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

  connection.onDidSaveTextDocument(({ textDocument: { uri } }) => linkedFiles.refresh(uri))

  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    if (isConfiguration(uri)) return configurationDocuments.close(uri)
    questions.delete(uri)
    configurations.delete(uri)
    documents.close(uri)
    linkedFiles.close(uri)
    publisher.clear(uri)
    configurationDocuments.depend(uri, null)
    watch()
  })

  const findActions = (params: CodeActionParams): CodeAction[] => {
    const { uri } = params.textDocument
    if (isConfiguration(uri)) return configurationDocuments.codeActions(uri, params)
    const entry = documents.get(uri)
    if (entry === undefined) return []
    const target = toTarget(entry, support)
    const findings = service.check(entry.document, linkedFiles.lookUp(uri))
    return [
      ...findCodeActions(findings, entry.document.report, params, target, translate),
      ...findWorkspaceActions(findings, params, target, host),
      ...findTimelineActions(entry.document.report, params, target, translate),
    ]
  }

  const host: Host = {
    connection,
    documents,
    configurationDocuments,
    support: () => support,
    service,
    readSettings,
    whenConfigured,
    findFiles,
    translate: (said) => translate(said),
    now: Date.now,
  }
  connection.onCodeAction(answer('Code actions', host, findActions))
  for (const feature of features) feature.register(host)
}

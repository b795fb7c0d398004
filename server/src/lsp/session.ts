import { type CheckOccasion, checkOccasions } from '@postmortem/shared/settings'
import {
  type Connection,
  ConnectionError,
  DidChangeConfigurationNotification,
  type DidChangeTextDocumentParams,
  type DidChangeWatchedFilesParams,
  type DidOpenTextDocumentParams,
  FileChangeType,
  RAL,
} from 'vscode-languageserver'
import type { Finding } from '../checking/rule.ts'
import type { Steps } from '../checking/steps.ts'
import { nameOf, normalizeAddress } from '../config/address.ts'
import { sentence } from '../messages/sentence.ts'
import type { Translate } from '../messages/translate.ts'
import type { Report } from '../postmortem/report.ts'
import { createService, describeError, type Service } from '../service.ts'
import { Checks } from './checks.ts'
import type { ClientSupport } from './clientSupport.ts'
import { ComparedReports } from './comparedReports.ts'
import { ConfigurationDocuments, isConfiguration } from './configurationDocuments.ts'
import type { Disk } from './disk.ts'
import {
  type DocumentConfiguration,
  DocumentConfigurations,
  type ReadDocumentConfiguration,
  toSurroundings,
} from './documentConfigurations.ts'
import type { Host } from './feature.ts'
import { features } from './features/index.ts'
import { createExistenceCheck } from './fileExistence.ts'
import { createFileReader } from './fileReading.ts'
import { hintsKey, refreshHints } from './hintRefresh.ts'
import { createReportIndex } from './incidents/createReportIndex.ts'
import type { ReportIndex } from './incidents/reportIndex.ts'
import { LinkedFiles } from './linkedFiles.ts'
import { OpenDocuments, type OpenEditorDocument } from './openDocuments.ts'
import { createPositionEncoder } from './positions.ts'
import { createPublisher, type Publisher } from './publisher.ts'
import { publishReport } from './publishReport.ts'
import { createSettingsReader } from './settings.ts'
import { WatchedFiles } from './watchedFiles.ts'
import { showWork } from './workProgress.ts'

/** What has to happen to a document for its findings to be shown anew. What is on the disk counts as just saved. */
const occasionsThatShow: Readonly<Record<'edit' | 'save' | 'command', readonly CheckOccasion[]>> = {
  edit: ['whileTyping'],
  save: ['whileTyping', 'onSave'],
  command: checkOccasions,
}

/** One editor being served: the documents it has open, and what has been read and published for them. */
export class Session {
  readonly #connection: Connection
  readonly #support: ClientSupport
  readonly #service: Service
  readonly #documents: OpenDocuments
  readonly #publisher: Publisher
  readonly #configurationDocuments: ConfigurationDocuments
  readonly #configurations: DocumentConfigurations
  readonly #checks: Checks
  readonly #linkedFiles: LinkedFiles
  readonly #watchedFiles: WatchedFiles
  readonly #index: ReportIndex
  readonly #host: Host
  /** What is published for each report, for as long as the report is. */
  readonly #findings = new WeakMap<Report, readonly Finding[]>()
  /** The version of each document whose findings are shown. */
  readonly #shownVersions = new WeakMap<OpenEditorDocument, number>()
  readonly #hintsKeys = new WeakMap<OpenEditorDocument, string | null>()

  constructor(connection: Connection, support: ClientSupport, translate: Translate, disk: Disk | undefined) {
    const editor = { connection, support }
    const files = createFileReader(editor, disk?.files)
    const service = createService({ logger: connection.console, clock: Date.now, files, translate })
    const checkExistence = createExistenceCheck(editor, disk?.hasFile)
    const readSettings = createSettingsReader(editor)
    const readConfiguration: ReadDocumentConfiguration = async (uri) => {
      const [settings, found] = await Promise.all([readSettings(uri), service.configurations.find(uri)])
      return { settings, found }
    }
    this.#connection = connection
    this.#support = support
    this.#service = service
    const encodePositions = createPositionEncoder(support.positionEncoding)
    this.#documents = new OpenDocuments(service, encodePositions)
    this.#publisher = createPublisher(
      (method, params) => void connection.sendNotification(method, params),
      support,
    )
    this.#configurationDocuments = new ConfigurationDocuments(
      service.configurations,
      this.#publisher,
      translate,
      encodePositions,
    )
    this.#configurations = new DocumentConfigurations(readConfiguration, (uri, configuration) =>
      this.#configure(uri, configuration),
    )
    this.#checks = new Checks({
      nextTurn: (callback) => void RAL().timer.setImmediate(callback),
      now: Date.now,
      onError: (error) => {
        // The editor is gone, and nobody is left to be told of anything.
        if (!(error instanceof ConnectionError))
          connection.console.error(`A check failed: ${describeError(error)}`)
      },
      tellOf: (uri) => showWork(editor, translate(sentence`Checking ${nameOf(uri)}`)),
    })
    this.#linkedFiles = new LinkedFiles(checkExistence, (uri) => this.#checkAgain(uri))
    this.#watchedFiles = new WatchedFiles(connection)
    this.#index = createReportIndex(connection, translate, {
      service,
      readConfiguration,
      documents: this.#documents,
      checks: this.#checks,
    })
    this.#host = {
      ...editor,
      translate,
      service,
      encodePositions,
      documents: this.#documents,
      configurationDocuments: this.#configurationDocuments,
      configurations: this.#configurations,
      compared: new ComparedReports(service),
      index: this.#index,
      findingsOf: (open) => this.#findingsOf(open),
      showFindings: (open) => {
        this.#check(open, 'command')
        return this.#findingsOf(open)
      },
      readSettings,
      readConfiguration,
      checkExistence,
      now: Date.now,
    }
  }

  register(): void {
    const connection = this.#connection
    connection.onInitialized(() => this.#start())
    connection.onDidChangeConfiguration(() => this.#readAllConfigurations())
    connection.onDidChangeWatchedFiles((params) => this.#filesChanged(params))
    connection.onDidOpenTextDocument((params) => this.#open(params))
    connection.onDidChangeTextDocument((params) => this.#change(params))
    connection.onDidSaveTextDocument(({ textDocument }) => this.#save(textDocument.uri))
    connection.onDidCloseTextDocument(({ textDocument }) => this.#close(textDocument.uri))
    for (const feature of features) feature.register(this.#host)
  }

  #start(): void {
    if (this.#support.registerConfiguration) {
      void this.#connection.client.register(DidChangeConfigurationNotification.type, {
        section: 'postmortem',
      })
    }
    this.#watchFiles()
  }

  async #open({ textDocument: { uri, version, text } }: DidOpenTextDocumentParams): Promise<void> {
    if (typeof uri !== 'string' || typeof text !== 'string')
      throw new TypeError('The URI and the text of a document must be strings.')
    if (isConfiguration(uri)) return this.#configurationDocuments.open(uri, version, text)
    this.#documents.open(uri, version, text)
    await this.#configurations.refresh(uri)
  }

  async #change({ textDocument, contentChanges }: DidChangeTextDocumentParams): Promise<void> {
    const { uri, version } = textDocument
    if (isConfiguration(uri)) return this.#configurationDocuments.change(uri, version, contentChanges)
    const changed = this.#documents.change(uri, version, contentChanges)
    if (changed?.configured) this.#check(changed, 'edit')
  }

  #save(uri: string): void {
    this.#linkedFiles.refresh(uri)
    const open = this.#documents.get(uri)
    if (open?.configured && open.settings.check === 'onSave') this.#check(open, 'save')
  }

  #close(uri: string): void {
    if (isConfiguration(uri)) {
      this.#configurationDocuments.close(uri)
      return
    }
    this.#configurations.forget(uri)
    this.#checks.drop(uri)
    this.#documents.close(uri)
    this.#linkedFiles.close(uri)
    this.#index.follow(uri)
    this.#publisher.clear(uri)
    this.#configurationDocuments.depend(uri, null)
    this.#watchFiles()
  }

  async #filesChanged({ changes }: DidChangeWatchedFilesParams): Promise<void> {
    const createdOrDeleted = changes.filter(({ type }) => type !== FileChangeType.Changed)
    this.#linkedFiles.refreshAround(createdOrDeleted.map(({ uri }) => uri))
    const known = this.#configurationAddresses()
    if (!changes.some(({ uri }) => isConfiguration(uri) || known.has(normalizeAddress(uri)))) return
    await this.#readAllConfigurations()
    await this.#configurationDocuments.checkAgain()
  }

  async #readAllConfigurations(): Promise<void> {
    this.#index.configurationChanged()
    await Promise.all(this.#documents.all().map(({ uri }) => this.#configurations.refresh(uri)))
  }

  #configure(uri: string, configuration: DocumentConfiguration): void {
    this.#configurationDocuments.depend(uri, configuration.found)
    this.#watchFiles()
    const open = this.#documents.get(uri)
    if (open === undefined) return
    this.#documents.configure(uri, toSurroundings(uri, configuration))
    this.#check(open, 'save')
  }

  #check(open: OpenEditorDocument, event: keyof typeof occasionsThatShow): void {
    if (occasionsThatShow[event].includes(open.settings.check)) this.#shownVersions.set(open, open.version)
    this.#checks.schedule(open.uri, this.#checkInSteps(open))
  }

  *#checkInSteps(open: OpenEditorDocument): Steps<void> {
    const { uri, document } = open
    yield* document.readInSteps()
    const findings = yield* this.#linkedFiles.check(uri, (hasFile) =>
      this.#service.checkInSteps(document, hasFile),
    )
    this.#findings.set(document.report, findings)
    this.#refreshHints(open)
    // What is no report any more has nothing left to show.
    const { postmortem } = document.report.recognition
    const isShown = !postmortem || this.#shownVersions.get(open) === open.version
    publishReport(open, findings, isShown, this.#publisher, this.#support)
    this.#index.follow(uri)
  }

  /** The editor asks again after an edit, but does not know what else hints depend on. */
  #refreshHints(open: OpenEditorDocument): void {
    const key = hintsKey(open)
    if ((this.#hintsKeys.get(open) ?? null) === key) return
    this.#hintsKeys.set(open, key)
    refreshHints(this.#connection, this.#support)
  }

  /** An editor that asks about findings has been sent them before it gets the answer. */
  #findingsOf({ uri, document }: OpenEditorDocument): readonly Finding[] {
    this.#checks.finish(uri)
    const published = this.#findings.get(document.report)
    return published ?? this.#service.check(document, this.#linkedFiles.lookUp(uri))
  }

  #checkAgain(uri: string): void {
    const open = this.#documents.get(uri)
    if (open !== undefined) this.#check(open, 'edit')
    this.#watchFiles()
  }

  #watchFiles(): void {
    if (!this.#support.registerWatchedFiles) return
    this.#watchedFiles.watch(this.#configurationAddresses(), this.#linkedFiles.hasAny())
  }

  /** Every file that configures a report, open or not, or would if it existed. */
  #configurationAddresses(): ReadonlySet<string> {
    return new Set([...this.#configurationDocuments.addresses(), ...this.#index.addresses()])
  }
}

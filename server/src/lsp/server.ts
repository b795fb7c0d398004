import {
  InsertSectionsRequest,
  OutlineNotification,
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
import { outlineReport } from '../features/outline.ts'
import { countReport } from '../features/wordCount.ts'
import { absentSections, insertSections } from '../postmortem/insertSections.ts'
import { createService, describeError } from '../service.ts'
import { codeActionOptions, findCodeActions } from './codeActions.ts'
import { type EditTarget, toDiagnostic, toRange, toSnippetEdit } from './convert.ts'
import { type Entry, OpenDocuments } from './openDocuments.ts'
import { createPublisher } from './publisher.ts'

/** Our own client asks for the notifications beyond the protocol; no other editor is bothered with them. */
interface Abilities {
  readonly configuration: boolean
  readonly registerConfiguration: boolean
  readonly snippets: boolean
  readonly notifications: boolean
}

/** Wires the service to a connection. The connection's owner starts listening. */
export function serve(connection: Connection): void {
  const service = createService({ logger: connection.console, clock: Date.now })
  const documents = new OpenDocuments(service)
  let abilities: Abilities = readAbilities({})
  const publisher = createPublisher((method, params) => void connection.sendNotification(method, params))

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

  const configure = async (uri: string) => {
    const settings = await readSettings(uri)
    const entry = documents.configure(uri, settings)
    if (entry !== undefined) publish(entry)
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
  })

  connection.onDidChangeConfiguration(async () => {
    await Promise.all(documents.all().map((entry) => configure(entry.uri)))
  })

  connection.onDidOpenTextDocument(async ({ textDocument }) => {
    documents.open(textDocument.uri, textDocument.version, textDocument.text)
    await configure(textDocument.uri)
  })

  connection.onDidChangeTextDocument(({ textDocument, contentChanges }) => {
    const entry = documents.change(textDocument.uri, textDocument.version, contentChanges)
    if (entry !== undefined) publish(entry)
  })

  connection.onDidCloseTextDocument(({ textDocument }) => {
    documents.close(textDocument.uri)
    publisher.clear(textDocument.uri)
  })

  connection.onCodeAction((params): CodeAction[] => {
    const entry = documents.get(params.textDocument.uri)
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
    snippets: workspace?.workspaceEdit?.snippetEditSupport === true,
    notifications: experimental?.postmortem === true,
  }
}

/** An editor sends whatever stands in its settings file, so every value is checked. */
function mergeSettings(section: unknown): Settings {
  if (typeof section !== 'object' || section === null) return defaultSettings
  const { template } = section as Partial<Record<keyof Settings, unknown>>
  return { template: typeof template === 'string' ? template : defaultSettings.template }
}

import type { Settings } from '@postmortem/shared/settings'
import {
  type CancellationToken,
  type Connection,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
} from 'vscode-languageserver'
import type { Finding } from '../checking/rule.ts'
import type { Translate } from '../messages/translate.ts'
import { describeError, type Service } from '../service.ts'
import type { ClientSupport } from './clientSupport.ts'
import type { ComparedReports } from './comparedReports.ts'
import type { ConfigurationDocuments } from './configurationDocuments.ts'
import type { EditTarget } from './convert.ts'
import type { DocumentConfigurations, ReadDocumentConfiguration } from './documentConfigurations.ts'
import type { ReportIndex } from './incidents/reportIndex.ts'
import type { CheckExistence } from './linkedFiles.ts'
import type { OpenDocuments, OpenEditorDocument } from './openDocuments.ts'
import type { EncodePositions } from './positions.ts'

/** One thing that an editor can ask for. */
export interface Feature {
  readonly capabilities: ServerCapabilities
  readonly register: (host: Host) => void
}

/** Everything a feature needs to answer a request. */
export interface Host {
  readonly connection: Connection
  readonly support: ClientSupport
  /** Translates into the language of the writer. */
  readonly translate: Translate
  readonly service: Service
  readonly encodePositions: EncodePositions
  readonly documents: Pick<OpenDocuments, 'get'>
  readonly configurationDocuments: Pick<ConfigurationDocuments, 'get' | 'codeActions'>
  readonly configurations: Pick<DocumentConfigurations, 'whenSettled'>
  /** The reports of the last check of the workspace. */
  readonly compared: ComparedReports
  /** The incidents of all reports in the workspace. */
  readonly index: ReportIndex
  /** What the last check of the document found. */
  readonly findingsOf: (open: OpenEditorDocument) => readonly Finding[]
  /** Checks the document and publishes what is found, whatever the settings say; returns what is found. */
  readonly showFindings: (open: OpenEditorDocument) => readonly Finding[]
  readonly readSettings: (uri: string) => Promise<Settings>
  readonly readConfiguration: ReadDocumentConfiguration
  readonly checkExistence: CheckExistence
  /** The present time, in milliseconds since 1970. */
  readonly now: () => number
}

export type Handler<Params, Result> = (
  params: Params,
  token: CancellationToken,
) => Result | null | ResponseError<void>

/**
 * Wraps the handler of every request. A feature that throws becomes one logged error and no answer, and a
 * request that was cancelled while it waited for its turn is not computed at all.
 */
export function answer<Params, Result>(
  name: string,
  { connection }: Host,
  compute: (params: Params) => Result | null,
): Handler<Params, Result> {
  return (params, token) => {
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled')
    try {
      return compute(params)
    } catch (error) {
      connection.console.error(`${name} failed: ${describeError(error)}`)
      return null
    }
  }
}

/** Like `answer`, for a handler that has to wait for files or settings. */
export function answerLater<Params, Result>(
  name: string,
  { connection }: Host,
  compute: (params: Params, token: CancellationToken) => Promise<Result | null>,
): (params: Params, token: CancellationToken) => Promise<Result | null | ResponseError<void>> {
  const cancelled = () => new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'Cancelled')
  return async (params, token) => {
    if (token.isCancellationRequested) return cancelled()
    try {
      const result = await compute(params, token)
      return token.isCancellationRequested ? cancelled() : result
    } catch (error) {
      connection.console.error(`${name} failed: ${describeError(error)}`)
      return null
    }
  }
}

export function toTarget(
  { uri, version, document, positions }: OpenEditorDocument,
  { snippets }: ClientSupport,
): EditTarget {
  return { uri, version, document: document.markdown, positions, snippets }
}

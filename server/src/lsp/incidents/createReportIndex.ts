import { IncidentsChangedNotification, ReportTextRequest } from '@postmortem/shared/incidents'
import { type Connection, RAL } from 'vscode-languageserver'
import { sentence } from '../../messages/sentence.ts'
import type { Translate } from '../../messages/translate.ts'
import { describeError, type Service } from '../../service.ts'
import type { Checks } from '../checks.ts'
import type { ReadDocumentConfiguration } from '../documentConfigurations.ts'
import type { OpenDocuments } from '../openDocuments.ts'
import { FolderConfigurations } from './folderConfigurations.ts'
import { ReportIndex } from './reportIndex.ts'
import { createSlices } from './slices.ts'

export interface IndexedSession {
  readonly service: Service
  readonly readConfiguration: ReadDocumentConfiguration
  readonly documents: Pick<OpenDocuments, 'get'>
  readonly checks: Pick<Checks, 'isBusy'>
}

/** An index that reads files through the client and lets its edits and checks go first. */
export function createReportIndex(
  connection: Connection,
  translate: Translate,
  { service, readConfiguration, documents, checks }: IndexedSession,
): ReportIndex {
  return new ReportIndex({
    service,
    configurations: new FolderConfigurations(readConfiguration),
    readText: (uri) => {
      const params: ReportTextRequest.Params = { uri }
      return connection.sendRequest<ReportTextRequest.Result>(ReportTextRequest.method, params)
    },
    openDocument: (uri) => {
      const open = documents.get(uri)
      return open?.configured ? open.document : undefined
    },
    giveWay: createSlices({
      nextTurn: (callback) => void RAL().timer.setImmediate(callback),
      now: Date.now,
      isBusy: () => checks.isBusy,
    }),
    now: Date.now,
    onError: ({ name }, error) => {
      connection.console.error(`Reading "${name}" failed: ${describeError(error)}`)
      return translate(sentence`The server failed to read this file; its log says why.`)
    },
    onChange: (state) => void connection.sendNotification(IncidentsChangedNotification.method, state),
  })
}

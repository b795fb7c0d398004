import {
  AbsentSectionsRequest,
  NewEntryRequest,
  PlaceholdersRequest,
  SummaryRequest,
  TimestampRequest,
} from '@postmortem/shared/clientCommands'
import { TemplatesRequest } from '@postmortem/shared/newReport'
import { absentSections } from '../../editing/insertSections.ts'
import { summarizeForChat } from '../../features/chatSummary.ts'
import { insertEntry } from '../../features/newEntry.ts'
import { linkToReport } from '../../features/reportLink.ts'
import { writeTimestamp } from '../../features/timestamp.ts'
import { sentenceOf } from '../../messages/sentence.ts'
import type { Translate } from '../../messages/translate.ts'
import { templates } from '../../templates/index.ts'
import { toSnippetEdit } from '../convert.ts'
import { answer, type Feature, type Host, toTarget } from '../feature.ts'
import type { OpenEditorDocument } from '../openDocuments.ts'
import { toRange } from '../positions.ts'

/** Answers the commands of our own client that write into a report or read from it. */
export const clientCommands: Feature = {
  capabilities: {},
  register: (host) => {
    const { connection } = host
    const onReport = <Params extends { readonly uri: string }>(
      method: string,
      compute: (params: Params, open: OpenEditorDocument) => unknown,
    ) => connection.onRequest(method, answer(method, host, onlyForReports(host, compute)))

    connection.onRequest(
      TemplatesRequest.method,
      answer(TemplatesRequest.method, host, () => listTemplates(host.translate)),
    )
    onReport(AbsentSectionsRequest.method, (_: AbsentSectionsRequest.Params, { document }) =>
      absentSections(document.report).map(({ id, title, guidance, required }) => ({
        id,
        title,
        guidance: host.translate(sentenceOf(guidance)),
        required,
      })),
    )
    onReport(TimestampRequest.method, ({ at, zone }: TimestampRequest.Params, { document, positions }) =>
      writeTimestamp(document.report, positions.offsetAt(at), host.now(), zone),
    )
    onReport(NewEntryRequest.method, ({ time }: NewEntryRequest.Params, open): NewEntryRequest.Result => {
      const result = insertEntry(open.document.report, time, host.now())
      if (result.kind === 'refused') return { kind: 'refused', reason: host.translate(result.reason) }
      const { placeholders } = open.document.report
      const target = toTarget(open, host.support)
      return { kind: 'inserted', edit: toSnippetEdit(result.edits, target, placeholders) }
    })
    onReport(PlaceholdersRequest.method, (_: PlaceholdersRequest.Params, { document, positions }) =>
      document.report.placeholders.map((placeholder) => toRange(placeholder, positions)),
    )
    onReport(SummaryRequest.method, ({ repository, path }: SummaryRequest.Params, { document }) =>
      summarizeForChat(document.report, (repository && linkToReport(repository)) ?? path),
    )
  },
}

function onlyForReports<Params extends { readonly uri: string }, Result>(
  { documents }: Host,
  compute: (params: Params, open: OpenEditorDocument) => Result,
): (params: Params) => Result | null {
  return (params) => {
    const open = documents.get(params.uri)
    return open?.document.report.recognition.postmortem ? compute(params, open) : null
  }
}

function listTemplates(translate: Translate): TemplatesRequest.Result {
  return templates.map(({ id, name, description }) => ({
    id,
    name,
    description: translate(sentenceOf(description)),
  }))
}

import { BeginningsRequest, MomentRequest, NewReportRequest } from '@postmortem/shared/newReport'
import { beginReport, templatesFor } from '../../beginReport.ts'
import { describeMoment, printMoment, readMoment } from '../../features/moment.ts'
import { nameReport } from '../../features/newReport.ts'
import { sentenceOf } from '../../messages/sentence.ts'
import type { Surroundings } from '../../service.ts'
import { defaultTemplate } from '../../templates/index.ts'
import { toSnippet } from '../../templates/placeholders.ts'
import { toSurroundings } from '../documentConfigurations.ts'
import { answer, answerLater, type Feature, type Host } from '../feature.ts'
import { usualSeverities } from './formCompletion.ts'

/** Answers the questions of the client's dialog for a new report. */
export const newReports: Feature = {
  capabilities: {},
  register: (host) => {
    const { connection } = host
    connection.onRequest<BeginningsRequest.Result | null, void>(
      BeginningsRequest.method,
      answerLater(BeginningsRequest.method, host, ({ uri }: BeginningsRequest.Params) =>
        findBeginnings(uri, host),
      ),
    )
    connection.onRequest<MomentRequest.Result | null, void>(
      MomentRequest.method,
      answer(MomentRequest.method, host, (params: MomentRequest.Params) => readMomentAnswer(params, host)),
    )
    connection.onRequest<NewReportRequest.Result | null, void>(
      NewReportRequest.method,
      answerLater(NewReportRequest.method, host, (params: NewReportRequest.Params) => begin(params, host)),
    )
  },
}

async function findBeginnings(uri: string | null, host: Host): Promise<BeginningsRequest.Result> {
  const surroundings = await findSurroundings(uri, host)
  const severities = Object.keys(surroundings.team?.templatesBySeverity ?? {})
  return {
    templates: templatesFor(surroundings).map(({ id, name, description }) => ({
      id,
      name,
      description: host.translate(sentenceOf(description)),
    })),
    severities: severities.length > 0 ? severities : usualSeverities,
  }
}

function readMomentAnswer(
  { text, start, zone }: MomentRequest.Params,
  { now, translate }: Host,
): MomentRequest.Result {
  const startInstant = start === null ? null : Date.parse(`${start.replace(' ', 'T')}Z`)
  const moment = readMoment(text, now(), startInstant, zone)
  if (moment.kind === 'refused') return { kind: 'refused', reason: translate(moment.reason) }
  const note = translate(describeMoment(moment.instant, now(), startInstant))
  return { kind: 'understood', moment: printMoment(moment.instant), zone: moment.zone, note }
}

async function begin(params: NewReportRequest.Params, host: Host): Promise<NewReportRequest.Result> {
  const surroundings = await findSurroundings(params.uri, host)
  const template = templatesFor(surroundings).find(({ id }) => id === params.template) ?? defaultTemplate
  const text = beginReport(host.service, surroundings, template, params)
  return { text, snippet: toSnippet(text), fileName: nameReport(params, host.now()) }
}

async function findSurroundings(uri: string | null, host: Host): Promise<Surroundings> {
  if (uri === null) return { settings: await host.readSettings('untitled:report.md') }
  return toSurroundings(uri, await host.readConfiguration(uri))
}

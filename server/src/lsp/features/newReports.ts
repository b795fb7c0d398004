import { BeginningsRequest, MomentRequest, NewReportRequest } from '@postmortem/shared/writing'
import { beginReport, templatesFor } from '../../beginReport.ts'
import { describeMoment, printMoment, readMoment } from '../../features/moment.ts'
import { nameReport } from '../../features/newReport.ts'
import { sentenceOf } from '../../messages/sentence.ts'
import type { Surroundings } from '../../service.ts'
import { defaultTemplate } from '../../templates/index.ts'
import { toSnippet } from '../../templates/placeholders.ts'
import { answer, answerLater, type Feature, type Host } from '../feature.ts'

/** What the client asks while somebody begins a report. */
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
      answer(MomentRequest.method, host, (params: MomentRequest.Params) => understand(params, host)),
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

const usualSeverities = ['SEV1', 'SEV2', 'SEV3', 'SEV4', 'SEV5']

function understand({ text, start }: MomentRequest.Params, { now, translate }: Host): MomentRequest.Result {
  const since = start === null ? null : Date.parse(`${start.replace(' ', 'T')}Z`)
  const moment = readMoment(text, now(), since)
  if (moment.kind === 'refused') return { kind: 'refused', reason: translate(moment.reason) }
  const note = translate(describeMoment(moment.instant, now(), since))
  return { kind: 'understood', moment: printMoment(moment.instant), note }
}

async function begin(params: NewReportRequest.Params, host: Host): Promise<NewReportRequest.Result> {
  const surroundings = await findSurroundings(params.uri, host)
  const template = templatesFor(surroundings).find(({ id }) => id === params.template) ?? defaultTemplate
  const text = beginReport(host.service, surroundings, template, params)
  return { text, snippet: toSnippet(text), fileName: nameReport(params, host.now()) }
}

async function findSurroundings(uri: string | null, host: Host): Promise<Surroundings> {
  if (uri === null) return { settings: await host.readSettings('untitled:report.md') }
  const [settings, found] = await Promise.all([host.readSettings(uri), host.service.configurations.find(uri)])
  return { settings, address: uri, ...(found !== null && { team: found.configuration }) }
}

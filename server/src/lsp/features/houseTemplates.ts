import { DeriveTemplateRequest } from '@postmortem/shared/houseTemplate'
import type { CancellationToken } from 'vscode-languageserver'
import {
  type Derivation,
  type DerivedFrom,
  deriveTemplate,
} from '../../features/houseTemplate/deriveTemplate.ts'
import { printHouseTemplate } from '../../features/houseTemplate/printHouseTemplate.ts'
import { sentence } from '../../messages/sentence.ts'
import { toSurroundings } from '../documentConfigurations.ts'
import { answerLater, type Feature, type Host } from '../feature.ts'

/** Answers the client's command that derives a template from the reports of a folder. */
export const houseTemplates: Feature = {
  capabilities: {},
  register: (host) => {
    host.connection.onRequest<DeriveTemplateRequest.Result | null, void>(
      DeriveTemplateRequest.method,
      answerLater(DeriveTemplateRequest.method, host, (params: DeriveTemplateRequest.Params, token) =>
        derive(params, host, token),
      ),
    )
  },
}

async function derive(
  { folder, files, workDoneToken }: DeriveTemplateRequest.Params,
  host: Host,
  token: CancellationToken,
): Promise<DeriveTemplateRequest.Result | null> {
  const progress = host.connection.window.attachWorkDoneProgress(workDoneToken)
  progress.begin(host.translate(sentence`Reading the reports`), 0)
  try {
    const sources = await readAll(files, host, token, (done) => progress.report((100 * done) / files.length))
    return sources && describe(deriveTemplate(sources), { folder, files }, host)
  } finally {
    progress.done()
  }
}

/** Null if it was cancelled. */
async function readAll(
  files: DeriveTemplateRequest.Params['files'],
  host: Host,
  token: CancellationToken,
  reportDone: (count: number) => void,
): Promise<readonly DerivedFrom[] | null> {
  const sources: DerivedFrom[] = []
  for (const [index, { uri, text }] of files.entries()) {
    if (token.isCancellationRequested) return null
    const { report, markdown } = host.service.open(
      text,
      toSurroundings(uri, await host.readConfiguration(uri)),
    )
    if (report.recognition.postmortem) sources.push({ document: markdown, report })
    reportDone(index + 1)
    await nextTurn()
  }
  return sources
}

function describe(
  derivation: Derivation,
  { folder, files }: Pick<DeriveTemplateRequest.Params, 'folder' | 'files'>,
  host: Host,
): DeriveTemplateRequest.Result {
  if (derivation.kind === 'refused') return { kind: 'refused', reason: host.translate(derivation.reason) }
  const { house } = derivation
  return {
    kind: 'derived',
    text: printHouseTemplate(house, folder),
    reports: house.reports,
    skipped: files.length - house.reports,
  }
}

/** Lets what the editor asks meanwhile be answered, and a cancellation arrive. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0)
  })
}

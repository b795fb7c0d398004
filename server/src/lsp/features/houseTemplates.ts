import { DeriveTemplateRequest } from '@postmortem/shared/houseTemplate'
import type { CancellationToken } from 'vscode-languageserver'
import { type DerivedFrom, deriveTemplate } from '../../features/houseTemplate/deriveTemplate.ts'
import { printHouseTemplate } from '../../features/houseTemplate/printHouseTemplate.ts'
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
  { folder, files }: DeriveTemplateRequest.Params,
  host: Host,
  token: CancellationToken,
): Promise<DeriveTemplateRequest.Result | null> {
  const sources: DerivedFrom[] = []
  for (const { uri, text } of files) {
    if (token.isCancellationRequested) return null
    const { report, markdown } = host.service.open(
      text,
      toSurroundings(uri, await host.readConfiguration(uri)),
    )
    if (report.recognition.postmortem) sources.push({ document: markdown, report })
    await nextTurn()
  }
  const derivation = deriveTemplate(sources)
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

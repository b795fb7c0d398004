import {
  CheckReportRequest,
  CheckTextRequest,
  CompareReportsRequest,
  FixTextRequest,
  StatusRequest,
} from '@postmortem/shared/checking'
import type { Diagnostic, TextEdit } from 'vscode-languageserver'
import { isInProblems } from '../../checking/rule.ts'
import { collectSafeEdits } from '../../checking/safeEdits.ts'
import { toDiagnostic, toTextEdits } from '../convert.ts'
import { toSurroundings } from '../documentConfigurations.ts'
import { answerLater, type Feature } from '../feature.ts'
import { checkWithFiles } from '../linkedFiles.ts'

/**
 * Answers the client's commands that check a report, or check and fix a whole workspace, and its status item for the
 * active document.
 */
export const checking: Feature = {
  capabilities: {},
  register: (host) => {
    const { connection, documents, service, compared } = host
    const checkText = async ({ uri, text }: CheckTextRequest.Params) => {
      const document = service.open(text, toSurroundings(uri, await host.readConfiguration(uri)))
      if (!document.report.recognition.postmortem) return null
      const findings = await checkWithFiles(
        uri,
        (hasFile) => service.check(document, hasFile),
        host.checkExistence,
      )
      return { document, findings, positions: host.encodePositions(document.markdown) }
    }
    const check = async (params: CheckTextRequest.Params): Promise<readonly Diagnostic[] | null> => {
      const checked = await checkText(params)
      if (checked === null) return null
      const { document, findings, positions } = checked
      compared.remember(params.uri, document, positions, findings.length)
      return findings.map((each) => toDiagnostic(each, params.uri, positions))
    }
    const compare = async ({
      uris,
    }: CompareReportsRequest.Params): Promise<CompareReportsRequest.Result<Diagnostic>> =>
      compared.compare(uris)
    const fix = async (params: FixTextRequest.Params): Promise<readonly TextEdit[] | null> => {
      const checked = await checkText(params)
      return checked && toTextEdits(collectSafeEdits(checked.findings).edits, checked.positions)
    }
    const show = async ({ uri }: CheckReportRequest.Params): Promise<CheckReportRequest.Result> => {
      await documents.get(uri)?.whenConfigured
      const open = documents.get(uri)
      if (!open?.document.report.recognition.postmortem) return null
      return host.showFindings(open).filter(isInProblems).length
    }
    const describe = async ({ uri }: StatusRequest.Params): Promise<StatusRequest.Result> => {
      const [found] = await Promise.all([
        service.configurations.find(uri),
        host.configurations.whenSettled(uri),
      ])
      const open = documents.get(uri)
      if (open === undefined || !open.configured) return null
      const { recognition, template, yardstick } = open.document.fullReport
      return {
        postmortem: recognition.postmortem,
        reason: recognition.reason,
        template: { id: template.id, name: template.name },
        yardstick: {
          basis: yardstick.basis,
          present: yardstick.present,
          required: yardstick.required,
        },
        configuration: found?.files[0]?.address ?? null,
      }
    }
    connection.onRequest(CheckTextRequest.method, answerLater('Checking a file', host, check))
    connection.onRequest<CompareReportsRequest.Result<Diagnostic> | null, void>(
      CompareReportsRequest.method,
      answerLater('Comparing the reports', host, compare),
    )
    connection.onRequest(FixTextRequest.method, answerLater('Fixing a file', host, fix))
    connection.onRequest(CheckReportRequest.method, answerLater('Checking the report', host, show))
    connection.onRequest(StatusRequest.method, answerLater('The status', host, describe))
  },
}

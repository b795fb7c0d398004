import { CheckTextRequest, StatusRequest } from '@postmortem/shared/checking'
import type { Diagnostic } from 'vscode-languageserver'
import { toDiagnostic } from '../convert.ts'
import { toSurroundings } from '../documentConfigurations.ts'
import { answerLater, type Feature } from '../feature.ts'
import { checkWithFiles } from '../linkedFiles.ts'

/**
 * Answers the client's command that checks a whole workspace, and its status item for the active document.
 */
export const checking: Feature = {
  capabilities: {},
  register: (host) => {
    const { connection, documents, service } = host
    const check = async ({ uri, text }: CheckTextRequest.Params): Promise<readonly Diagnostic[] | null> => {
      const document = service.open(text, toSurroundings(uri, await host.readConfiguration(uri)))
      if (!document.report.recognition.postmortem) return null
      const findings = await checkWithFiles(
        uri,
        (hasFile) => service.check(document, hasFile),
        host.checkExistence,
      )
      return findings.map((finding) => toDiagnostic(finding, uri, host.encodePositions(document.markdown)))
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
    connection.onRequest(StatusRequest.method, answerLater('The status', host, describe))
  },
}

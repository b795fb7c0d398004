import { CheckTextRequest, StatusRequest } from '@postmortem/shared/checking'
import type { Diagnostic } from 'vscode-languageserver'
import { toDiagnostic } from '../convert.ts'
import { answerLater, type Feature } from '../feature.ts'
import { checkWithFiles } from '../linkedFiles.ts'

/** For the client's command that checks a whole workspace, and its status of the document in front. */
export const checking: Feature = {
  capabilities: {},
  register: (host) => {
    const { connection, documents, service } = host
    const check = async ({ uri, text }: CheckTextRequest.Params): Promise<readonly Diagnostic[] | null> => {
      const [settings, found] = await Promise.all([host.readSettings(uri), service.configurations.find(uri)])
      const team = found === null ? {} : { team: found.configuration }
      const document = service.open(text, { settings, address: uri, ...team })
      if (!document.report.recognition.postmortem) return null
      const findings = await checkWithFiles(
        uri,
        (hasFile) => service.check(document, hasFile),
        host.findFiles,
      )
      return findings.map((finding) => toDiagnostic(finding, uri, document.markdown))
    }
    const describe = async ({ uri }: StatusRequest.Params): Promise<StatusRequest.Result> => {
      const [found] = await Promise.all([service.configurations.find(uri), host.whenConfigured(uri)])
      const entry = documents.get(uri)
      if (entry === undefined || !entry.configured) return null
      const { recognition, template } = entry.document.report
      return {
        postmortem: recognition.postmortem,
        reason: recognition.reason,
        template: { id: template.id, name: template.name },
        configuration: found?.files[0]?.address ?? null,
      }
    }
    connection.onRequest(CheckTextRequest.method, answerLater('Checking a file', host, check))
    connection.onRequest(StatusRequest.method, answerLater('The status', host, describe))
  },
}

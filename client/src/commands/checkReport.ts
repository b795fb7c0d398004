import { CheckReportRequest } from '@postmortem/shared/checking'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

const { t } = vscode.l10n

/** Shows the findings in the active report as they are now, for those who do not have them shown while they type. */
export async function checkReport(client: BaseLanguageClient): Promise<number | null> {
  const document = vscode.window.activeTextEditor?.document
  if (document === undefined) return null
  const params: CheckReportRequest.Params = { uri: client.code2ProtocolConverter.asUri(document.uri) }
  const findings = await client.sendRequest<CheckReportRequest.Result>(CheckReportRequest.method, params)
  if (findings === 0) void vscode.window.showInformationMessage(t('No findings in this report.'))
  else if (findings !== null) await vscode.commands.executeCommand('workbench.actions.view.problems')
  return findings
}

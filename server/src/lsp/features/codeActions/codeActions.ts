import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver'
import { isConfiguration } from '../../configurationDocuments.ts'
import { answer, type Feature, type Host, toTarget } from '../../feature.ts'
import { findCauseActions } from './causeActions.ts'
import { findWorkspaceActions } from './disableInWorkspace.ts'
import { findQuickFixes, fixAllKind } from './quickFixes.ts'
import { findRemedies } from './remedies.ts'
import { findTimelineActions } from './timelineActions.ts'

/** The actions behind the light bulb, in reports and in configuration files. */
export const codeActions: Feature = {
  capabilities: {
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind],
      resolveProvider: true,
    },
  },
  register: (host) => {
    host.connection.onCodeAction(answer('Code actions', host, (params) => findActions(params, host)))
  },
}

function findActions(params: CodeActionParams, host: Host): CodeAction[] {
  const { uri } = params.textDocument
  if (isConfiguration(uri)) return host.configurationDocuments.codeActions(uri, params)
  const open = host.documents.get(uri)
  if (open === undefined) return []
  const { report } = open.document
  const target = toTarget(open, host.support)
  const findings = host.findingsOf(open)
  return [
    ...findQuickFixes(findings, report, params, target, host.translate),
    ...findRemedies(params, host),
    ...findWorkspaceActions(findings, params, target, host),
    ...findTimelineActions(report, params, target, host.translate),
    ...findCauseActions(report, params, target, host.translate),
  ]
}

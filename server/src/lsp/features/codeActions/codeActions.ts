import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver'
import { isConfiguration } from '../../configurationDocuments.ts'
import { answer, answerLater, type Feature, type Host, toTarget } from '../../feature.ts'
import { findCauseActions } from './causeActions.ts'
import { completeDisabling, findWorkspaceActions } from './disableInWorkspace.ts'
import { findFixAll, findQuickFixes, fixAllKind } from './quickFixes.ts'
import { completeRemedy, findRemedies } from './remedies.ts'
import { silencingKind } from './scope.ts'
import { findShown } from './shownFindings.ts'
import { findSilencing } from './silencing.ts'
import { findTimelineActions } from './timelineActions.ts'

/** The actions behind the light bulb, in reports and in configuration files. */
export const codeActions: Feature = {
  capabilities: {
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, fixAllKind, silencingKind],
      resolveProvider: true,
    },
  },
  register: (host) => {
    const complete = async (action: CodeAction): Promise<CodeAction> =>
      (await completeRemedy(action, host)) ?? (await completeDisabling(action, host)) ?? action
    host.connection.onCodeAction(answer('Code actions', host, (params) => findActions(params, host)))
    host.connection.onCodeActionResolve(
      answerLater('Completing a code action', host, complete) as Parameters<
        typeof host.connection.onCodeActionResolve
      >[0],
    )
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
  const all = [...findings, ...findShown(params, host, open.positions)]
  const fixes = [...findQuickFixes(findings, params, target), ...findRemedies(params, host)]
  const isFix = ({ title }: CodeAction) => fixes.some((fix) => fix.title === title)
  return [
    ...fixes,
    // A timeline that is not in order is sorted by a fix already.
    ...findTimelineActions(report, params, target, host.translate).filter((action) => !isFix(action)),
    ...findCauseActions(report, params, target, host.translate),
    ...findFixAll(findings, params, target, host.translate),
    // What only silences a finding comes last.
    ...findSilencing(all, report, params, target, host.translate),
    ...findWorkspaceActions(all, params, target, host),
  ]
}

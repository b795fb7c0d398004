import { ReadReportRequest } from '@postmortem/shared/programs'
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver'
import type { Finding, Remedy } from '../../../checking/rule.ts'
import { nameRelated } from '../../../editing/nameRelated.ts'
import { tickTask } from '../../../library/tickTask.ts'
import type { OpenDocument } from '../../../openDocument.ts'
import type { Edit } from '../../../postmortem/lines/passage.ts'
import { toTextEdits } from '../../convert.ts'
import { toSurroundings } from '../../documentConfigurations.ts'
import type { Host } from '../../feature.ts'
import type { Positions } from '../../positions.ts'
import { isWanted } from './scope.ts'

/** The data of an action that changes another report, which is read only once the action is chosen. */
interface Choice {
  readonly uri: string
  readonly change: Remedy['change']
}

/**
 * Offers what would do away with the findings that comparing the reports led to. A report may have changed since, so the
 * findings are known by what the editor still shows of them, and edits are made for the text as it is.
 */
export function findRemedies(
  { textDocument: { uri }, context }: CodeActionParams,
  { compared, documents, support }: Pick<Host, 'compared' | 'documents' | 'support'>,
): CodeAction[] {
  if (!isWanted(CodeActionKind.QuickFix, context.only)) return []
  const findings = compared.findingsOf(uri)
  return context.diagnostics.flatMap((diagnostic): CodeAction[] => {
    const isSame = ({ rule, message }: Finding) => rule === diagnostic.code && message === diagnostic.message
    const remedy = findings.find(isSame)?.remedy
    const target = remedy && compared.uriOf(remedy.file)
    if (remedy === undefined || target === undefined) return []
    const action = { title: remedy.title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic] }
    const open = documents.get(target)
    if (open !== undefined) {
      const edit = editFor(remedy.change, open.document)
      return edit === null ? [] : [{ ...action, edit: toEdit(target, open.version, edit, open.positions) }]
    }
    const data: Choice = { uri: target, change: remedy.change }
    return support.resolvesEdits ? [{ ...action, data }] : []
  })
}

/** Reads the report that a chosen action changes. Null if it is no action of these. */
export async function completeRemedy(action: CodeAction, host: Host): Promise<CodeAction | null> {
  const choice = action.data as Partial<Choice> | undefined
  if (typeof choice?.uri !== 'string' || choice.change === undefined) return null
  const { uri, change } = choice
  const params: ReadReportRequest.Params = { uri }
  const text = await host.connection.sendRequest<ReadReportRequest.Result>(ReadReportRequest.method, params)
  if (text === null) return action
  const document = host.service.open(text, toSurroundings(uri, await host.readConfiguration(uri)))
  const edit = editFor(change, document)
  return edit === null
    ? action
    : { ...action, edit: toEdit(uri, null, edit, host.encodePositions(document.markdown)) }
}

function editFor(change: Remedy['change'], { report, markdown }: OpenDocument): Edit | null {
  if (change.kind === 'relate') return nameRelated(report, change.link)
  return tickTask(report, change.task, true, (offset) => markdown.positionAt(offset).line + 1)
}

function toEdit(uri: string, version: number | null, edit: Edit, positions: Positions): WorkspaceEdit {
  return { documentChanges: [{ textDocument: { uri, version }, edits: toTextEdits([edit], positions) }] }
}

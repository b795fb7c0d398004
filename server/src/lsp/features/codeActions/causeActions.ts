import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver'
import { listCauses } from '../../../editing/listCauses.ts'
import { insertCauses } from '../../../features/picture/causeMermaid.ts'
import { type SentencePart, sentence } from '../../../messages/sentence.ts'
import type { Translate } from '../../../messages/translate.ts'
import type { Edit } from '../../../postmortem/lines/passage.ts'
import type { Report } from '../../../postmortem/report.ts'
import { type EditTarget, toWorkspaceEdit } from '../../convert.ts'
import { isRewriteWanted } from './scope.ts'

/** What can be made of the causes at the cursor: a list or a diagram. Only on request. */
export function findCauseActions(
  report: Report,
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
  target: EditTarget,
  translate: Translate,
): CodeAction[] {
  if (!report.recognition.postmortem || !isRewriteWanted(context)) return []
  const offset = target.positions.offsetAt(range.start)
  const list = listCauses(report, offset)
  const diagram = insertCauses(report, offset)
  const toAction = (title: SentencePart, edit: Edit): CodeAction => ({
    title: translate(title),
    kind: CodeActionKind.RefactorRewrite,
    edit: toWorkspaceEdit([edit], { ...target, snippets: false }),
  })
  return [
    ...(list === null ? [] : [toAction(sentence`Write the causes as a nested list`, list)]),
    ...(diagram === null ? [] : [toAction(diagram.title, diagram.edit)]),
  ]
}

import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
} from 'vscode-languageserver'
import { sortTimeline } from '../../editing/sortTimeline.ts'
import { insertMermaid, type MermaidAction } from '../../features/picture/timelineMermaid.ts'
import { type Conversion, convertTimeZone } from '../../features/zones/convertTimeZone.ts'
import { type Said, say } from '../../language/sentence.ts'
import type { Tell } from '../../language/tell.ts'
import type { Edit } from '../../postmortem/lines/passage.ts'
import type { Report } from '../../postmortem/report.ts'
import { type EditTarget, toRange } from '../convert.ts'
import { isWanted, overlap, toWorkspaceEdit } from './codeActions.ts'

/**
 * What can be done to a timeline as a whole, while the cursor is in it. Only on request: nobody wants a light bulb
 * in every line because the timeline could be written differently.
 */
export function findTimelineActions(
  report: Report,
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
  target: EditTarget,
  tell: Tell,
): CodeAction[] {
  if (!report.recognition.postmortem || !isWanted(CodeActionKind.RefactorRewrite, context.only)) return []
  if (context.only === undefined && context.triggerKind === CodeActionTriggerKind.Automatic) return []
  const isInside = report.sections
    .filter(({ id }) => id === 'timeline')
    .some((section) => overlap(toRange(section, target.document), range))
  if (!isInside) return []
  return [
    ...toAction(say`Sort the timeline`, sortTimeline(report) ?? [], target, tell),
    ...toConversion(convertTimeZone(report, utc), target, tell),
    ...toDiagram(insertMermaid(report, target.document.offsetAt(range.start)), target, tell),
  ]
}

const utc = { text: 'UTC', meaning: { kind: 'fixed', offsetMinutes: 0 } } as const

/** Where a zone is only assumed, the writer has to ask for the conversion by the client's command. */
function toConversion(conversion: Conversion, target: EditTarget, tell: Tell): CodeAction[] {
  if (conversion.kind === 'refused' || conversion.isAssumed) return []
  const { edits, left } = conversion
  const title = say`Convert the timeline to UTC`
  const rest = left.length === 1 ? say`1 time in the text stays` : say`${left.length} times in the text stay`
  return toAction(left.length === 0 ? title : say`${title} (${rest})`, edits, target, tell)
}

function toDiagram(diagram: MermaidAction | null, target: EditTarget, tell: Tell): CodeAction[] {
  return diagram === null ? [] : toAction(diagram.title, [diagram.edit], target, tell)
}

function toAction(title: Said, edits: readonly Edit[], target: EditTarget, tell: Tell): CodeAction[] {
  if (edits.length === 0) return []
  const edit = toWorkspaceEdit(edits, { ...target, snippets: false })
  return [{ title: tell(title), kind: CodeActionKind.RefactorRewrite, edit }]
}

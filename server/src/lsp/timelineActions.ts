import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
} from 'vscode-languageserver'
import { type Conversion, convertTimeZone } from '../features/convertTimeZone.ts'
import { insertMermaid, type MermaidAction } from '../features/timelineMermaid.ts'
import type { Edit, Report } from '../postmortem/report.ts'
import { sortTimeline } from '../postmortem/sortTimeline.ts'
import { isWanted, overlap, toWorkspaceEdit } from './codeActions.ts'
import { type EditTarget, toRange } from './convert.ts'

/**
 * What can be done to a timeline as a whole, while the cursor is in it. Only on request: nobody wants a light bulb
 * in every line because the timeline could be written differently.
 */
export function findTimelineActions(
  report: Report,
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
  target: EditTarget,
): CodeAction[] {
  if (!report.recognition.postmortem || !isWanted(CodeActionKind.RefactorRewrite, context.only)) return []
  if (context.only === undefined && context.triggerKind === CodeActionTriggerKind.Automatic) return []
  const isInside = report.sections
    .filter(({ id }) => id === 'timeline')
    .some((section) => overlap(toRange(section, target.document), range))
  if (!isInside) return []
  return [
    ...toAction('Sort the timeline', sortTimeline(report) ?? [], target),
    ...toConversion(convertTimeZone(report, utc), target),
    ...toDiagram(insertMermaid(report, target.document.offsetAt(range.start)), target),
  ]
}

const utc = { text: 'UTC', meaning: { kind: 'fixed', offsetMinutes: 0 } } as const

/** Where a zone is only assumed, the writer has to ask for the conversion by the client's command. */
function toConversion(conversion: Conversion, target: EditTarget): CodeAction[] {
  if (conversion.kind === 'refused' || conversion.isAssumed) return []
  const { edits, left } = conversion
  const rest = left.length === 1 ? '1 time in the text stays' : `${left.length} times in the text stay`
  const title = `Convert the timeline to UTC${left.length === 0 ? '' : ` (${rest})`}`
  return toAction(title, edits, target)
}

function toDiagram(diagram: MermaidAction | null, target: EditTarget): CodeAction[] {
  return diagram === null ? [] : toAction(diagram.title, [diagram.edit], target)
}

function toAction(title: string, edits: readonly Edit[], target: EditTarget): CodeAction[] {
  if (edits.length === 0) return []
  const edit = toWorkspaceEdit(edits, { ...target, snippets: false })
  return [{ title, kind: CodeActionKind.RefactorRewrite, edit }]
}

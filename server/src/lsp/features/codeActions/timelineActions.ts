import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver'
import { writeBorrowedDate } from '../../../editing/borrowedDate.ts'
import { type Sorting, sortTimeline } from '../../../editing/sortTimeline.ts'
import type { MermaidAction } from '../../../features/picture/mermaidBlock.ts'
import { insertMermaid } from '../../../features/picture/timelineMermaid.ts'
import { type Conversion, convertTimeZone } from '../../../features/zones/convertTimeZone.ts'
import { type SentencePart, sentence } from '../../../messages/sentence.ts'
import type { Translate } from '../../../messages/translate.ts'
import type { Edit } from '../../../postmortem/lines/passage.ts'
import type { Report } from '../../../postmortem/report.ts'
import { type EditTarget, toWorkspaceEdit } from '../../convert.ts'
import { toRange } from '../../positions.ts'
import { isRewriteWanted, overlap } from './scope.ts'

/**
 * Finds what can be done to a timeline as a whole while the cursor is in it. Only on request: nobody wants a
 * light bulb on every line because the timeline could be written differently.
 */
export function findTimelineActions(
  report: Report,
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
  target: EditTarget,
  translate: Translate,
): CodeAction[] {
  if (!report.recognition.postmortem || !isRewriteWanted(context)) return []
  const isInside = report.sections
    .filter(({ id }) => id === 'timeline')
    .some((section) => overlap(toRange(section, target.positions), range))
  if (!isInside) return []
  return [
    ...toSorting(sortTimeline(report), report, target, translate),
    ...toConversion(convertTimeZone(report, utc), target, translate),
    ...toDiagram(insertMermaid(report, target.positions.offsetAt(range.start)), target, translate),
  ]
}

/** If an entry would lose its date on the way, the action writes the date beside it. */
function toSorting(sorting: Sorting, report: Report, target: EditTarget, translate: Translate): CodeAction[] {
  if (sorting.kind === 'sorted')
    return toAction(sentence`Sort the timeline`, sorting.edits, target, translate)
  const edit = sorting.doubt === 'borrows-date' ? writeBorrowedDate(sorting.entry, report) : null
  if (edit === null) return []
  const title = sentence`Write ${edit.text.trim()} beside "${sorting.entry.label?.text ?? ''}", to sort the timeline`
  return toAction(title, [edit], target, translate)
}

const utc = { text: 'UTC', meaning: { kind: 'fixed', offsetMinutes: 0 } } as const

/** If a zone is only assumed, the writer has to ask for the conversion with the client's command. */
function toConversion(conversion: Conversion, target: EditTarget, translate: Translate): CodeAction[] {
  if (conversion.kind === 'refused' || conversion.isAssumed) return []
  const { edits, untouched } = conversion
  const title = sentence`Convert the timeline to UTC`
  const rest =
    untouched.length === 1
      ? sentence`1 time in the text stays`
      : sentence`${untouched.length} times in the text stay`
  return toAction(untouched.length === 0 ? title : sentence`${title} (${rest})`, edits, target, translate)
}

function toDiagram(diagram: MermaidAction | null, target: EditTarget, translate: Translate): CodeAction[] {
  return diagram === null ? [] : toAction(diagram.title, [diagram.edit], target, translate)
}

function toAction(
  title: SentencePart,
  edits: readonly Edit[],
  target: EditTarget,
  translate: Translate,
): CodeAction[] {
  if (edits.length === 0) return []
  const edit = toWorkspaceEdit(edits, { ...target, snippets: false })
  return [{ title: translate(title), kind: CodeActionKind.RefactorRewrite, edit }]
}

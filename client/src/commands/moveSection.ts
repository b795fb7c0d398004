import { MoveSectionRequest, type OutlineSection, type SectionMove } from '@postmortem/shared/outline'
import type { Position } from '@postmortem/shared/position'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { toRange } from '../applySnippet.ts'
import { sectionAt } from '../outline/outlinePlaces.ts'
import type { Reports } from '../reports.ts'
import { select, showText } from '../showText.ts'
import { tellOutdated } from '../tellOutdated.ts'

const { t } = vscode.l10n

/**
 * Moves a section of the report in front, by default the one at the cursor, with everything below its title.
 * One undo reverts it. The focus stays where it is, so that a section can be moved repeatedly from the
 * outline.
 */
export async function moveSection(
  client: BaseLanguageClient,
  { front, active }: Reports,
  to: SectionMove | Position,
  given?: OutlineSection,
): Promise<void> {
  if (front === undefined) return
  const editor = await showText(front, { preserveFocus: true })
  const section = given ?? sectionAt(editor.selection.active, active.outline?.sections ?? [])
  if (section?.range == null) {
    void vscode.window.showInformationMessage(t('Put the cursor in the section that you want to move.'))
    return
  }
  const uri = client.code2ProtocolConverter.asUri(front)
  const params: MoveSectionRequest.Params = { uri, title: section.range.start, to }
  const answer = await client.sendRequest<MoveSectionRequest.Result>(MoveSectionRequest.method, params)
  if (answer?.kind === 'refused') {
    void vscode.window.showWarningMessage(t('The section was not moved. {0}', answer.reason))
    return
  }
  if (answer?.version !== editor.document.version) {
    tellOutdated()
    return
  }
  const selection = findSelection(editor.selection, section.range.start, answer)
  const edit = new vscode.WorkspaceEdit()
  const edits = answer.edits.map(({ range, text }) => vscode.TextEdit.replace(toRange(range), text))
  edit.set(front, edits)
  if (await vscode.workspace.applyEdit(edit)) select(editor, selection)
}

type Moved = Extract<MoveSectionRequest.Result, { kind: 'moved' }>

/** A selection in the section moves with it; otherwise the cursor goes to the section's title. */
function findSelection(selection: vscode.Selection, title: Position, { from, to }: Moved): vscode.Selection {
  const shift = to.line - from.start.line
  const move = ({ line, character }: Position) => new vscode.Position(line + shift, character)
  if (toRange(from).contains(selection))
    return new vscode.Selection(move(selection.anchor), move(selection.active))
  return new vscode.Selection(move(title), move(title))
}

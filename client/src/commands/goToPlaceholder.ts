import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { findActiveEditor } from '../activeEditor.ts'
import type { PlaceholderFilling } from '../filling/placeholderFilling.ts'
import { findPlaceholders } from '../filling/placeholders.ts'

/** Selects the next or previous placeholder, wrapping around at the end. */
export async function goToPlaceholder(
  client: BaseLanguageClient,
  filling: PlaceholderFilling,
  direction: 'next' | 'previous',
): Promise<void> {
  const active = findActiveEditor(client)
  if (active === undefined) return
  const { editor } = active
  const placeholders = await findPlaceholders(client, editor.document)
  const { start, end } = editor.selection
  const target =
    direction === 'next'
      ? (placeholders.find((each) => each.start.isAfterOrEqual(end) && !each.isEqual(editor.selection)) ??
        placeholders[0])
      : (placeholders.findLast(
          (each) => each.end.isBeforeOrEqual(start) && !each.isEqual(editor.selection),
        ) ?? placeholders.at(-1))
  if (target === undefined) {
    filling.end()
    vscode.window.setStatusBarMessage(vscode.l10n.t('There is nothing left to fill in.'), 4000)
    return
  }
  filling.begin(editor, target)
  editor.selection = new vscode.Selection(target.start, target.end)
  editor.revealRange(target, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
}

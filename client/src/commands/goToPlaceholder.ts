import { PlaceholdersRequest } from '@postmortem/shared/clientCommands'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { findActiveEditor } from '../activeEditor.ts'
import { toRange } from '../applySnippet.ts'
import type { PlaceholderFilling } from '../filling/placeholderFilling.ts'

/** Selects the next or previous placeholder, wrapping around at the end. */
export async function goToPlaceholder(
  client: BaseLanguageClient,
  filling: PlaceholderFilling,
  direction: 'next' | 'previous',
): Promise<void> {
  const active = findActiveEditor(client)
  if (active === undefined) return
  const { editor, uri } = active
  const answer = await client.sendRequest<PlaceholdersRequest.Result | null>(PlaceholdersRequest.method, {
    uri,
  })
  const placeholders = (answer ?? []).map(toRange)
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

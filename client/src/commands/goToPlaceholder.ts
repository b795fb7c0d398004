import { PlaceholdersRequest } from '@postmortem/shared/writing'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { toRange } from '../applySnippet.ts'
import type { Filling } from '../filling.ts'
import { findFront } from '../front.ts'

/** Selects the next thing that is still to be filled in, or the one before; behind the last comes the first. */
export async function goToPlaceholder(
  client: BaseLanguageClient,
  filling: Filling,
  direction: 'next' | 'previous',
): Promise<void> {
  const front = findFront(client)
  if (front === undefined) return
  const { editor, uri } = front
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
    vscode.window.setStatusBarMessage(vscode.l10n.t('Nothing is left to be filled in.'), 4000)
    return
  }
  filling.begin(editor, target)
  editor.selection = new vscode.Selection(target.start, target.end)
  editor.revealRange(target, vscode.TextEditorRevealType.InCenterIfOutsideViewport)
}

import { SortTimelineRequest } from '@postmortem/shared/timeline'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { changeTimeline } from './changeTimeline.ts'

export async function sortTimeline(client: BaseLanguageClient): Promise<void> {
  const change = await changeTimeline(client, SortTimelineRequest.method, {})
  if (change === undefined) return
  if (!change.isChanged) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The timeline is in chronological order.'))
  } else if (change.left.length > 0) {
    const times = change.left.map(({ text }) => text).join(', ')
    void vscode.window.showInformationMessage(
      vscode.l10n.t('Entries whose time is not certain stayed where they were. Check these: {0}.', times),
    )
  }
}

import { SortTimelineRequest } from '@postmortem/shared/timeline'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { changeTimeline } from './changeTimeline.ts'

export async function sortTimeline(client: BaseLanguageClient): Promise<void> {
  const change = await changeTimeline(client, SortTimelineRequest.method, {})
  if (change?.edits.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The timeline is in chronological order.'))
  }
}

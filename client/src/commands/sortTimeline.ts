import { SortTimelineRequest } from '@postmortem/shared/protocol'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { changeTimeline } from './changeTimeline.ts'

/** Brings the entries of the timeline into the order of time. */
export async function sortTimeline(client: BaseLanguageClient): Promise<void> {
  const change = await changeTimeline(client, SortTimelineRequest.method, {})
  if (change?.edits.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('The timeline is in the order of time.'))
  }
}

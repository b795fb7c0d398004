import { PasteTimelineRequest } from '@postmortem/shared/paste'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { toRange } from '../applySnippet.ts'
import type { Reports } from '../reports.ts'
import { tellOutdated } from '../tellOutdated.ts'

/** Pastes into the timeline from wherever the cursor is. The command works in every version of the editor. */
export async function pasteTimeline(client: BaseLanguageClient): Promise<void> {
  const editor = vscode.window.activeTextEditor
  if (editor === undefined) return
  const { document, selection } = editor
  const text = await vscode.env.clipboard.readText()
  const answer = await askForEntries(client, document, selection, text, 'report')
  if (answer === null) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t(
        'Nothing on the clipboard can be read as timeline entries, or the report has no timeline.',
      ),
    )
    return
  }
  if (answer.version !== document.version) {
    tellOutdated()
    return
  }
  const edit = new vscode.WorkspaceEdit()
  edit.replace(document.uri, toRange(answer.range), answer.text)
  if (await vscode.workspace.applyEdit(edit)) await offerToSort(answer.order)
}

/** Sorting goes to the entry in doubt if there is one. */
async function offerToSort(order: NonNullable<PasteTimelineRequest.Result>['order']): Promise<void> {
  if (order === 'kept') return
  const { t } = vscode.l10n
  const reason =
    order === 'broken'
      ? t('The pasted entries and those after them overlap in time.')
      : t('The pasted entries are at the end, because the times of the others are not all certain.')
  const sort = t('Sort Timeline')
  const choice = await vscode.window.showInformationMessage(reason, sort)
  if (choice === sort) await vscode.commands.executeCommand('postmortem.sortTimeline')
}

/**
 * Turns text that is pasted into a report's Timeline section into entries. The editor's paste menu offers the
 * original text. Versions before 1.97 have no paste providers, only the command.
 */
export function registerPasteProvider(client: BaseLanguageClient, reports: Reports): vscode.Disposable[] {
  const { DocumentPasteEdit, DocumentDropOrPasteEditKind, languages } = vscode as unknown as PasteApi
  if (DocumentPasteEdit === undefined || DocumentDropOrPasteEditKind === undefined) return []
  if (languages.registerDocumentPasteEditProvider === undefined) return []
  const kind = DocumentDropOrPasteEditKind.Empty.append('text', 'postmortem', 'timeline')
  const provider: PasteProvider = {
    provideDocumentPasteEdits: async (document, [range, ...others], transfer) => {
      if (range === undefined || others.length > 0 || reports.active.outline === null) return undefined
      const text = await transfer.get('text/plain')?.asString()
      if (text === undefined) return undefined
      const answer = await askForEntries(client, document, range, text, 'timeline')
      if (answer === null || answer.version !== document.version) return undefined
      return [new DocumentPasteEdit(answer.text, vscode.l10n.t('Paste as timeline entries'), kind)]
    },
  }
  const metadata = { providedPasteEditKinds: [kind], pasteMimeTypes: ['text/plain'] }
  return [languages.registerDocumentPasteEditProvider({ language: 'markdown' }, provider, metadata)]
}

function askForEntries(
  client: BaseLanguageClient,
  document: vscode.TextDocument,
  { start, end }: vscode.Range,
  text: string,
  within: PasteTimelineRequest.Params['within'],
): Promise<PasteTimelineRequest.Result> {
  const params: PasteTimelineRequest.Params = {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    text,
    selection: { start: toPosition(start), end: toPosition(end) },
    within,
    now: Date.now(),
    readerZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
  return client.sendRequest<PasteTimelineRequest.Result>(PasteTimelineRequest.method, params)
}

function toPosition({ line, character }: vscode.Position) {
  return { line, character }
}

/** The part of the API that the oldest supported version does not declare. */
interface PasteApi {
  readonly DocumentPasteEdit?: new (text: string, title: string, kind: PasteKind) => object
  readonly DocumentDropOrPasteEditKind?: { readonly Empty: PasteKind }
  readonly languages: {
    readonly registerDocumentPasteEditProvider?: (
      selector: vscode.DocumentSelector,
      provider: PasteProvider,
      metadata: { readonly providedPasteEditKinds: PasteKind[]; readonly pasteMimeTypes: string[] },
    ) => vscode.Disposable
  }
}

interface PasteKind {
  append(...parts: string[]): PasteKind
}

interface PasteProvider {
  provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    transfer: vscode.DataTransfer,
  ): Promise<object[] | undefined>
}

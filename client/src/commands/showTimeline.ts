import { PicturesRequest } from '@postmortem/shared/timeline'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { revealNamedLine } from './revealLine.ts'

/** Opens a picture of the incident beside the active document. */
export function showTimeline(client: BaseLanguageClient, extension: vscode.Uri): TimelinePanel | undefined {
  const document = vscode.window.activeTextEditor?.document
  return document === undefined ? undefined : new TimelinePanel(client, extension, document)
}

/** A page that follows its document until either is closed. */
export class TimelinePanel {
  readonly #panel: vscode.WebviewPanel
  readonly #client: BaseLanguageClient
  readonly #styleSheet: vscode.Uri
  readonly #script: vscode.Uri
  readonly #document: vscode.TextDocument
  #cursor = vscode.window.activeTextEditor?.selection.active.line ?? 0
  /** The number of the latest request. Answers to earlier ones are dropped. */
  #latestRequest = 0

  constructor(client: BaseLanguageClient, extension: vscode.Uri, document: vscode.TextDocument) {
    const media = vscode.Uri.joinPath(extension, 'media')
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }
    this.#panel = vscode.window.createWebviewPanel('postmortem.timeline', titleOf(document), place, {
      enableScripts: true,
      localResourceRoots: [media],
    })
    this.#client = client
    const fileFor = (name: string) => this.#panel.webview.asWebviewUri(vscode.Uri.joinPath(media, name))
    this.#styleSheet = fileFor('pictures.css')
    this.#script = fileFor('pictures.js')
    this.#document = document
    const isOurs = ({ uri }: vscode.TextDocument) => uri.toString() === document.uri.toString()
    const subscriptions = [
      vscode.workspace.onDidChangeTextDocument((change) => {
        if (isOurs(change.document)) void this.#update()
      }),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
        if (!isOurs(textEditor.document) || selection === undefined) return
        this.#cursor = selection.active.line
        void this.#panel.webview.postMessage({ cursor: this.#cursor })
      }),
      this.#panel.webview.onDidReceiveMessage((message: { readonly line?: unknown } | null) =>
        revealNamedLine(document.uri, message?.line),
      ),
      vscode.workspace.onDidCloseTextDocument((closed) => {
        if (isOurs(closed)) this.#panel.dispose()
      }),
    ]
    this.#panel.onDidDispose(() => {
      this.#latestRequest += 1
      for (const subscription of subscriptions) subscription.dispose()
    })
    void this.#update()
  }

  async #update(): Promise<void> {
    this.#latestRequest += 1
    const request = this.#latestRequest
    const params: PicturesRequest.Params = {
      uri: this.#client.code2ProtocolConverter.asUri(this.#document.uri),
    }
    try {
      const svg = await this.#client.sendRequest<PicturesRequest.Result>(PicturesRequest.method, params)
      if (request === this.#latestRequest) this.#panel.webview.html = this.#write(svg)
    } catch {
      // The last picture stays, and the guard tells of a server that does not answer.
    }
  }

  #write(svg: string | null): string {
    const { cspSource } = this.#panel.webview
    // Of all that a page could load, only this script runs.
    const nonce = crypto.randomUUID()
    return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${cspSource}; script-src 'nonce-${nonce}'">
<link rel="stylesheet" href="${this.#styleSheet}">
<title>Postmortem</title>
</head>
<body data-cursor="${this.#cursor}">
${svg ?? `<p>${vscode.l10n.t('There is nothing to draw in this document. A picture needs a report with times, or one with a nested list of causes.')}</p>`}
<script nonce="${nonce}" src="${this.#script}"></script>
</body>
</html>`
  }
}

function titleOf({ uri }: vscode.TextDocument): string {
  return vscode.l10n.t('Timeline of {0}', uri.path.split('/').at(-1) ?? '')
}

import { TimelinePictureRequest } from '@postmortem/shared/timeline'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

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
  readonly #document: vscode.TextDocument
  /** The number of the latest request. Answers to earlier ones are dropped. */
  #latestRequest = 0

  constructor(client: BaseLanguageClient, extension: vscode.Uri, document: vscode.TextDocument) {
    const media = vscode.Uri.joinPath(extension, 'media')
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true }
    this.#panel = vscode.window.createWebviewPanel('postmortem.timeline', titleOf(document), place, {
      enableScripts: false,
      localResourceRoots: [media],
    })
    this.#client = client
    this.#styleSheet = this.#panel.webview.asWebviewUri(vscode.Uri.joinPath(media, 'timeline.css'))
    this.#document = document
    const isOurs = ({ uri }: vscode.TextDocument) => uri.toString() === document.uri.toString()
    const subscriptions = [
      vscode.workspace.onDidChangeTextDocument((change) => {
        if (isOurs(change.document)) void this.#update()
      }),
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
    const params: TimelinePictureRequest.Params = {
      uri: this.#client.code2ProtocolConverter.asUri(this.#document.uri),
    }
    const svg = await this.#client.sendRequest<TimelinePictureRequest.Result>(
      TimelinePictureRequest.method,
      params,
    )
    if (request === this.#latestRequest) this.#panel.webview.html = this.#write(svg)
  }

  #write(svg: string | null): string {
    const { cspSource } = this.#panel.webview
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${cspSource}">
<link rel="stylesheet" href="${this.#styleSheet}">
<title>Timeline</title>
</head>
<body>
${svg ?? '<p>There is no report with times in this document.</p>'}
</body>
</html>`
  }
}

function titleOf({ uri }: vscode.TextDocument): string {
  return vscode.l10n.t('Timeline of {0}', uri.path.split('/').at(-1) ?? '')
}

import type { IncidentPageRequest } from '@postmortem/shared/incidents'
import * as vscode from 'vscode'
import { revealNamedLine } from '../commands/revealLine.ts'
import type { IncidentLibrary } from './incidentLibrary.ts'

/** The milliseconds for which the page waits before it follows, so that it does not do so with each letter. */
const pause = 300

/** The page of all incidents, which follows them for as long as it is open. There is one. */
export class IncidentsPanel implements vscode.Disposable {
  readonly #library: IncidentLibrary
  readonly #media: vscode.Uri
  #panel: vscode.WebviewPanel | undefined
  #isWriting = false
  #isOutdated = false

  constructor(library: IncidentLibrary, extension: vscode.Uri) {
    this.#library = library
    this.#media = vscode.Uri.joinPath(extension, 'media')
  }

  async show(): Promise<void> {
    if (this.#panel !== undefined) {
      this.#panel.reveal()
      return
    }
    await this.#library.whenRead()
    const page = await this.#library.page()
    if (page !== undefined) this.#open(page)
  }

  dispose(): void {
    this.#panel?.dispose()
  }

  #open(page: IncidentPageRequest.Result): void {
    const title = vscode.l10n.t('Incidents')
    const panel = vscode.window.createWebviewPanel('postmortem.incidents', title, vscode.ViewColumn.Active, {
      enableScripts: true,
      localResourceRoots: [this.#media],
    })
    this.#panel = panel
    const subscriptions = [
      panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)),
      this.#library.onDidChange(() => this.#update()),
    ]
    panel.onDidDispose(() => {
      this.#panel = undefined
      for (const subscription of subscriptions) subscription.dispose()
    })
    panel.webview.html = this.#write(page, panel.webview)
  }

  /** Sends the page as it is after a pause, in which all changes are one. */
  async #update(): Promise<void> {
    this.#isOutdated = true
    if (this.#isWriting) return
    this.#isWriting = true
    while (this.#isOutdated && this.#panel?.visible) {
      await new Promise((resolve) => setTimeout(resolve, pause))
      this.#isOutdated = false
      const page = await this.#library.page()
      if (page !== undefined) await this.#panel?.webview.postMessage({ body: page.body })
    }
    this.#isWriting = false
  }

  /** A page that was hidden is loaded anew when it is shown, and says that it is there. */
  #receive(message: unknown): void {
    const { ready, file, line } = (message ?? {}) as Readonly<Record<string, unknown>>
    if (ready === true) void this.#update()
    const uri = typeof file === 'string' ? this.#library.fileOf(file) : undefined
    if (uri === undefined || typeof line !== 'number') return
    void revealNamedLine(uri, line - 1, vscode.ViewColumn.Beside)
  }

  #write({ style, script, body }: IncidentPageRequest.Result, webview: vscode.Webview): string {
    const fileFor = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(this.#media, name))
    // Of all that a page could load, only these styles and scripts are used.
    const nonce = crypto.randomUUID()
    const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`
    return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Incidents</title>
<style nonce="${nonce}">${style}</style>
<link nonce="${nonce}" rel="stylesheet" href="${fileFor('incidents.css')}">
</head>
<body>
<main>
${body}
</main>
<script nonce="${nonce}">${script}</script>
<script nonce="${nonce}" src="${fileFor('incidents.js')}"></script>
</body>
</html>`
  }
}

import { type ReportFile, ReportFilesNotification, ReportTextRequest } from '@postmortem/shared/incidents'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { findMarkdownFiles, isMarkdownFile, readMarkdownFile } from '../markdownFiles.ts'

/** The milliseconds for which changes on the disk are collected: a checkout changes many files at once. */
const patience = 200

/** Knows the Markdown files of the workspace, reads them for the server, and tells it which of them change. */
export class ReportFiles implements vscode.Disposable {
  readonly #client: BaseLanguageClient
  readonly #subscriptions: vscode.Disposable[]
  readonly #files = new Map<string, vscode.Uri>()
  #changed = new Map<string, vscode.Uri>()
  #deleted = new Map<string, vscode.Uri>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #isWatching = false

  constructor(client: BaseLanguageClient) {
    this.#client = client
    this.#subscriptions = [
      client.onRequest<ReportTextRequest.Result, void>(
        ReportTextRequest.method,
        ({ uri }: ReportTextRequest.Params) => readMarkdownFile(vscode.Uri.parse(uri)),
      ),
    ]
  }

  /** All of them, as they are now; from then on the server is told of changes. */
  async list(token: vscode.CancellationToken): Promise<readonly ReportFile[]> {
    if (!this.#isWatching) this.#watch()
    const found = await findMarkdownFiles(token)
    this.#files.clear()
    return found.map((uri) => this.#toFile(uri))
  }

  /** The file that is shown by this name, if it is one of those that were listed. */
  find(name: string): vscode.Uri | undefined {
    return this.#files.get(name)
  }

  dispose(): void {
    clearTimeout(this.#timer)
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  #watch(): void {
    this.#isWatching = true
    const markdown = vscode.workspace.createFileSystemWatcher('**/*.{md,markdown}', true, false, true)
    // A folder that is created or deleted is all that some editors tell of the files in it.
    const everything = vscode.workspace.createFileSystemWatcher('**/*', false, true, false)
    this.#subscriptions.push(
      markdown,
      everything,
      markdown.onDidChange((uri) => this.#change(uri)),
      everything.onDidCreate((uri) => this.#create(uri)),
      everything.onDidDelete((uri) => this.#delete(uri)),
    )
  }

  #change(uri: vscode.Uri): void {
    if (!isMarkdownFile(uri)) return
    this.#changed.set(uri.toString(), uri)
    this.#send()
  }

  async #create(uri: vscode.Uri): Promise<void> {
    if (isMarkdownFile(uri)) {
      this.#change(uri)
      return
    }
    const isFolder = await vscode.workspace.fs.stat(uri).then(
      ({ type }) => (type & vscode.FileType.Directory) !== 0,
      () => false,
    )
    if (!isFolder) return
    const { token } = new vscode.CancellationTokenSource()
    for (const file of await findMarkdownFiles(token, uri)) this.#change(file)
  }

  #delete(uri: vscode.Uri): void {
    this.#changed.delete(uri.toString())
    this.#deleted.set(uri.toString(), uri)
    this.#send()
  }

  #send(): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      const params: ReportFilesNotification.Params = {
        changed: [...this.#changed.values()].map((uri) => this.#toFile(uri)),
        deleted: [...this.#deleted.values()].map((uri) => this.#client.code2ProtocolConverter.asUri(uri)),
      }
      this.#changed = new Map()
      this.#deleted = new Map()
      void this.#client.sendNotification(ReportFilesNotification.method, params).catch(() => {})
    }, patience)
  }

  #toFile(uri: vscode.Uri): ReportFile {
    const path = vscode.workspace.asRelativePath(uri)
    const other = this.#files.get(path)
    // Two folders of a workspace may have one name.
    const name = other === undefined || other.toString() === uri.toString() ? path : uri.path
    this.#files.set(name, uri)
    return { uri: this.#client.code2ProtocolConverter.asUri(uri), name }
  }
}

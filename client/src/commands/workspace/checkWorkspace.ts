import { CheckReportRequest, CheckTextRequest, CompareReportsRequest } from '@postmortem/shared/checking'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { findMarkdownFiles, readMarkdown } from '../../markdownFiles.ts'
import { followEdits } from './followEdits.ts'

const { t } = vscode.l10n

/** Checks all reports in the workspace and lists the findings in the Problems panel. */
export class WorkspaceCheck implements vscode.Disposable {
  readonly #client: BaseLanguageClient
  readonly #found = vscode.languages.createDiagnosticCollection('postmortem-workspace')
  /** What follows from comparing the reports with each other, open or not. */
  readonly #compared = vscode.languages.createDiagnosticCollection('postmortem-comparison')
  /** The files of the last check. */
  readonly #checked = new Set<string>()
  readonly #subscriptions: vscode.Disposable[]
  #isWatching = false

  constructor(client: BaseLanguageClient) {
    this.#client = client
    this.#subscriptions = [
      this.#found,
      this.#compared,
      vscode.workspace.onDidOpenTextDocument(({ uri }) => {
        // The server must hear of the document before it is asked to show its findings.
        if (this.#found.has(uri)) setTimeout(() => void this.#handOver(uri))
      }),
      // The server withdraws its findings with the document, but the list of the workspace stays complete.
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (this.#checked.has(uri.toString())) void this.#checkClosed(uri)
      }),
      vscode.workspace.onDidChangeTextDocument(({ document: { uri }, contentChanges }) => {
        const found = this.#compared.get(uri) ?? []
        if (found.length > 0) this.#compared.set(uri, followEdits(found, contentChanges))
      }),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => {
        if (this.#checked.has(uri.toString())) void this.#compareAgain(uri)
      }),
    ]
  }

  /** Returns the number of reports and findings; undefined if it was cancelled. */
  async run(): Promise<{ readonly reports: number; readonly findings: number } | undefined> {
    this.#found.clear()
    this.#compared.clear()
    this.#checked.clear()
    if (!this.#isWatching) this.#watch()
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: t('Checking the reports in the workspace'),
      cancellable: true,
    }
    const result = await vscode.window.withProgress(options, (progress, token) =>
      this.#check(progress, token),
    )
    if (result !== undefined) void this.#showResult(result)
    return result
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose()
  }

  /** The list of the workspace follows its files, whoever writes them. */
  #watch(): void {
    this.#isWatching = true
    const watcher = vscode.workspace.createFileSystemWatcher('**/*', true)
    this.#subscriptions.push(
      watcher,
      watcher.onDidChange((uri) => {
        if (this.#checked.has(uri.toString())) void this.#checkClosed(uri)
      }),
      watcher.onDidDelete((uri) => this.#forget(uri)),
    )
  }

  async #check(
    progress: vscode.Progress<{ readonly message?: string; readonly increment?: number }>,
    token: vscode.CancellationToken,
  ) {
    const files = await findMarkdownFiles(token)
    let reports = 0
    let findings = 0
    for (const uri of files) {
      if (token.isCancellationRequested) return undefined
      progress.report({ message: vscode.workspace.asRelativePath(uri), increment: 100 / files.length })
      const found = await this.#checkFile(uri, token)
      if (found === null) continue
      reports += 1
      findings += found.filter(isInProblems).length
      this.#checked.add(uri.toString())
      // The server publishes the findings of an open document, but by itself only when the settings say so.
      if (isOpen(uri)) await this.#publishOpen(uri)
      else this.#show(uri, found)
    }
    if (token.isCancellationRequested) return undefined
    findings += await this.#compare()
    return { reports, findings }
  }

  /** Returns the number of findings that comparing the reports led to. */
  async #compare(): Promise<number> {
    const { code2ProtocolConverter, protocol2CodeConverter } = this.#client
    const uris = [...this.#checked].map((uri) => code2ProtocolConverter.asUri(vscode.Uri.parse(uri)))
    const params: CompareReportsRequest.Params = { uris }
    const answer = await this.#client
      .sendRequest<CompareReportsRequest.Result>(CompareReportsRequest.method, params)
      .catch(() => [])
    this.#compared.clear()
    let findings = 0
    for (const { uri, diagnostics } of answer ?? []) {
      const found = await protocol2CodeConverter.asDiagnostics([...diagnostics] as never[])
      this.#show(vscode.Uri.parse(uri), found, this.#compared)
      findings += found.filter(isInProblems).length
    }
    return findings
  }

  async #compareAgain(uri: vscode.Uri): Promise<void> {
    await this.#checkFile(uri)
    await this.#compare()
  }

  /** Leaves the findings of a document that was opened to the server, without a moment in which nobody shows them. */
  async #handOver(uri: vscode.Uri): Promise<void> {
    await this.#publishOpen(uri)
    if (isOpen(uri)) this.#found.delete(uri)
  }

  async #publishOpen(uri: vscode.Uri): Promise<void> {
    const params: CheckReportRequest.Params = { uri: this.#client.code2ProtocolConverter.asUri(uri) }
    // The guard tells of a server that does not answer.
    await this.#client.sendRequest(CheckReportRequest.method, params).catch(() => {})
  }

  /** A report that is gone has no findings, and nothing follows from it for others. It may have gone with its folder. */
  #forget(gone: vscode.Uri): void {
    const name = gone.toString()
    const files = [...this.#checked].filter((uri) => uri === name || uri.startsWith(`${name}/`))
    for (const uri of files) {
      this.#checked.delete(uri)
      this.#found.delete(vscode.Uri.parse(uri))
    }
    if (files.length > 0) void this.#compare()
  }

  /** A report that is open is the server's. */
  async #checkClosed(uri: vscode.Uri): Promise<void> {
    if (isOpen(uri)) return
    const found = await this.#checkFile(uri)
    if (!isOpen(uri) && this.#checked.has(uri.toString())) this.#show(uri, found ?? [])
  }

  /** Adds the links to the rules' pages that findings in open documents have. */
  #show(uri: vscode.Uri, found: vscode.Diagnostic[], collection = this.#found): void {
    const set = (at: vscode.Uri, linked: vscode.Diagnostic[]) => collection.set(at, linked)
    const { handleDiagnostics } = this.#client.middleware
    if (handleDiagnostics === undefined) set(uri, found)
    else handleDiagnostics(uri, found, set)
  }

  async #checkFile(uri: vscode.Uri, token?: vscode.CancellationToken): Promise<vscode.Diagnostic[] | null> {
    const text = await readMarkdown(uri)
    if (text === null) return null
    const params: CheckTextRequest.Params = { uri: this.#client.code2ProtocolConverter.asUri(uri), text }
    try {
      const answer = await this.#client.sendRequest<CheckTextRequest.Result>(
        CheckTextRequest.method,
        params,
        token,
      )
      return answer && (await this.#client.protocol2CodeConverter.asDiagnostics([...answer] as never[]))
    } catch {
      // The request was cancelled, and the loop is about to end.
      return null
    }
  }

  async #showResult({
    reports,
    findings,
  }: {
    readonly reports: number
    readonly findings: number
  }): Promise<void> {
    if (reports === 0) {
      void vscode.window.showInformationMessage(t('There is no postmortem in this workspace.'))
      return
    }
    const show = t('Show Problems')
    const message = t('Findings: {0}. Reports: {1}.', findings, reports)
    const chosen = await vscode.window.showInformationMessage(message, ...(findings > 0 ? [show] : []))
    if (chosen === show) await vscode.commands.executeCommand('workbench.actions.view.problems')
  }
}

function isOpen(uri: vscode.Uri): boolean {
  return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())
}

/** Hints show in the text only. */
function isInProblems({ severity }: vscode.Diagnostic): boolean {
  return severity !== vscode.DiagnosticSeverity.Hint
}

import { BeginningsRequest, NewReportRequest } from '@postmortem/shared/newReport'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { createFile } from '../createFile.ts'
import { findFolders } from '../folders.ts'
import { askAll } from '../questions.ts'
import type { Reports } from '../reports.ts'
import { type Answers, questionsFor } from './reportQuestions.ts'

const { t } = vscode.l10n

const noAnswers: Answers = {
  template: null,
  title: null,
  severity: null,
  start: null,
  zone: 'UTC',
  end: null,
}

/** Begins a report. Answers given before Escape are offered when the command is run again. */
export class NewPostmortem {
  readonly #client: BaseLanguageClient
  readonly #reports: Reports
  #answers = noAnswers

  constructor(client: BaseLanguageClient, reports: Reports) {
    this.#client = client
    this.#reports = reports
  }

  async run(template?: string): Promise<void> {
    const { active, front } = this.#reports
    const folders = findFolders(active.outline === null ? undefined : front)
    const context = {
      client: this.#client,
      beginnings: folders.then(([first]) => this.#findBeginnings(first?.uri ?? null)),
      folders,
      isTemplateGiven: template !== undefined,
      nameFile: async (known: Answers) => (await this.#write(known)).fileName,
    }
    const answers = await askAll<Answers>(
      t('New Postmortem'),
      { ...this.#answers, ...(template !== undefined && { template }) },
      (known) => questionsFor(known, context),
      (known) => {
        this.#answers = known
      },
    )
    if (answers === undefined) return
    this.#answers = noAnswers
    const report = await this.#write(answers)
    const editor = await vscode.window.showTextDocument(await openReport(report, answers.folder ?? null))
    // The file has its text already, in case it is closed now; this turns the placeholders into tab stops.
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0)
    await editor.insertSnippet(new vscode.SnippetString(report.snippet), whole)
    // The file says the same already, so there is nothing that anybody would have to decide on.
    if (!editor.document.isUntitled) await editor.document.save()
  }

  #findBeginnings(folder: vscode.Uri | null): Promise<BeginningsRequest.Result> {
    const params: BeginningsRequest.Params = { uri: folder && this.#addressIn(folder) }
    return this.#client.sendRequest<BeginningsRequest.Result>(BeginningsRequest.method, params)
  }

  #write({ folder, template, title, severity, start, end }: Answers): Promise<NewReportRequest.Result> {
    const uri = folder ? this.#addressIn(folder) : null
    const params: NewReportRequest.Params = { uri, template: template ?? '', title, severity, start, end }
    return this.#client.sendRequest<NewReportRequest.Result>(NewReportRequest.method, params)
  }

  /** The URI of a report in the folder, so that the folder's configuration applies. */
  #addressIn(folder: vscode.Uri): string {
    return this.#client.code2ProtocolConverter.asUri(vscode.Uri.joinPath(folder, 'report.md'))
  }
}

/** If the file cannot be created, the report is opened as an untitled document. */
async function openReport(
  { text, fileName }: NewReportRequest.Result,
  folder: vscode.Uri | null,
): Promise<vscode.TextDocument> {
  if (folder !== null) {
    try {
      const uri = await createFile(vscode.Uri.joinPath(folder, fileName), text)
      return await vscode.workspace.openTextDocument(uri)
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      void vscode.window.showWarningMessage(
        t('The file could not be created: {0} Save the untitled document elsewhere.', reason),
      )
    }
  }
  return vscode.workspace.openTextDocument({ language: 'markdown', content: text })
}

import { BeginningsRequest, NewReportRequest } from '@postmortem/shared/writing'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { createFile } from '../createFile.ts'
import { findFolders } from '../folders.ts'
import { askAll } from '../questions.ts'
import type { Reports } from '../reports.ts'
import { type Answers, questionsFor } from './reportQuestions.ts'

const { t } = vscode.l10n

const nothing: Answers = { template: null, title: null, severity: null, start: null, end: null }

/** Begins a report. What was answered before an Escape is there when the command is run again. */
export class NewPostmortem {
  readonly #client: BaseLanguageClient
  readonly #reports: Reports
  #answers = nothing

  constructor(client: BaseLanguageClient, reports: Reports) {
    this.#client = client
    this.#reports = reports
  }

  async run(template?: string): Promise<void> {
    const { active, front } = this.#reports
    const folders = findFolders(active.outline === null ? undefined : front)
    const knowledge = {
      client: this.#client,
      beginnings: folders.then(([first]) => this.#findBeginnings(first?.uri ?? null)),
      folders,
      isTemplateGiven: template !== undefined,
      nameFile: async (known: Answers) => (await this.#write(known)).fileName,
    }
    const answers = await askAll<Answers>(
      t('New Postmortem'),
      { ...this.#answers, ...(template !== undefined && { template }) },
      (known) => questionsFor(known, knowledge),
      (known) => {
        this.#answers = known
      },
    )
    if (answers === undefined) return
    this.#answers = nothing
    const report = await this.#write(answers)
    const editor = await vscode.window.showTextDocument(await openReport(report, answers.folder ?? null))
    // The text is there already, also for whoever closes the file now; this makes tab stops of its placeholders.
    const whole = new vscode.Range(0, 0, editor.document.lineCount, 0)
    await editor.insertSnippet(new vscode.SnippetString(report.snippet), whole)
  }

  #findBeginnings(folder: vscode.Uri | null): Promise<BeginningsRequest.Result> {
    const params: BeginningsRequest.Params = { uri: folder && this.#addressIn(folder) }
    return this.#client.sendRequest<BeginningsRequest.Result>(BeginningsRequest.method, params)
  }

  #write({ folder, template, ...known }: Answers): Promise<NewReportRequest.Result> {
    const uri = folder ? this.#addressIn(folder) : null
    const params: NewReportRequest.Params = { ...known, template: template ?? '', uri }
    return this.#client.sendRequest<NewReportRequest.Result>(NewReportRequest.method, params)
  }

  /** Of a report there, so that the configuration of that folder holds for it. */
  #addressIn(folder: vscode.Uri): string {
    return this.#client.code2ProtocolConverter.asUri(vscode.Uri.joinPath(folder, 'report.md'))
  }
}

/** Where no file can be made, the report is not lost. */
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
        t('The file could not be made: {0} Save the untitled document elsewhere.', reason),
      )
    }
  }
  return vscode.workspace.openTextDocument({ language: 'markdown', content: text })
}

import { BeginningsRequest, NewReportRequest } from '@postmortem/shared/writing'
import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { createFile } from '../createFile.ts'
import { findFolders } from '../folders.ts'
import { askAll } from '../questions.ts'
import { type Answers, questionsFor } from './reportQuestions.ts'

const { t } = vscode.l10n

const nothing: Answers = { template: null, title: null, severity: null, start: null, end: null, folder: null }

/** Begins a report. What was answered before an Escape is there when the command is run again. */
export class NewPostmortem {
  readonly #client: BaseLanguageClient
  #answers = nothing

  constructor(client: BaseLanguageClient) {
    this.#client = client
  }

  async run(template?: string): Promise<void> {
    const folders = await findFolders()
    const folder = folders[0]?.uri ?? null
    const uri = folder && this.#addressIn(folder)
    const questions = {
      client: this.#client,
      beginnings: this.#client.sendRequest<BeginningsRequest.Result>(BeginningsRequest.method, { uri }),
      folders,
      isTemplateGiven: template !== undefined,
      nameFile: async (known: Answers) => (await this.#write(known)).fileName,
    }
    const answers = await askAll<Answers>(
      t('New Postmortem'),
      { ...this.#answers, folder, ...(template !== undefined && { template }) },
      (known) => questionsFor(known, questions),
      (known) => {
        this.#answers = known
      },
    )
    if (answers === undefined) return
    this.#answers = nothing
    const { fileName, snippet } = await this.#write(answers)
    const document = await openDocument(answers.folder && vscode.Uri.joinPath(answers.folder, fileName))
    const editor = await vscode.window.showTextDocument(document)
    await editor.insertSnippet(new vscode.SnippetString(snippet), new vscode.Position(0, 0))
    // A file that is closed without a word is a report with its placeholders, and no empty one.
    if (!document.isUntitled) await document.save()
  }

  #write({ folder, template, ...known }: Answers): Promise<NewReportRequest.Result> {
    const uri = folder && this.#addressIn(folder)
    const params: NewReportRequest.Params = { ...known, template: template ?? '', uri }
    return this.#client.sendRequest<NewReportRequest.Result>(NewReportRequest.method, params)
  }

  /** Of a report there, so that the configuration of that folder holds for it. */
  #addressIn(folder: vscode.Uri): string {
    return this.#client.code2ProtocolConverter.asUri(vscode.Uri.joinPath(folder, 'report.md'))
  }
}

/** Where no file can be made, the report is not lost. */
async function openDocument(wanted: vscode.Uri | null): Promise<vscode.TextDocument> {
  if (wanted !== null) {
    try {
      return await vscode.workspace.openTextDocument(await createFile(wanted))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      void vscode.window.showWarningMessage(
        t('The file could not be made: {0} Save the untitled document elsewhere.', reason),
      )
    }
  }
  return vscode.workspace.openTextDocument({ language: 'markdown' })
}

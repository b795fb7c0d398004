import { RevealLineCommand } from '@postmortem/shared/protocol'
import * as vscode from 'vscode'
import { convertTimeZone } from './commands/convertTimeZone.ts'
import { insertMissingSections, insertSection } from './commands/insertSections.ts'
import { revealLine } from './commands/revealLine.ts'
import { revealSection } from './commands/revealSection.ts'
import { sortTimeline } from './commands/sortTimeline.ts'
import { announceNotifications, type CreateLanguageClient, clientOptions } from './languageClient.ts'
import { answerReadFile } from './readFile.ts'
import { Reports } from './reports.ts'
import { SectionOutline } from './sectionOutline.ts'
import { WordCounter } from './wordCounter.ts'

/** What other extensions, and our tests, can see of what is shown. */
export interface Api {
  readonly wordCount: () => WordCounter['shown']
  readonly outline: SectionOutline
}

export async function activate(context: vscode.ExtensionContext, create: CreateLanguageClient): Promise<Api> {
  const client = create(clientOptions)
  announceNotifications(client)
  const reports = new Reports(client)
  const counter = new WordCounter(reports)
  const outline = new SectionOutline(reports)
  context.subscriptions.push(
    client,
    reports,
    counter,
    outline,
    answerReadFile(client),
    vscode.window.registerTreeDataProvider('postmortem.outline', outline),
    vscode.commands.registerCommand('postmortem.insertSection', (id?: string) =>
      insertSection(client, reports, id),
    ),
    vscode.commands.registerCommand('postmortem.insertMissingSections', () => insertMissingSections(client)),
    vscode.commands.registerCommand('postmortem.revealSection', revealSection),
    vscode.commands.registerCommand(RevealLineCommand.id, revealLine),
    vscode.commands.registerCommand('postmortem.sortTimeline', () => sortTimeline(client)),
    vscode.commands.registerCommand('postmortem.convertTimeZone', (zone?: string) =>
      convertTimeZone(client, zone),
    ),
  )
  await client.start()
  return { wordCount: () => counter.shown, outline }
}

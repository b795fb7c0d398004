import type { PreviewEngine } from '@postmortem/shared/preview'
import { RevealLineCommand } from '@postmortem/shared/protocol'
import * as vscode from 'vscode'
import { convertTimeZone } from './commands/convertTimeZone.ts'
import { pasteTimeline, registerPasteProvider } from './commands/pasteTimeline.ts'
import { registerCommands } from './commands/register.ts'
import { revealLine } from './commands/revealLine.ts'
import { showTimeline } from './commands/showTimeline.ts'
import { sortTimeline } from './commands/sortTimeline.ts'
import { answerHasFiles } from './hasFiles.ts'
import { announceNotifications, type CreateLanguageClient, clientOptions } from './languageClient.ts'
import { LanguageStatus } from './languageStatus.ts'
import { extendMarkdownIt, type MarkdownIt } from './preview/markdownPreview.ts'
import { answerReadFile } from './readFile.ts'
import { Reports } from './reports.ts'
import { linkRulePages } from './rulePages.ts'
import { SectionOutline } from './sectionOutline.ts'
import { WordCounter } from './wordCounter.ts'

/** What other extensions, and our tests, can see of what is shown. */
export interface Api {
  readonly wordCount: () => WordCounter['shown']
  readonly outline: SectionOutline
  readonly status: () => LanguageStatus['shown']
  /** For the built-in Markdown preview. */
  readonly extendMarkdownIt: <Engine extends MarkdownIt>(markdownIt: Engine) => Engine
}

export async function activate(
  context: vscode.ExtensionContext,
  create: CreateLanguageClient,
  loadPreview: () => PreviewEngine,
): Promise<Api> {
  const client = create({
    ...clientOptions,
    middleware: { ...clientOptions.middleware, ...linkRulePages(context.extensionUri) },
  })
  announceNotifications(client)
  const reports = new Reports(client)
  const counter = new WordCounter(client, reports)
  const outline = new SectionOutline(reports)
  const status = new LanguageStatus(client, reports)
  context.subscriptions.push(
    client,
    reports,
    counter,
    outline,
    status,
    answerReadFile(client),
    answerHasFiles(client),
    ...registerCommands(client, reports),
    vscode.commands.registerCommand(RevealLineCommand.id, revealLine),
    vscode.commands.registerCommand('postmortem.sortTimeline', () => sortTimeline(client)),
    vscode.commands.registerCommand('postmortem.convertTimeZone', (zone?: string) =>
      convertTimeZone(client, zone),
    ),
    vscode.commands.registerCommand('postmortem.pasteTimeline', () => pasteTimeline(client)),
    ...registerPasteProvider(client, reports),
    vscode.commands.registerCommand('postmortem.showTimeline', () => {
      showTimeline(client, context.extensionUri)
    }),
  )
  await client.start()
  return {
    wordCount: () => counter.shown,
    outline,
    status: () => status.shown,
    extendMarkdownIt: (markdownIt) => extendMarkdownIt(markdownIt, loadPreview),
  }
}

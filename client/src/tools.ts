import type * as vscode from 'vscode'
import { registerPasteProvider } from './commands/pasteTimeline.ts'
import { registerCommands } from './commands/register.ts'
import { NewBullets } from './filling/newBullets.ts'
import { PlaceholderHighlights } from './filling/placeholderHighlights.ts'
import { answerHasFiles } from './hasFiles.ts'
import { createIncidents, type Incidents } from './incidents/incidents.ts'
import { announceOwnMessages, type CreateLanguageClient, createClientOptions } from './languageClient.ts'
import { LanguageStatus } from './languageStatus.ts'
import { refuseOutdatedActions } from './outdatedActions.ts'
import { SectionOutline } from './outline/sectionOutline.ts'
import { createToolCall } from './programs/callTool.ts'
import type { CallTool } from './programs/languageModelTools.ts'
import { answerToolFiles } from './programs/workspaceFiles.ts'
import { answerReadFile } from './readFile.ts'
import { Reports } from './reports.ts'
import { linkRulePages, showRulePages } from './rulePages.ts'
import { guardServer } from './serverGuard.ts'
import { WordCounter } from './wordCounter.ts'
import { leaveYamlToItsExtension } from './yamlCompletion.ts'

/** Everything that asks the server or shows its answers. */
export interface Tools {
  readonly startServer: () => void
  readonly callTool: CallTool
  readonly wordCount: () => WordCounter['shown']
  readonly outline: SectionOutline
  readonly incidents: Incidents
  readonly status: () => LanguageStatus['shown']
  readonly placeholders: () => PlaceholderHighlights['shown']
}

/** The first request starts the server. */
export function createTools(context: vscode.ExtensionContext, create: CreateLanguageClient): Tools {
  const options = createClientOptions()
  const { client, guard } = guardServer(create, {
    ...options,
    middleware: {
      ...options.middleware,
      ...linkRulePages(context.extensionUri),
      ...leaveYamlToItsExtension,
      ...refuseOutdatedActions(),
    },
  })
  announceOwnMessages(client)
  const reports = new Reports(client)
  const counter = new WordCounter(client, reports)
  const outline = new SectionOutline(client, reports)
  const status = new LanguageStatus(client, reports)
  const highlights = new PlaceholderHighlights(client, reports)
  const incidents = createIncidents(client, reports, guard, context.extensionUri)
  guard.onDidLose(() => reports.forget())
  context.subscriptions.push(
    client,
    reports,
    counter,
    outline,
    status,
    highlights,
    ...incidents.subscriptions,
    new NewBullets(),
    showRulePages(context.extensionUri),
    answerReadFile(client),
    answerHasFiles(client),
    ...answerToolFiles(client),
    ...registerCommands(client, reports, guard, context.extensionUri),
    ...registerPasteProvider(client, reports),
  )
  return {
    // The guard reports a server that does not start.
    startServer: () => void client.start().catch(() => {}),
    callTool: createToolCall(client),
    wordCount: () => counter.shown,
    outline,
    incidents,
    status: () => status.shown,
    placeholders: () => highlights.shown,
  }
}

import type { PreviewEngine } from '@postmortem/shared/preview'
import * as vscode from 'vscode'
import { isOurs } from './documents.ts'
import { extendMarkdownIt, type MarkdownIt } from './preview/markdownPreview.ts'
import type { Tools } from './tools.ts'

/** What other extensions, and our tests, can see. */
export interface Api {
  /** For the built-in Markdown preview. */
  readonly extendMarkdownIt: <Engine extends MarkdownIt>(markdownIt: Engine) => Engine
  /** What is shown of the document in front; as long as no document concerned us, there is nothing to show it with. */
  readonly wordCount: () => ReturnType<Tools['wordCount']> | undefined
  readonly outline: Tools['outline'] | undefined
  readonly status: () => ReturnType<Tools['status']> | undefined
}

/** What each host loads in its own way, when it is first needed. */
export interface Parts {
  readonly createTools: () => Tools
  readonly loadPreview: () => PreviewEngine
}

/**
 * Most Markdown is no report, so as little as possible happens here: the language client and all that shows what
 * the server says are loaded, and the server is started, once a document that concerns it is open, or by a command.
 */
export function activate(context: vscode.ExtensionContext, parts: Parts): Api {
  let tools: Tools | undefined
  const needTools = () => {
    if (tools !== undefined) return tools
    for (const placeholder of placeholders) placeholder.dispose()
    tools = parts.createTools()
    return tools
  }
  const placeholders = commandsOf(context.extension).map((command) =>
    vscode.commands.registerCommand(command, (...values: unknown[]) => {
      needTools()
      return vscode.commands.executeCommand(command, ...values)
    }),
  )
  context.subscriptions.push(
    ...placeholders,
    whenThereIsWork(() => needTools().startServer()),
  )
  return {
    extendMarkdownIt: (markdownIt) => extendMarkdownIt(markdownIt, parts.loadPreview),
    wordCount: () => tools?.wordCount(),
    get outline() {
      return tools?.outline
    },
    status: () => tools?.status(),
  }
}

function commandsOf({ packageJSON }: vscode.Extension<unknown>): readonly string[] {
  const contributed: readonly { readonly command: string }[] = packageJSON.contributes.commands
  return contributed.map(({ command }) => command)
}

/** Acts once, when the first document is open that concerns the server. */
function whenThereIsWork(act: () => void): vscode.Disposable {
  if (vscode.workspace.textDocuments.some(isOurs)) {
    // The editor, and the preview with it, waits until this turn is over.
    const timer = setTimeout(act)
    return new vscode.Disposable(() => clearTimeout(timer))
  }
  const subscription = vscode.workspace.onDidOpenTextDocument((document) => {
    if (!isOurs(document)) return
    subscription.dispose()
    act()
  })
  return subscription
}

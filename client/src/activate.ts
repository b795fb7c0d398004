import type { PreviewEngine } from '@postmortem/shared/preview'
import * as vscode from 'vscode'
import { isOurs } from './documents.ts'
import { extendMarkdownIt, type MarkdownIt } from './preview/markdownPreview.ts'
import { type ContextServer, registerContextServer } from './programs/contextServer.ts'
import { registerTools } from './programs/languageModelTools.ts'
import { newerEditor } from './programs/newerEditor.ts'
import type { Tools } from './tools.ts'

/** The extension's exports, for the Markdown preview and our tests. */
export interface Api {
  /** Called by the built-in Markdown preview. */
  readonly extendMarkdownIt: <Engine extends MarkdownIt>(markdownIt: Engine) => Engine
  /** These show the active report. They are undefined until the tools have been loaded. */
  readonly wordCount: () => ReturnType<Tools['wordCount']> | undefined
  readonly outline: Tools['outline'] | undefined
  readonly incidents: Tools['incidents'] | undefined
  readonly status: () => ReturnType<Tools['status']> | undefined
  readonly placeholders: () => ReturnType<Tools['placeholders']> | undefined
}

/** The parts that Node.js and the browser load in their own way, each on first use. */
export interface Parts {
  readonly createTools: () => Tools
  readonly loadPreview: () => PreviewEngine
  /** Null where no process can be started. */
  readonly contextServer: ContextServer | null
}

/**
 * Most Markdown files are not reports, so activation does as little as possible. The tools and the server
 * start when the first document that concerns the server is open, or when a command is run.
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
    onceDocumentIsOpen(() => needTools().startServer()),
    ...registerTools(context.extension, newerEditor, (...call) => needTools().callTool(...call)),
    ...registerContextServer(context.extension, newerEditor, parts.contextServer),
  )
  return {
    extendMarkdownIt: (markdownIt) => extendMarkdownIt(markdownIt, parts.loadPreview),
    wordCount: () => tools?.wordCount(),
    get outline() {
      return tools?.outline
    },
    get incidents() {
      return tools?.incidents
    },
    status: () => tools?.status(),
    placeholders: () => tools?.placeholders(),
  }
}

function commandsOf({ packageJSON }: vscode.Extension<unknown>): readonly string[] {
  const contributed: readonly { readonly command: string }[] = packageJSON.contributes.commands
  return contributed.map(({ command }) => command)
}

/** Acts once, when the first document that concerns the server is open. */
function onceDocumentIsOpen(act: () => void): vscode.Disposable {
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

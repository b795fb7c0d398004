import type * as vscode from 'vscode'
import { type NewerEditor, registerIfPossible } from './newerEditor.ts'

/** A program that speaks the Model Context Protocol over standard input and output. */
export interface ContextServer {
  readonly command: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** Offers our server for the Model Context Protocol, where the editor has a use for it and a process can be started. */
export function registerContextServer(
  { packageJSON }: Pick<vscode.Extension<unknown>, 'packageJSON'>,
  { lm, McpStdioServerDefinition }: NewerEditor,
  server: ContextServer | null,
): vscode.Disposable[] {
  const { version, contributes } = packageJSON
  const [{ id, label }] = contributes.mcpServerDefinitionProviders
  const provideMcpServerDefinitions = () =>
    server === null
      ? []
      : [new McpStdioServerDefinition(label, server.command, server.args, server.env, version)]
  return registerIfPossible(() =>
    lm?.registerMcpServerDefinitionProvider?.(id, { provideMcpServerDefinitions }),
  )
}

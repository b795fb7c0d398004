import * as vscode from 'vscode'

/** A tool that language models can call. */
export interface LanguageModelTool {
  readonly invoke: (
    options: { readonly input: Readonly<Record<string, unknown>> },
    token: vscode.CancellationToken,
  ) => Promise<object>
}

/** Says how to start servers for the Model Context Protocol. */
interface ServerProvider {
  readonly provideMcpServerDefinitions: () => readonly object[]
}

/**
 * What newer editors have for language models. The oldest editor that we support has none of it, so nothing here is in
 * the types of `vscode`, and any of it may be missing.
 */
export interface NewerEditor {
  readonly lm?: {
    readonly registerTool?: (name: string, tool: LanguageModelTool) => vscode.Disposable
    readonly registerMcpServerDefinitionProvider?: (id: string, provider: ServerProvider) => vscode.Disposable
  }
  readonly LanguageModelToolResult: new (content: readonly object[]) => object
  readonly LanguageModelTextPart: new (text: string) => object
  readonly McpStdioServerDefinition: new (
    label: string,
    command: string,
    args: readonly string[],
    env: Readonly<Record<string, string>>,
    version: string,
  ) => object
}

export const newerEditor = vscode as unknown as NewerEditor

/** Registers something with the editor; where an editor has it only as a proposal, it refuses, and there is nothing. */
export function registerIfPossible(register: () => vscode.Disposable | undefined): vscode.Disposable[] {
  try {
    return [register()].filter((each) => each !== undefined)
  } catch {
    return []
  }
}

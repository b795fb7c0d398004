import * as vscode from 'vscode'

/** What a caller of tools needs of the editor, which the types do not have yet. */
export const caller = vscode.lm as unknown as {
  readonly tools: readonly { readonly name: string }[]
  readonly invokeTool: (
    name: string,
    options: { readonly input: object; readonly toolInvocationToken: undefined },
  ) => Promise<{ readonly content: readonly { readonly value: string }[] }>
}

/** Calls one of our tools as the editor does for a language model. Resolves to the texts of the result. */
export async function callTool(tool: string, input: object): Promise<readonly string[]> {
  const { content } = await caller.invokeTool(`postmortem_${tool}`, { input, toolInvocationToken: undefined })
  return content.map(({ value }) => value)
}

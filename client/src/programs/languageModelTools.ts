import type * as vscode from 'vscode'
import { type NewerEditor, registerIfPossible } from './newerEditor.ts'

/** Calls a tool of the server. Resolves to the texts for the model, and rejects with a sentence for it. */
export type CallTool = (
  tool: string,
  given: Readonly<Record<string, unknown>>,
  token: vscode.CancellationToken,
) => Promise<readonly string[]>

/** The editor wants names that no other extension has. */
const prefix = 'postmortem_'

/** Offers the tools in the manifest to language models, where the editor has any. */
export function registerTools(
  { packageJSON }: Pick<vscode.Extension<unknown>, 'packageJSON'>,
  { lm, LanguageModelToolResult, LanguageModelTextPart }: NewerEditor,
  call: CallTool,
): vscode.Disposable[] {
  const contributed: readonly { readonly name: string }[] = packageJSON.contributes.languageModelTools
  return contributed.flatMap(({ name }) =>
    registerIfPossible(() =>
      lm?.registerTool?.(name, {
        invoke: async ({ input }, token) => {
          const texts = await call(name.slice(prefix.length), input, token)
          return new LanguageModelToolResult(texts.map((text) => new LanguageModelTextPart(text)))
        },
      }),
    ),
  )
}

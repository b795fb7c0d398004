import { CallToolRequest } from '@postmortem/shared/programs'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { CallTool } from './languageModelTools.ts'

/** The first call starts the server. */
export function createToolCall(client: BaseLanguageClient): CallTool {
  return async (tool, given, token) => {
    const params: CallToolRequest.Params = { tool, arguments: given }
    const answer = await client.sendRequest<CallToolRequest.Result | null>(
      CallToolRequest.method,
      params,
      token,
    )
    if (answer === null) throw new Error('The tool failed. The log of Postmortem says why.')
    if (answer.kind === 'refused') throw new Error(answer.reason)
    return answer.texts
  }
}

import { CallToolRequest } from '@postmortem/shared/programs'
import type { CancellationToken } from 'vscode-languageserver'
import { callTool } from '../../programs/callTool.ts'
import type { ToolContext } from '../../programs/tool.ts'
import { tools } from '../../programs/tools.ts'
import { answerLater, type Feature, type Host } from '../feature.ts'
import { createWorkspaceReports } from '../workspaceReports.ts'

/** Answers the tools that our client offers to language models: the same as those of `postmortem mcp`. */
export const toolCalls: Feature = {
  capabilities: {},
  register: (host) => {
    const answer = answerLater('The tool', host, (params: CallToolRequest.Params, token) =>
      call(params, host, token),
    )
    host.connection.onRequest<CallToolRequest.Result | null, void>(CallToolRequest.method, answer)
  },
}

async function call(
  { tool: name, arguments: given }: CallToolRequest.Params,
  host: Host,
  token: CancellationToken,
): Promise<CallToolRequest.Result> {
  const tool = tools.find((each) => each.name === name)
  if (tool === undefined) return { kind: 'refused', reason: `There is no tool "${name}".` }
  const context: ToolContext = {
    reports: createWorkspaceReports(host),
    service: host.service,
    now: host.now,
    stopIfCancelled: () => {
      if (token.isCancellationRequested) throw new Error('Nobody waits for the answer any more.')
    },
    reportProgress: async () => {},
  }
  const answer = await callTool(tool, given, async () => context)
  return answer.kind === 'answered' ? { kind: 'answered', texts: answer.texts } : answer
}

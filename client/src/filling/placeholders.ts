import { PlaceholdersRequest } from '@postmortem/shared/clientCommands'
import type * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { toRange } from '../applySnippet.ts'

/** The places that are left to fill in; none in a document that is no report. */
export async function findPlaceholders(
  client: BaseLanguageClient,
  { uri }: vscode.TextDocument,
): Promise<readonly vscode.Range[]> {
  const params: PlaceholdersRequest.Params = { uri: client.code2ProtocolConverter.asUri(uri) }
  const answer = await client.sendRequest<PlaceholdersRequest.Result | null>(
    PlaceholdersRequest.method,
    params,
  )
  return (answer ?? []).map(toRange)
}

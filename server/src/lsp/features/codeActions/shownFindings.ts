import type { CodeActionParams } from 'vscode-languageserver'
import type { Finding } from '../../../checking/rule.ts'
import type { Host } from '../../feature.ts'
import { type Positions, toOffsets } from '../../positions.ts'

/**
 * The findings of the last comparison that the editor still shows, where it shows them: the report may have changed
 * since.
 */
export function findShown(
  { textDocument, context }: Pick<CodeActionParams, 'textDocument' | 'context'>,
  { compared }: Pick<Host, 'compared'>,
  positions: Positions,
): readonly Finding[] {
  const findings = compared.findingsOf(textDocument.uri)
  return context.diagnostics.flatMap(({ code, message, range }) => {
    const found = findings.find((each) => each.rule === code && each.message === message)
    return found === undefined ? [] : [{ ...found, related: [], range: toOffsets(range, positions) }]
  })
}

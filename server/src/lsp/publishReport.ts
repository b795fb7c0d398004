import { WordCountNotification } from '@postmortem/shared/counting'
import type { Finding } from '../checking/rule.ts'
import { countReport } from '../features/wordCount.ts'
import type { ClientSupport } from './clientSupport.ts'
import { toDiagnostic } from './convert.ts'
import { toOutline } from './features/outline.ts'
import type { OpenEditorDocument } from './openDocuments.ts'
import type { Publisher } from './publisher.ts'

/**
 * Publishes the findings of a report, if they are to be shown anew, and, to our own client, its word count and outline.
 */
export function publishReport(
  { uri, version, positions, document: { report } }: OpenEditorDocument,
  findings: readonly Finding[],
  isShown: boolean,
  publisher: Publisher,
  { notifications }: ClientSupport,
): void {
  if (isShown)
    publisher.publish(uri, version, 'textDocument/publishDiagnostics', {
      diagnostics: findings.map((finding) => toDiagnostic(finding, uri, positions)),
    })
  if (!notifications) return
  publisher.publish(uri, version, WordCountNotification.method, { count: countReport(report) })
  publisher.publishOutline(uri, version, toOutline(report, findings, positions))
}

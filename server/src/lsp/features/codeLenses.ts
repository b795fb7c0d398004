import { RevealLineCommand } from '@postmortem/shared/protocol'
import type { CodeLens, CodeLensParams, Command } from 'vscode-languageserver'
import { findMetricLenses, type MetricLens } from '../../features/metricLenses.ts'
import type { Tell } from '../../language/tell.ts'
import type { MarkdownDocument } from '../../markdown/document.ts'
import { toRange } from '../convert.ts'
import { answer, type Feature } from '../feature.ts'

/** The figures of the incident above the title of the report. */
export const codeLenses: Feature = {
  capabilities: { codeLensProvider: {} },
  register: (host) => {
    const compute = ({ textDocument: { uri } }: CodeLensParams): CodeLens[] | null => {
      const entry = host.documents.get(uri)
      if (entry === undefined) return null
      const { markdown, report } = entry.document
      return findMetricLenses(report).map((lens) => ({
        range: toRange(lens.range, markdown),
        command: host.abilities().commands
          ? toReveal(lens, uri, markdown, host.tell)
          : toLabel(lens, host.tell),
      }))
    }
    host.connection.onCodeLens(answer('Code lenses', host, compute))
  },
}

function toReveal(
  { title, target }: MetricLens,
  uri: string,
  markdown: MarkdownDocument,
  tell: Tell,
): Command {
  const destination: RevealLineCommand.Arguments = [uri, markdown.positionAt(target.start)]
  return { title: tell(title), command: RevealLineCommand.id, arguments: [...destination] }
}

/** Another editor knows none of our commands, so a click must do nothing. */
function toLabel({ title }: MetricLens, tell: Tell): Command {
  return { title: tell(title), command: '' }
}

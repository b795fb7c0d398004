import { RevealLineCommand } from '@postmortem/shared/links'
import type { CodeLens, CodeLensParams, Command } from 'vscode-languageserver'
import { findMetricLenses, type MetricLens } from '../../features/metricLenses.ts'
import { findSectionLenses } from '../../features/sectionLenses.ts'
import type { Translate } from '../../messages/translate.ts'
import { answer, type Feature } from '../feature.ts'
import { type Positions, toRange } from '../positions.ts'

/** Shows the figures of the incident above the title of the report, and if asked for, the words of each section. */
export const codeLenses: Feature = {
  capabilities: { codeLensProvider: {} },
  register: (host) => {
    const compute = ({ textDocument: { uri } }: CodeLensParams): CodeLens[] | null => {
      const open = host.documents.get(uri)
      if (open === undefined) return null
      const { positions, document, settings } = open
      const counts = settings.sectionWordCounts ? findSectionLenses(document.report) : []
      return [...findMetricLenses(document.report), ...counts].map((lens) => ({
        range: toRange(lens.range, positions),
        command: host.support.commands
          ? toReveal(lens, uri, positions, host.translate)
          : toLabel(lens, host.translate),
      }))
    }
    host.connection.onCodeLens(answer('Code lenses', host, compute))
  },
}

function toReveal(
  { title, target }: MetricLens,
  uri: string,
  positions: Positions,
  translate: Translate,
): Command {
  const destination: RevealLineCommand.Arguments = [uri, positions.positionAt(target.start)]
  return { title: translate(title), command: RevealLineCommand.id, arguments: [...destination] }
}

/** Other editors know none of our commands, so a click must do nothing. */
function toLabel({ title }: MetricLens, translate: Translate): Command {
  return { title: translate(title), command: '' }
}

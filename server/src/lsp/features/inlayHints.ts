import type { InlayHint, InlayHintParams } from 'vscode-languageserver'
import { type ElapsedHint, findElapsedHints } from '../../features/elapsedHints.ts'
import type { Translate } from '../../messages/translate.ts'
import { answer, type Feature } from '../feature.ts'
import { type Positions, toOffsets } from '../positions.ts'

/** Shows the elapsed time after the time of each entry, if the settings ask for it. */
export const inlayHints: Feature = {
  capabilities: { inlayHintProvider: true },
  register: (host) => {
    const compute = ({ textDocument, range }: InlayHintParams): InlayHint[] | null => {
      const open = host.documents.get(textDocument.uri)
      if (open === undefined || !open.settings.timeline.elapsedHints) return null
      const { start, end } = toOffsets(range, open.positions)
      return findElapsedHints(open.document.report)
        .filter(({ offset }) => start <= offset && offset <= end)
        .map((hint) => toInlayHint(hint, open.positions, host.translate))
    }
    host.connection.languages.inlayHint.on(answer('Inlay hints', host, compute))
  },
}

function toInlayHint(
  { offset, text, explanation }: ElapsedHint,
  positions: Positions,
  translate: Translate,
): InlayHint {
  return {
    position: positions.positionAt(offset),
    label: text,
    tooltip: translate(explanation),
    paddingLeft: true,
  }
}

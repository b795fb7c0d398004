import type { InlayHint, InlayHintParams } from 'vscode-languageserver'
import { type ElapsedHint, findElapsedHints } from '../../features/elapsedHints.ts'
import type { MarkdownDocument } from '../../markdown/document.ts'
import type { Translate } from '../../messages/translate.ts'
import { answer, type Feature } from '../feature.ts'

/** Shows the elapsed time after the time of each entry, if the settings ask for it. */
export const inlayHints: Feature = {
  capabilities: { inlayHintProvider: true },
  register: (host) => {
    const compute = ({ textDocument, range }: InlayHintParams): InlayHint[] | null => {
      const open = host.documents.get(textDocument.uri)
      if (open === undefined || !open.settings.timeline.elapsedHints) return null
      const { markdown, report } = open.document
      const [start, end] = [markdown.offsetAt(range.start), markdown.offsetAt(range.end)]
      return findElapsedHints(report)
        .filter(({ offset }) => start <= offset && offset <= end)
        .map((hint) => toInlayHint(hint, markdown, host.translate))
    }
    host.connection.languages.inlayHint.on(answer('Inlay hints', host, compute))
  },
}

function toInlayHint(
  { offset, text, explanation }: ElapsedHint,
  markdown: MarkdownDocument,
  translate: Translate,
): InlayHint {
  return {
    position: markdown.positionAt(offset),
    label: text,
    tooltip: translate(explanation),
    paddingLeft: true,
  }
}

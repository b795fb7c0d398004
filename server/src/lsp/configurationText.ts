import type { TextDocumentContentChangeEvent } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type EncodePositions, type Positions, toOffsets, toRange } from './positions.ts'

/** The text of a configuration file, with its positions as the editor counts them. */
export interface ConfigurationText {
  readonly document: TextDocument
  readonly positions: Positions
}

export function readConfigurationText(
  uri: string,
  version: number,
  text: string,
  encodePositions: EncodePositions,
): ConfigurationText {
  const document = TextDocument.create(uri, 'configuration', version, text)
  const positions = encodePositions({
    positionAt: (offset) => document.positionAt(offset),
    offsetAt: (position) => document.offsetAt(position),
    slice: (start, end) => text.slice(start, end),
  })
  return { document, positions }
}

/** The positions of a change refer to the text that the change before it left. */
export function changeConfigurationText(
  source: ConfigurationText,
  version: number,
  changes: readonly TextDocumentContentChangeEvent[],
  encodePositions: EncodePositions,
): ConfigurationText {
  let changed = source
  for (const change of changes) {
    const { uri } = changed.document
    const text = TextDocument.update(changed.document, [toUtf16(change, changed)], version).getText()
    // An updated document miscounts its lines after an edit that joins a CR and a LF.
    changed = readConfigurationText(uri, version, text, encodePositions)
  }
  return changed
}

function toUtf16(
  change: TextDocumentContentChangeEvent,
  { document, positions }: ConfigurationText,
): TextDocumentContentChangeEvent {
  if (!('range' in change)) return change
  return { range: toRange(toOffsets(change.range, positions), document), text: change.text }
}

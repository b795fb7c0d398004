import { applySafeFixes } from '../../applySafeFixes.ts'
import type { CheckedDocument } from '../documents.ts'
import type { Complain } from '../trouble.ts'

export interface FixedDocument extends CheckedDocument {
  /** The number of findings that were fixed. */
  readonly fixed: number
}

/** Puts a fixed text where it belongs. Resolves to the reason if that was not possible, and to null otherwise. */
export type Save = (fixed: FixedDocument, before: CheckedDocument) => Promise<string | null>

/** Applies the safe fixes to each document, and saves it. */
export async function* fixDocuments(
  documents: AsyncIterable<CheckedDocument>,
  save: Save,
  complain: Complain,
): AsyncGenerator<FixedDocument> {
  for await (const checked of documents) {
    const fixed = fixDocument(checked)
    const refusal = await save(fixed, checked)
    if (refusal !== null) complain(`"${checked.source.name}" was not changed: ${refusal}.`)
    yield refusal === null ? fixed : { ...checked, fixed: 0 }
  }
}

export function fixDocument(checked: CheckedDocument): FixedDocument {
  const { document, source } = checked
  const left = applySafeFixes(checked)
  return { ...checked, ...left, source: { ...source, text: document.markdown.text() } }
}

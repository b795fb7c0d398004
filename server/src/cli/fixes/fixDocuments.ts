import { collectSafeEdits } from '../../checking/safeEdits.ts'
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

/** Applies safe fixes until there are none, since a fix can lead to another finding. */
export function fixDocument(checked: CheckedDocument): FixedDocument {
  const { document, check, source } = checked
  let { findings } = checked
  let fixed = 0
  for (let round = 0; round < maxRounds; round += 1) {
    const safe = collectSafeEdits(findings)
    if (safe.edits.length === 0) break
    fixed += safe.fixed
    // From the end, so that the offsets of the edits still to come stay valid.
    document.edit([...safe.edits].reverse())
    findings = check()
  }
  return { ...checked, source: { ...source, text: document.markdown.text() }, findings, fixed }
}

/** Each fix removes its finding; this only stops one that does not. */
const maxRounds = 10

import { collectSafeEdits } from '../checking/safeEdits.ts'
import type { CheckedDocument } from './documents.ts'
import { byteOrderMark, hasByteOrderMark, replaceFile } from './replaceFile.ts'
import type { Terminal } from './terminal.ts'
import type { Complain } from './trouble.ts'

export interface FixedDocument extends CheckedDocument {
  /** The number of findings that were fixed. */
  readonly fixed: number
}

/** Applies the safe fixes to each file in place, and to standard input on standard output. */
export async function* fixDocuments(
  documents: AsyncIterable<CheckedDocument>,
  complain: Complain,
  { folder, write }: Pick<Terminal, 'folder' | 'write'>,
): AsyncGenerator<FixedDocument> {
  for await (const checked of documents) {
    const { source } = checked
    const fixed = fixDocument(checked)
    const { text } = fixed.source
    if (source.path === null) await write(hasByteOrderMark(source.bytes) ? byteOrderMark + text : text)
    const refusal =
      source.path === null || text === source.text
        ? null
        : replaceFile(source.path, source.bytes, text, folder)
    if (refusal !== null) complain(`"${source.name}" was not changed: ${refusal}.`)
    yield refusal === null ? fixed : { ...checked, fixed: 0 }
  }
}

/** Applies safe fixes until there are none, since a fix can lead to another finding. */
export function fixDocument(checked: CheckedDocument): FixedDocument {
  const { document, check, source } = checked
  let { findings } = checked
  let fixed = 0
  for (let round = 0; round < maxRounds; round += 1) {
    const edits = collectSafeEdits(findings)
    if (edits.length === 0) break
    fixed += findings.filter(({ fixes }) =>
      fixes.some((fix) => fix.safe && fix.edits.every((edit) => edits.includes(edit))),
    ).length
    // From the end, so that the offsets of the edits still to come stay valid.
    document.edit([...edits].reverse())
    findings = check()
  }
  return { ...checked, source: { ...source, text: document.markdown.text() }, findings, fixed }
}

/** Each fix removes its finding; this only stops one that does not. */
const maxRounds = 10

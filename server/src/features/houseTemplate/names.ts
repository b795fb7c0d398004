import { normalizeTitle } from '../../postmortem/blocks/normalizeTitle.ts'

/** A title, a heading below it or a label, as one report has it. */
export interface WrittenName {
  /** The same for all spellings of a name: what the vocabulary calls it, or else its words. */
  readonly key: string
  /** What the vocabulary calls it; null for a name that it does not know. */
  readonly id: string | null
  /** As written, without numbering and remarks. */
  readonly text: string
  readonly isMisspelt: boolean
}

/** Null if nothing is left that could serve as a name. */
export function toName(written: string, id: string | null, isMisspelt = false): WrittenName | null {
  const text = cleanName(written)
  const normalized = normalizeTitle(text)
  if (normalized === '' || text.length > maxLength || /[{}<>]/.test(text)) return null
  return { key: id ?? normalized, id, text, isMisspelt }
}

const maxLength = 60

/** Removes numbering, whatever follows a separator, and characters that cannot be seen. */
function cleanName(written: string): string {
  const name = written
    .slice(0, 200)
    .replace(/\p{C}/gu, '')
    .replace(/^[^\p{L}\p{N}]{0,12}(?:\d{1,2}(?:\.\d{1,2})?[.)]\s{1,4})?/u, '')
  const cut = name.search(/(?<!\s)\s*[:：;([{]|\s[-–—|]+\s/)
  return (cut > 0 ? name.slice(0, cut) : name).replace(/(?<![\s:;*_.])[\s:;*_.]+$/, '').replace(/\s+/g, ' ')
}

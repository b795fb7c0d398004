import type { Disclosure } from './disclosures.ts'
import type { Secret } from './secrets.ts'

/** The largest gap between two lines of a key: line endings, indentation, quotation markers. */
const maxGap = 24

/**
 * Joins the lines of each private key, complete or not. Lines that look like a part of a key but belong to
 * none are left out.
 */
export function joinPrivateKeys(disclosures: readonly Disclosure[]): readonly Disclosure[] {
  const joined: Disclosure[] = []
  let key: Secret | null = null
  for (const each of disclosures) {
    const part = each.kind === 'secret' ? each.part : 'whole'
    if (part !== 'whole' && part !== 'key-begin') {
      const gap = part === 'key-end' ? 100 : maxGap
      if (key === null || each.start - key.end > gap) continue
      const longer: Secret = { ...(key as Secret), end: each.end }
      joined[joined.length - 1] = longer
      key = part === 'key-end' ? null : longer
      continue
    }
    const next: Disclosure = each.kind === 'secret' && part !== 'whole' ? { ...each, part: 'whole' } : each
    joined.push(next)
    key = part === 'key-begin' ? (next as Secret) : null
  }
  return joined
}

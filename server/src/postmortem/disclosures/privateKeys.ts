import type { Disclosure } from './disclosures.ts'
import type { Secret } from './secrets.ts'

/** What may stand between two lines of a key: line endings, indentation, marks of a quotation. */
const longestGap = 24

/**
 * Joins the lines of each private key from its first to its last, or as far as it goes. Lines of that form
 * which belong to no key are left out.
 */
export function joinPrivateKeys(disclosures: readonly Disclosure[]): readonly Disclosure[] {
  const joined: Disclosure[] = []
  let key: Secret | null = null
  for (const each of disclosures) {
    const part = each.kind === 'secret' ? each.part : 'whole'
    if (part !== 'whole' && part !== 'key-begin') {
      const gap = part === 'key-end' ? 100 : longestGap
      if (key === null || each.start - key.end > gap) continue
      const longer: Secret = { ...(key as Secret), end: each.end }
      joined[joined.length - 1] = longer
      key = part === 'key-end' ? null : longer
      continue
    }
    const next: Disclosure = each.kind === 'secret' ? { ...each, part: 'whole' } : each
    joined.push(next)
    key = part === 'key-begin' ? (next as Secret) : null
  }
  return joined
}

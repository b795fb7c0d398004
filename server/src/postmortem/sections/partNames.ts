import type { Mark } from '../blocks/marks.ts'
import { normalizeTitle } from '../blocks/normalizeTitle.ts'
import { english } from '../vocabulary/english.ts'

/**
 * True if a title that names several things is followed by one that names some of them: "Preventative
 * Measures" below "Corrective and Preventative Measures".
 */
export function namesPartOf(part: Mark, whole: Mark): boolean {
  if (!english.joiners.test(whole.text.toLowerCase())) return false
  const [words, all] = [distinctWords(part), distinctWords(whole)]
  return words.size > 0 && words.size < all.size && [...words].every((word) => all.has(word))
}

const unspecific = new Set([...english.fillers, ...english.kindsOfMeasures])

function distinctWords({ text, suggestion }: Mark): ReadonlySet<string> {
  const words = normalizeTitle(suggestion ?? text).split(' ')
  return new Set(words.filter((word) => !unspecific.has(word)).map((word) => word.replace(/s$/, '')))
}

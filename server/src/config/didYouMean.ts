import { distance } from 'fastest-levenshtein'

/**
 * The word that was probably meant: `written` is in another case, only its beginning, or a few typos away.
 */
export function findNearest(written: string, words: readonly string[]): string | null {
  if (written.length > 60) return null
  const wanted = written.toLowerCase()
  const longer = words.find((word) => wanted.length >= 3 && word.toLowerCase().startsWith(wanted))
  if (longer !== undefined) return longer
  let nearest: string | null = null
  let fewestTypos = Math.max(1, Math.floor(wanted.length / 2.5)) + 1
  for (const word of words) {
    const typos = countTypos(wanted, word.toLowerCase())
    if (typos >= fewestTypos) continue
    fewestTypos = typos
    nearest = word
  }
  return nearest
}

/** Two letters in the wrong order, as in "lnit", are one slip, except in a code of three letters such as YMD. */
function countTypos(written: string, word: string): number {
  const at = [...written].findIndex((letter, index) => letter !== word[index])
  const swapped = `${written.slice(0, at)}${written[at + 1] ?? ''}${written[at] ?? ''}${written.slice(at + 2)}`
  return at !== -1 && word.length > 3 && swapped === word ? 1 : distance(written, word)
}

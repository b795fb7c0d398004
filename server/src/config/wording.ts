import { distance } from 'fastest-levenshtein'
import type { ConfigNode } from './configNode.ts'

/** The word that was probably meant: different letter case, its beginning alone, or a few slips. */
export function findNearest(written: string, words: readonly string[]): string | null {
  if (written.length > 60) return null
  const wanted = written.toLowerCase()
  const longer = words.find((word) => wanted.length >= 3 && word.toLowerCase().startsWith(wanted))
  if (longer !== undefined) return longer
  let nearest: string | null = null
  let fewest = Math.max(1, Math.floor(wanted.length / 2.5)) + 1
  for (const word of words) {
    const slips = distance(wanted, word.toLowerCase())
    if (slips >= fewest) continue
    fewest = slips
    nearest = word
  }
  return nearest
}

export function quote(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return `"${line.length > 60 ? `${line.slice(0, 59)}…` : line}"`
}

export function listWords(words: readonly string[]): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}

export function describeNode(node: ConfigNode): string {
  if (node.kind === 'map') return 'a map'
  if (node.kind === 'list') return 'a list'
  return typeof node.value === 'string' ? quote(node.value) : String(node.value ?? 'empty')
}

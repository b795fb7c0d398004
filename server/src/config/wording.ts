import { distance } from 'fastest-levenshtein'
import { type Sentence, type SentencePart, sentence } from '../messages/sentence.ts'
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

/** As somebody wrote it, on one line. */
export function quote(text: string): Sentence {
  const line = text.replace(/\s+/g, ' ')
  return sentence`"${line.length > 60 ? `${line.slice(0, 59)}…` : line}"`
}

export function describeNode(node: ConfigNode): SentencePart {
  if (node.kind === 'map') return sentence`a map`
  if (node.kind === 'list') return sentence`a list`
  if (node.value === null) return sentence`empty`
  return typeof node.value === 'string' ? quote(node.value) : String(node.value)
}

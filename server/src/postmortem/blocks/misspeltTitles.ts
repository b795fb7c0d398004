import { distance } from 'fastest-levenshtein'
import type { ConceptId } from '../vocabulary/vocabulary.ts'
import { exactTitles, type TitleMatch } from './knownTitles.ts'
import { normalizeTitle } from './normalizeTitle.ts'

const misspeltIds: ReadonlySet<ConceptId> = new Set([
  'summary',
  'timeline',
  'root-cause-and-resolution',
  'corrective',
  'root-cause',
  'resolution',
  'impact',
  'duration',
  'actions',
  'lessons',
  'contributing',
  'improvements',
  'detection',
  'escalation',
])

/** Words that are one letter away from a title: a step of a process, and a function of a framework. */
const otherWords: ReadonlySet<string> = new Set(['recover', 'recovers'])

/** Titles that are one letter away from a word that is no title: "Enables". */
const besideOtherWords: ReadonlySet<string> = new Set(['enablers'])

interface Misspellable {
  readonly title: string
  readonly id: ConceptId
  readonly words: readonly string[]
  readonly letters: number
}

const maxSlips = 3

const misspellable: readonly Misspellable[] = [...exactTitles]
  .filter(([title, id]) => misspeltIds.has(id) && title.length >= 6 && !besideOtherWords.has(title))
  .map(([title, id]) => ({ title, id, words: title.split(' '), letters: lettersOf(title) }))

/** For each length of a title, those that it may be a slip for. */
const misspellableByLength = indexByLength()

function indexByLength(): ReadonlyMap<number, readonly Misspellable[]> {
  const byLength = new Map<number, Misspellable[]>()
  for (const each of misspellable) {
    for (let slips = -maxSlips; slips <= maxSlips; slips += 1) {
      const length = each.title.length + slips
      const others = byLength.get(length)
      if (others === undefined) byLength.set(length, [each])
      else others.push(each)
    }
  }
  return byLength
}

export function matchMisspelt(wanted: string): TitleMatch | null {
  if (wanted.length < 6 || otherWords.has(wanted)) return null
  const allowed = wanted.length >= 20 ? 3 : wanted.length >= 14 ? 2 : 1
  const words = wanted.split(' ')
  const letters = lettersOf(wanted)
  for (const known of misspellableByLength.get(wanted.length) ?? []) {
    const { title, id } = known
    const slips = leastSlips(known.letters, letters)
    if (
      (slips <= allowed && isWithin(title, wanted, allowed) && !isOtherWord(title, wanted)) ||
      (slips <= words.length && isMisspeltInEachWord(known.words, words))
    )
      return { ids: [id], suggestion: isOtherNumber(title, wanted) || isForeign(wanted) ? null : title }
  }
  return null
}

/** One bit for each letter that occurs in a title. Other signs share the bit of a letter. */
function lettersOf(title: string): number {
  let letters = 0
  for (let at = 0; at < title.length; at += 1) letters |= 1 << (title.charCodeAt(at) & 31)
  return letters
}

/** A slip takes one letter away and adds another at most. */
function leastSlips(letters: number, others: number): number {
  let count = 0
  for (let rest = letters ^ others; rest !== 0; rest &= rest - 1) count += 1
  return count / 2
}

/**
 * The section whose title this one resembles too little to be it by its letters alone: each word begins with the
 * right letter, and up to two of its letters are wrong, or all are there in another order.
 */
export function findResembling(title: string): TitleMatch | null {
  const wanted = normalizeTitle(title)
  if (wanted.length < 6 || otherWords.has(wanted)) return null
  const words = wanted.split(' ')
  for (const { title: known, id } of misspellableByLength.get(wanted.length) ?? []) {
    if (known[0] !== wanted[0]) continue
    const others = known.split(' ')
    if (words.length !== others.length) continue
    if (words.every((word, index) => resembles(word, others[index] as string)))
      return { ids: [id], suggestion: isForeign(wanted) ? null : known }
  }
  return null
}

function resembles(word: string, known: string): boolean {
  if (word === known) return true
  if (known.length < 5 || word[0] !== known[0]) return known.length === 4 && isWithin(known, word, 1)
  return distance(word, known) <= 2 || sortLetters(word) === sortLetters(known)
}

function sortLetters(word: string): string {
  return [...word].sort().join('')
}

/** A plural is no slip, and neither is one of several: "Contributing Factor 2". */
function isOtherNumber(title: string, wanted: string): boolean {
  const singular = (text: string) =>
    text.replace(/ \d{1,2}$/, '').replace(/(?<=[a-z]{3})(?:es|s)(?= |$)/g, '')
  return singular(title) === singular(wanted)
}

/** "Options" is no slip for "actions": several letters are others, and the first is among them. */
function isOtherWord(title: string, wanted: string): boolean {
  const [words, others] = [title.split(' '), wanted.split(' ')]
  if (words.length !== others.length) return false
  return words.some((word, index) => {
    const other = others[index] as string
    return word[0] !== other[0] && distance(word, other) > 1 && !isTransposed(word, other)
  })
}

/** "Impacto" is spelt as it should be, in another language. */
function isForeign(wanted: string): boolean {
  return (
    /[^\p{ASCII}]/u.test(wanted) ||
    /^(?:impacto|duracion|deteccion|resolucion|duree|resume|chronologie|recommandations?|cronologia)$/.test(
      wanted,
    )
  )
}

function isWithin(title: string, wanted: string, allowed: number): boolean {
  if (Math.abs(title.length - wanted.length) > allowed) return false
  const steps = distance(title, wanted)
  return steps <= allowed || (steps === 2 && isTransposed(title, wanted))
}

/** A slip in several words: each of them is long, begins with the right letter and is one letter off. */
function isMisspeltInEachWord(words: readonly string[], others: readonly string[]): boolean {
  if (words.length < 2 || words.length !== others.length || words[0]?.[0] !== others[0]?.[0]) return false
  return words.every((word, index) => {
    const other = others[index] as string
    if (word === other) return true
    return word.length >= 4 && word[0] === other[0] && isWithin(word, other, 1)
  })
}

/** True if two adjacent letters are swapped. */
function isTransposed(title: string, wanted: string): boolean {
  if (title.length < 5 || title.length !== wanted.length) return false
  let at = 0
  while (at < title.length && title[at] === wanted[at]) at += 1
  return (
    title[at] === wanted[at + 1] &&
    title[at + 1] === wanted[at] &&
    title.slice(at + 2) === wanted.slice(at + 2)
  )
}

import { distance } from 'fastest-levenshtein'
import { english } from '../vocabulary/english.ts'
import type { ConceptId, Vocabulary } from '../vocabulary/vocabulary.ts'

/** The concepts that a title names. A combined title ("Impact and Root Cause") names several. */
export interface TitleMatch {
  readonly ids: readonly ConceptId[]
  /** The correct spelling of a misspelt title; else null. */
  readonly suggestion: string | null
}

/** `bare` is a line without any markup, where only an exact title counts. */
export type TitleForm = 'heading' | 'bold' | 'label' | 'bare'

export function matchTitle(title: string, form: TitleForm): TitleMatch | null {
  const wanted = normalizeTitle(title)
  if (wanted === '' || wanted.length > 90) return null
  const id = lookUp(wanted, form)
  if (id !== undefined) return { ids: [id], suggestion: null }
  if (form === 'bare') return beginsTitle.test(title) ? matchCombined(title, findExact) : null
  return (
    matchCombined(title, (part) => lookUp(part, form)) ??
    matchSoundalike(wanted, form) ??
    matchMisspelt(wanted) ??
    matchPattern(title, wanted, form)
  )
}

/** Two titles in one, such as "Next steps and improvements"; a line in lower case is the rest of a sentence. */
const beginsTitle = /^\p{Lu}.*[\p{L}\p{N}]$/u

function findExact(part: string): ConceptId | undefined {
  return index.exact.get(part)
}

/** True if the title calls the document a postmortem, even in a misspelling: "Posmortem", "Post Mortum". */
export function saysPostmortem(title: string): boolean {
  return findName(title) !== null
}

/** Where a title calls the document a postmortem: the name, and what is before and after it. */
export interface NamedTitle {
  readonly before: string
  readonly name: string
  readonly after: string
}

export function findName(title: string): NamedTitle | null {
  if (title.length > maxTitleLength) return null
  const text = withoutDecoration(title.replace(hyphenEntity, '-'))
  const match = english.postmortem.exec(text) ?? findMisspelt(text)
  if (match === null) return null
  const [name] = match
  return { before: text.slice(0, match.index), name, after: text.slice(match.index + name.length) }
}

const maxTitleLength = 200

/** Front matter may write the hyphen of "post-mortem" as HTML. */
const hyphenEntity = /&(?:#x201[01]|#820[89]|shy|hyphen);/gi

/** The names of emoji before a title: `:fire: Timeline`. */
const shortcodes = /^[^\p{L}\p{N}:]{0,12}(?::[a-z][\w+-]{1,40}:[^\p{L}\p{N}:]{0,4}){1,3}(?=\S)/iu
const postmortem = 'postmortem'

function findMisspelt(text: string): RegExpExecArray | null {
  for (const match of text.matchAll(/\bpo\p{L}{2,10}(?:[ -]\p{L}{2,10})?/giu)) {
    const [first = ''] = match[0].split(/[ -]/)
    if (isNearly(match[0].replace(/[ -]/, ''))) return match
    if (isNearly(first)) return Object.assign(match, { 0: first })
  }
  return null
}

function isNearly(word: string): boolean {
  return Math.abs(word.length - postmortem.length) <= 2 && distance(word.toLowerCase(), postmortem) <= 2
}

/** The title without signs, emoji and `:shortcodes:` around it. */
export function withoutDecoration(title: string): string {
  return title
    .replace(shortcodes, '')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/(?<![^\p{L}\p{N})\]])[^\p{L}\p{N})\]]+$/u, '')
}

/** The names of emoji after a number or at the end: `2. :fire: Timeline :fire:`. */
const laterShortcodes = /(?<=^|\s):[a-z][a-z0-9_+-]{1,40}:(?=\s|$)/g

/** Removes letter case, numbering, decoration, a closing colon and a remark in brackets. */
export function normalizeTitle(title: string): string {
  if (title.length > maxTitleLength) return ''
  let text = title
    .toLowerCase()
    .replace(shortcodes, '')
    .replace(/(?<!\s)\s*[([{][^()[\]{}]{0,120}[)\]}]\s*$/, '')
    .replace(laterShortcodes, ' ')
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^(?:section |part |step )?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[ivx]{1,4})[.)\]:]\s*/, '')
    .replace(/['’`´]/g, '')
    .replace(/&/g, ' and ')
    .replace(/%/g, ' percent ')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
  for (const [from, to] of english.spellings) {
    if (text.includes(from)) text = ` ${text} `.replaceAll(` ${from} `, ` ${to} `).trim()
  }
  return text
}

interface Index {
  readonly exact: ReadonlyMap<string, ConceptId>
  readonly marked: ReadonlyMap<string, ConceptId>
  readonly cores: ReadonlyMap<string, ConceptId>
  readonly fillers: ReadonlySet<string>
}

const index = indexVocabulary(english)

function indexVocabulary(vocabulary: Vocabulary): Index {
  const fillers = new Set(vocabulary.fillers)
  const exact = new Map<string, ConceptId>()
  const marked = new Map<string, ConceptId>()
  const cores = new Map<string, ConceptId>()
  for (const concept of vocabulary.titles) {
    for (const title of concept.titles) exact.set(normalizeTitle(title), concept.id)
    for (const title of concept.marked ?? []) marked.set(normalizeTitle(title), concept.id)
  }
  for (const [title, id] of exact) {
    const core = dropFillers(title, fillers)
    if (core !== '' && !cores.has(core)) cores.set(core, exact.get(core) ?? id)
  }
  return { exact, marked, cores, fillers }
}

function lookUp(wanted: string, form: TitleForm): ConceptId | undefined {
  const exact = index.exact.get(wanted)
  if (exact !== undefined) return exact
  if (form !== 'bare') {
    const marked = index.marked.get(wanted)
    if (marked !== undefined) return marked
  }
  const core = dropFillers(wanted, index.fillers)
  if (core === '') return undefined
  const isLong = core.split(' ').length >= 3
  return form === 'bare' && !isLong ? index.exact.get(core) : index.cores.get(core)
}

function dropFillers(title: string, fillers: ReadonlySet<string>): string {
  return title
    .split(' ')
    .filter((word) => !fillers.has(word))
    .join(' ')
}

function matchCombined(title: string, findId: (part: string) => ConceptId | undefined): TitleMatch | null {
  const parts = title
    .toLowerCase()
    .split(english.joiners)
    .filter((part) => part.trim() !== '')
  if (parts.length < 2 || parts.length > 4) return null
  const ids: ConceptId[] = []
  for (const part of parts) {
    const id = findId(normalizeTitle(part))
    if (id === undefined) return null
    if (!ids.includes(id)) ids.push(id)
  }
  return { ids, suggestion: null }
}

const maxPatternWords = 12

/** Ignores a title that continues after a colon or a dash: the part before it is matched on its own. */
function matchPattern(title: string, wanted: string, form: TitleForm): TitleMatch | null {
  if (form === 'label' || /[:–—]|\s-\s/.test(title.trim().replace(/:$/, ''))) return null
  const id = findPattern(wanted)
  if (id === 'root-cause-and-resolution') return { ids: [id], suggestion: null }
  const combined = matchCombined(title, (part) => lookUp(part, form) ?? findPattern(part))
  return combined ?? (id === undefined ? null : { ids: [id], suggestion: null })
}

function findPattern(wanted: string): ConceptId | undefined {
  if (wanted.split(' ').length > maxPatternWords) return undefined
  return english.patterns.find(([pattern]) => pattern.test(wanted))?.[1]
}

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

const misspellable: readonly Misspellable[] = [...index.exact]
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

function matchMisspelt(wanted: string): TitleMatch | null {
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

function matchSoundalike(wanted: string, form: TitleForm): TitleMatch | null {
  for (const [written, meant] of english.soundalikes) {
    const title = ` ${wanted} `.replace(` ${written} `, ` ${meant} `).trim()
    const id = title === wanted ? undefined : lookUp(title, form)
    if (id !== undefined) return { ids: [id], suggestion: title }
  }
  return null
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

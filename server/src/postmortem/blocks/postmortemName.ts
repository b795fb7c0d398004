import { distance } from 'fastest-levenshtein'
import { english } from '../vocabulary/english.ts'
import { maxTitleLength, withoutDecoration } from './normalizeTitle.ts'

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

/** Front matter may write the hyphen of "post-mortem" as HTML. */
const hyphenEntity = /&(?:#x201[01]|#820[89]|shy|hyphen);/gi

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

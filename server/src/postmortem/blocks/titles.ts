import { english } from '../vocabulary/english.ts'
import type { ConceptId } from '../vocabulary/vocabulary.ts'
import { exactTitles, findConcept, type TitleForm, type TitleMatch } from './knownTitles.ts'
import { matchMisspelt } from './misspeltTitles.ts'
import { normalizeTitle } from './normalizeTitle.ts'

export function matchTitle(title: string, form: TitleForm): TitleMatch | null {
  const wanted = normalizeTitle(title)
  if (wanted === '' || wanted.length > 90) return null
  const id = findConcept(wanted, form)
  if (id !== undefined) return { ids: [id], suggestion: null }
  if (form === 'bare') return beginsTitle.test(title) ? matchCombined(title, findExact) : null
  return (
    matchCombined(title, (part) => findConcept(part, form)) ??
    matchSoundalike(wanted, form) ??
    matchMisspelt(wanted) ??
    matchPattern(title, wanted, form)
  )
}

/** Two titles in one, such as "Next steps and improvements"; a line in lower case is the rest of a sentence. */
const beginsTitle = /^\p{Lu}.*[\p{L}\p{N}]$/u

function findExact(part: string): ConceptId | undefined {
  return exactTitles.get(part)
}

function matchSoundalike(wanted: string, form: TitleForm): TitleMatch | null {
  for (const [written, meant] of english.soundalikes) {
    const title = ` ${wanted} `.replace(` ${written} `, ` ${meant} `).trim()
    const id = title === wanted ? undefined : findConcept(title, form)
    if (id !== undefined) return { ids: [id], suggestion: title }
  }
  return null
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
  const combined = matchCombined(title, (part) => findConcept(part, form) ?? findPattern(part))
  return combined ?? (id === undefined ? null : { ids: [id], suggestion: null })
}

function findPattern(wanted: string): ConceptId | undefined {
  if (wanted.split(' ').length > maxPatternWords) return undefined
  return english.patterns.find(([pattern]) => pattern.test(wanted))?.[1]
}

import { english } from '../vocabulary/english.ts'
import type { ConceptId, Vocabulary } from '../vocabulary/vocabulary.ts'
import { normalizeTitle } from './normalizeTitle.ts'

/** The concepts that a title names. A combined title ("Impact and Root Cause") names several. */
export interface TitleMatch {
  readonly ids: readonly ConceptId[]
  /** The correct spelling of a misspelt title; else null. */
  readonly suggestion: string | null
}

/** `bare` is a line without any markup, where only an exact title counts. */
export type TitleForm = 'heading' | 'bold' | 'label' | 'bare'

interface Index {
  readonly exact: ReadonlyMap<string, ConceptId>
  readonly marked: ReadonlyMap<string, ConceptId>
  readonly cores: ReadonlyMap<string, ConceptId>
  readonly fillers: ReadonlySet<string>
}

const index = indexVocabulary(english)

/** The titles that are known letter by letter. */
export const exactTitles = index.exact

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

/** The concept whose title it is, apart from words that change nothing. */
export function findConcept(wanted: string, form: TitleForm): ConceptId | undefined {
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

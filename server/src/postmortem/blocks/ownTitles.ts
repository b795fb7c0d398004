import type { Template } from '../../templates/template.ts'
import type { Line } from '../lines/line.ts'
import { perObject } from '../lines/perObject.ts'
import { findMarks, type Mark, type MatchTitle } from './marks.ts'
import { normalizeTitle } from './normalizeTitle.ts'
import { matchTitle } from './titles.ts'

/** The titles of a team's template that the vocabulary does not know, or knows as another section. */
type OwnTitles = ReadonlyMap<string, string>

export type OwnMarks = (line: Line) => readonly Mark[]

/** Finds the marks of a line by the template's own titles. Null for a template that has none. */
export const findOwnMarks = perObject((template: Template): OwnMarks | null => {
  const titles = readOwnTitles(template)
  if (titles.size === 0) return null
  const match = matchOwn(titles)
  return (line) => findMarks(line, match)
})

function readOwnTitles(template: Template): OwnTitles {
  return new Map(
    template.sections.flatMap((section) =>
      [section.title, ...section.aliases]
        .map((title) => normalizeTitle(title))
        .filter((title) => title !== '' && matchTitle(title, 'heading')?.ids[0] !== section.id)
        .map((title) => [title, section.id] as const),
    ),
  )
}

function matchOwn(titles: OwnTitles): MatchTitle {
  return (title, form) => {
    const id = titles.get(normalizeTitle(title))
    return id === undefined ? matchTitle(title, form) : { ids: [id], suggestion: null }
  }
}

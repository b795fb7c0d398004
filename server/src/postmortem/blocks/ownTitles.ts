import type { Template } from '../../templates/template.ts'
import type { Line } from '../lines/line.ts'
import { findMarks, type Mark, type MatchTitle } from './marks.ts'
import { matchTitle, normalizeTitle } from './titles.ts'

/** The titles of a team's template that the vocabulary does not know, or knows as another section. */
type OwnTitles = ReadonlyMap<string, string>

const titlesOf = new WeakMap<Template, OwnTitles>()
const marksOf = new WeakMap<OwnTitles, WeakMap<Line, readonly Mark[]>>()

/** Finds the marks of a line by the template's own titles. Null for a template that has none. */
export function findOwnMarks(template: Template): ((line: Line) => readonly Mark[]) | null {
  const titles = readOwnTitles(template)
  if (titles.size === 0) return null
  const known = marksOf.get(titles) ?? new WeakMap<Line, readonly Mark[]>()
  marksOf.set(titles, known)
  const match = matchOwn(titles)
  return (line) => {
    let marks = known.get(line)
    if (marks === undefined) {
      marks = findMarks(line, match)
      known.set(line, marks)
    }
    return marks
  }
}

function readOwnTitles(template: Template): OwnTitles {
  let titles = titlesOf.get(template)
  if (titles === undefined) {
    titles = new Map(
      template.sections.flatMap((section) =>
        [section.title, ...section.aliases]
          .map((title) => normalizeTitle(title))
          .filter((title) => title !== '' && matchTitle(title, 'heading')?.ids[0] !== section.id)
          .map((title) => [title, section.id] as const),
      ),
    )
    titlesOf.set(template, titles)
  }
  return titles
}

function matchOwn(titles: OwnTitles): MatchTitle {
  return (title, form) => {
    const id = titles.get(normalizeTitle(title))
    return id === undefined ? matchTitle(title, form) : { ids: [id], suggestion: null }
  }
}

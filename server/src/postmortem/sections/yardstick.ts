import { core } from '../../templates/core.ts'
import type { Template, TemplateSection } from '../../templates/template.ts'
import { normalizeTitle } from '../blocks/normalizeTitle.ts'
import { perObject } from '../lines/perObject.ts'

/** The template that a report is checked against, and why that one. */
export interface Yardstick {
  readonly template: Template
  /**
   * `chosen` by a setting, a file, the command line or the report itself; `followed` if the report plainly has
   * the sections of a built-in template; `basic` for a report of few sections, or one written to the base
   * template; `own-shape` for any other report, of which only the essentials are asked.
   */
  readonly basis: 'chosen' | 'followed' | 'basic' | 'own-shape'
  /** How many of the sections that the template requires the report has. */
  readonly present: number
  readonly required: number
  /** The template is chosen, or the report plainly has its titles and not those of another one. */
  readonly isPlain: boolean
}

/** What the choice depends on. */
export interface Shape {
  /** Every section, those inside others included. */
  readonly ids: ReadonlySet<string>
  /** The titles of the outermost sections. */
  readonly titles: readonly ShapeTitle[]
  /** How many headings at the level of the sections, or above it, name nothing that is known. */
  readonly unknownHeadings: number
  readonly words: number
  /** The front matter is that of an article on a site. */
  readonly isArticle: boolean
}

export interface ShapeTitle {
  readonly ids: readonly string[]
  readonly text: string
}

/** Without candidates the template was chosen. The first candidate is the base template. */
export function findYardstick(
  shape: Shape,
  configured: Template,
  candidates: readonly Template[],
): Yardstick {
  const [base, ...others] = candidates
  if (base === undefined) return { ...toYardstick(configured, 'chosen', shape), isPlain: true }
  const followed = findFollowed(shape, others)
  if (followed !== null) return toYardstick(followed, 'followed', shape)
  const ownTitles = findOwnTitles(shape, base)
  if (isBasic(shape, ownTitles.size, base)) {
    const yardstick = toYardstick(configured, 'basic', shape)
    return { ...yardstick, isPlain: isPlainlyBasic(ownTitles, shape, yardstick) }
  }
  return toYardstick(core, 'own-shape', shape)
}

function toYardstick(template: Template, basis: Yardstick['basis'], { ids }: Shape): Yardstick {
  const required = template.sections.filter((section) => section.required)
  return {
    template,
    basis,
    present: required.filter((each) => has(each, ids)).length,
    required: required.length,
    isPlain: false,
  }
}

function has({ id, alternatives = [] }: TemplateSection, ids: ReadonlySet<string>): boolean {
  return [id, ...alternatives].some((each) => ids.has(each))
}

/** Sections that any report may have, whatever template it follows. */
const common: ReadonlySet<string> = new Set([
  'summary',
  'what-happened',
  'timeline',
  'impact',
  'root-cause',
  'resolution',
  'corrective',
  'actions',
])

/** A report that plainly follows a template has at least this share of the sections that it requires. */
const minShare = 0.75

/** The sections that few other templates have tell a template apart, so at least half of them must be there. */
function findFollowed({ ids }: Shape, candidates: readonly Template[]): Template | null {
  const [best] = candidates
    .map((template) => {
      const required = template.sections.filter((section) => section.required)
      const own = required.filter(({ id }) => !common.has(id))
      const ownPresent = own.filter(({ id }) => ids.has(id)).length
      const share = required.filter(({ id }) => ids.has(id)).length / Math.max(required.length, 1)
      return { template, share, isDistinct: ownPresent > 0 && ownPresent * 2 >= own.length }
    })
    .filter(({ share, isDistinct }) => isDistinct && share >= minShare)
    .sort((a, b) => b.share - a.share)
  return best?.template ?? null
}

/** Titles that many templates have say nothing about one of them. */
const anyTemplates: ReadonlySet<string> = new Set([
  'summary',
  'incident summary',
  'timeline',
  'incident timeline',
  'timeline of events',
])

/** What a report that follows the base template calls its sections; other names are those of other templates. */
const basicIds: ReadonlySet<string> = new Set([
  'summary',
  'timeline',
  'root-cause-and-resolution',
  'root-cause',
  'resolution',
  'corrective',
  'improvements',
  'conclusion',
])

/** Longer reports have outgrown a template that asks for 400 to 600 words. */
const maxBasicLength = 1.5

const severalTitles = 2

/** More than that without a single heading was written as a text, and not into the sections of a template. */
const maxBegunWords = 20

/** Nobody else has sections with these titles; an "Issue Summary" is found elsewhere, too. */
const rareIds = ['root-cause-and-resolution', 'corrective'] as const

/**
 * Few sections and nothing foreign to the base template; or its own titles, and not more that is foreign. Headings of
 * which none is a section of the template are a shape of their own, and so are an article without titles of the template
 * and a text without sections.
 */
function isBasic(shape: Shape, ownTitles: number, base: Template): boolean {
  const { ids, titles, unknownHeadings, words, isArticle } = shape
  if (isArticle && ownTitles === 0) return false
  if (titles.length === 0 && unknownHeadings === 0 && words > maxBegunWords) return false
  const foreign = titles.filter(({ ids }) => !ids.some((id) => basicIds.has(id))).length + unknownHeadings
  if (foreign > 0 && !base.sections.some((section) => section.required && has(section, ids))) return false
  const isShort = words <= (base.words?.max ?? 0) * maxBasicLength
  return foreign <= ownTitles && (isShort || ownTitles >= severalTitles)
}

/** A report that has only been begun has few titles, of which one is enough. */
function isPlainlyBasic(
  ownTitles: ReadonlySet<string>,
  { titles, ids }: Shape,
  { present, required }: Yardstick,
): boolean {
  if (ownTitles.size >= severalTitles) return true
  if (rareIds.some((id) => ownTitles.has(id)) && present * 2 > required) return true
  return ownTitles.size > 0 && titles.length <= severalTitles && !ids.has(lastId)
}

/** Where the last section of the template is written, nothing is only begun. */
const lastId = 'corrective'

/** The ids of the sections that have a title which only the base template gives them. */
function findOwnTitles({ titles }: Shape, base: Template): ReadonlySet<string> {
  const own = ownTitlesOf(base)
  return new Set(titles.filter(({ text }) => own.has(normalizeTitle(text))).flatMap(({ ids }) => ids))
}

const ownTitlesOf = perObject(
  ({ sections }: Template): ReadonlySet<string> =>
    new Set(
      sections.flatMap(({ title, aliases }) =>
        [title, ...aliases].map(normalizeTitle).filter((each) => !anyTemplates.has(each)),
      ),
    ),
)

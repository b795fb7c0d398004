import type { Template } from '../../templates/template.ts'

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

/** A report that plainly follows a template lacks at most this share of the sections that it requires. */
const maxShareMissing = 0.15

/**
 * The template that the report plainly follows, else the configured one. To follow a template, a report
 * needs at least half of the sections that few other templates have, and nearly all of the rest.
 */
export function chooseTemplate(
  present: ReadonlySet<string>,
  configured: Template,
  candidates: readonly Template[],
): Template {
  const missing = shareMissing(configured, present)
  const [best] = candidates
    .filter((candidate) => candidate.id !== configured.id && hasDistinctiveSections(candidate, present))
    .map((candidate) => ({ candidate, missing: shareMissing(candidate, present) }))
    .filter((each) => each.missing <= maxShareMissing && each.missing < missing)
    .sort((a, b) => a.missing - b.missing)
  return best?.candidate ?? configured
}

function hasDistinctiveSections(template: Template, present: ReadonlySet<string>): boolean {
  const own = requiredIds(template).filter((id) => !common.has(id))
  const found = own.filter((id) => present.has(id))
  return found.length > 0 && found.length * 2 >= own.length
}

function shareMissing(template: Template, present: ReadonlySet<string>): number {
  const required = requiredIds(template)
  if (required.length === 0) return 1
  return required.filter((id) => !present.has(id)).length / required.length
}

function requiredIds(template: Template): readonly string[] {
  return template.sections.filter((section) => section.required).map((section) => section.id)
}

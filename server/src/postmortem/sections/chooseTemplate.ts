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

/** A report that plainly follows a template lacks no more than this share of what the template requires. */
const mostLacking = 0.15

/**
 * The template that the report plainly follows, else the configured one. A template is known by the sections
 * that few others have: at least half of them have to be there, and nearly everything else as well.
 */
export function chooseTemplate(
  present: ReadonlySet<string>,
  configured: Template,
  candidates: readonly Template[],
): Template {
  const lacking = shareLacking(configured, present)
  const [best] = candidates
    .filter((candidate) => candidate.id !== configured.id && isTelling(candidate, present))
    .map((candidate) => ({ candidate, lacking: shareLacking(candidate, present) }))
    .filter((each) => each.lacking <= mostLacking && each.lacking < lacking)
    .sort((a, b) => a.lacking - b.lacking)
  return best?.candidate ?? configured
}

function isTelling(template: Template, present: ReadonlySet<string>): boolean {
  const own = requiredIds(template).filter((id) => !common.has(id))
  const there = own.filter((id) => present.has(id))
  return there.length > 0 && there.length * 2 >= own.length
}

function shareLacking(template: Template, present: ReadonlySet<string>): number {
  const required = requiredIds(template)
  if (required.length === 0) return 1
  return required.filter((id) => !present.has(id)).length / required.length
}

function requiredIds(template: Template): readonly string[] {
  return template.sections.filter((section) => section.required).map((section) => section.id)
}

import type { Template } from '../templates/template.ts'

/** So many of its sections, of those that not every report has, make it plain which template a report follows. */
const fewest = 2

/**
 * The template that the report plainly follows, else the configured one. A template is known by the sections
 * that the configured one lacks; the one of which the most are there has to be ahead of all others.
 */
export function chooseTemplate(
  present: ReadonlySet<string>,
  configured: Template,
  candidates: readonly Template[],
): Template {
  const lacking = missingShare(configured, present)
  const own = new Set(configured.sections.map((section) => section.id))
  const ranked = candidates
    .filter((candidate) => candidate.id !== configured.id)
    .map((candidate) => {
      const required = candidate.sections.filter((section) => section.required)
      const telling = required.filter((section) => !own.has(section.id) && present.has(section.id)).length
      return { candidate, telling, lacking: missingShare(candidate, present) }
    })
    .filter((each) => each.telling >= fewest && each.lacking <= 0.25 && each.lacking < lacking)
    .sort((a, b) => a.lacking - b.lacking || b.telling - a.telling)
  const [best, second] = ranked
  if (best === undefined) return configured
  const isAhead = second === undefined || best.lacking < second.lacking || best.telling > second.telling
  return isAhead ? best.candidate : configured
}

function missingShare(template: Template, present: ReadonlySet<string>): number {
  const required = template.sections.filter((section) => section.required)
  if (required.length === 0) return 1
  return required.filter((section) => !present.has(section.id)).length / required.length
}

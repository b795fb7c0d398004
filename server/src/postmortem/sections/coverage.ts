import type { Template, TemplateSection } from '../../templates/template.ts'
import type { Yardstick } from './yardstick.ts'

/** Sections that serve the purpose of another: a cause and a resolution stand in for the section of both. */
const coveredBy: Readonly<Record<string, readonly string[]>> = {
  summary: ['what-happened'],
  'root-cause-and-resolution': ['root-cause', 'resolution', 'contributing', 'trigger'],
  'root-cause': ['root-cause-and-resolution', 'contributing'],
  contributing: ['root-cause', 'root-cause-and-resolution'],
  trigger: ['root-cause', 'root-cause-and-resolution'],
  resolution: ['root-cause-and-resolution', 'response'],
  response: ['resolution', 'root-cause-and-resolution'],
  corrective: ['actions', 'improvements', 'lessons', 'lessons.well', 'lessons.wrong'],
  actions: ['corrective'],
  lessons: ['lessons.well', 'lessons.wrong', 'lessons.lucky'],
  'what-happened': ['root-cause', 'root-cause-and-resolution'],
  background: ['trigger'],
  metrics: ['duration'],
}

/** What a report tells outside of titled sections, by the section of the essentials that it stands for. */
export interface Essentials {
  readonly [id: string]: boolean
  readonly fieldBlock: boolean
}

/**
 * The required sections that the report lacks. A template that nobody chose is not held against a report in
 * full: missing are only the sections that serve one of the essential purposes.
 */
export function findMissing(
  { template, basis }: Yardstick,
  present: ReadonlySet<string>,
  essentials: Essentials,
): readonly TemplateSection[] {
  const missing = template.sections.filter(
    (section) => section.required && !isCovered(section, present, template),
  )
  if (basis === 'followed') return missing.filter(({ id }) => essentialIds.has(id))
  if (basis === 'own-shape') return missing.filter(({ id }) => essentials[id] !== true)
  if (basis === 'basic') return missing.filter(({ id }) => id !== 'summary' || !essentials.fieldBlock)
  return missing
}

const essentialIds: ReadonlySet<string> = new Set([
  'summary',
  'timeline',
  'root-cause',
  'corrective',
  'actions',
])

/** A section that is itself in the template does not stand in for another. */
function isCovered(
  { id, alternatives = [] }: TemplateSection,
  present: ReadonlySet<string>,
  template: Template,
): boolean {
  if ([id, ...alternatives].some((each) => present.has(each))) return true
  const own = new Set(template.sections.map((section) => section.id))
  return coveredBy[id]?.some((other) => present.has(other) && !own.has(other)) ?? false
}

import type { Template, TemplateSection } from '../../templates/template.ts'

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

/** A section that is itself in the template does not stand in for another. */
export function isCovered(
  { id, alternatives = [] }: TemplateSection,
  present: ReadonlySet<string>,
  template: Template,
): boolean {
  if ([id, ...alternatives].some((each) => present.has(each))) return true
  const own = new Set(template.sections.map((section) => section.id))
  return coveredBy[id]?.some((other) => present.has(other) && !own.has(other)) ?? false
}

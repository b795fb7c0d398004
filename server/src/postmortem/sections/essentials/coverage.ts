import type { Template, TemplateSection } from '../../../templates/template.ts'
import type { Yardstick } from '../yardstick.ts'

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

/** What a report tells outside of the section for it. */
export interface Essentials {
  /** By the section that it stands for. */
  readonly told: Readonly<Record<string, boolean>>
  /** The report begins with what belongs in a summary, and only lacks the title above it. */
  readonly opensWithSummary: boolean
  /** A title or a sentence says what is done about it, though no task is found. */
  readonly plans: boolean
  /** What a report without a template tells in words of its own, by the section that it stands for. */
  readonly inProse: Readonly<Record<string, boolean>>
  /** The report is an exercise, or a study of somebody else's incident. */
  readonly isStudy: boolean
  /** Both the cause and the resolution are told somewhere. */
  readonly explains: boolean
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
  const isTold = (id: string) => essentials.told[id] === true
  if (basis === 'followed') return missing.filter(({ id }) => essentialIds.has(id) && !isTold(id))
  if (basis === 'own-shape')
    return essentials.isStudy ? [] : missing.filter(({ id }) => !isTold(id) && !isToldInProse(id, essentials))
  if (basis === 'basic') return missing.filter(({ id }) => !isToldElsewhere(id, present, essentials))
  return missing
}

function isToldInProse(id: string, { opensWithSummary, inProse, plans }: Essentials): boolean {
  return inProse[id] === true || (id === 'summary' && opensWithSummary) || (id === 'actions' && plans)
}

/** A first report that tells it under another title is told nothing new by a missing section. */
function isToldElsewhere(id: string, present: ReadonlySet<string>, essentials: Essentials): boolean {
  if (id === 'summary') return essentials.opensWithSummary
  return id === 'root-cause-and-resolution' && present.has('conclusion') && essentials.explains
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

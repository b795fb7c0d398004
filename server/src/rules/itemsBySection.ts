import type { ActionItem } from '../postmortem/actionItem.ts'
import type { Range, Report, Section } from '../postmortem/report.ts'
import type { Related } from './rule.ts'

/** The tasks of one section: what they lack is said once for all of them. */
export interface SectionItems {
  readonly section: Section
  readonly items: readonly ActionItem[]
}

/** In reading order; tasks that stand in no section are left out. */
export function groupItems(report: Report): readonly SectionItems[] {
  const groups = new Map<Section, ActionItem[]>()
  for (const item of report.actionItems) {
    const section = report.sections.findLast(({ start, end }) => start <= item.start && item.start < end)
    if (section === undefined) continue
    const items = groups.get(section)
    if (items === undefined) groups.set(section, [item])
    else items.push(item)
  }
  return [...groups].map(([section, items]) => ({ section, items }))
}

/** "No task has an owner", "3 of 8 tasks have no owner", "The task has no owner". */
export function sayLacking(lacking: number, all: number, what: string): string {
  if (all === 1) return `The task has no ${what}.`
  if (lacking === all) return `None of the ${all} tasks has ${/^[aeiou]/.test(what) ? 'an' : 'a'} ${what}.`
  return `${lacking} of the ${all} tasks ${lacking === 1 ? 'has' : 'have'} no ${what}.`
}

/** More are of no help to anybody who looks at the finding. */
const mostRelated = 20

export function relate(message: string, places: readonly Range[]): readonly Related[] {
  return places.slice(0, mostRelated).map(({ start, end }) => ({ message, range: { start, end } }))
}

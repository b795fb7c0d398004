import type { Related } from '../../checking/rule.ts'
import type { Sentence } from '../../messages/sentence.ts'
import type { Range } from '../../postmortem/lines/passage.ts'
import type { Report } from '../../postmortem/report.ts'
import type { Section } from '../../postmortem/sections/section.ts'
import type { ActionItem } from '../../postmortem/tasks/actionItem.ts'

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

/** How to say what tasks lack: the only one, all of them, one of several, or some. */
export interface Lack {
  /** "The task has no owner." */
  readonly only: Sentence
  /** "None of the 8 tasks has an owner." */
  readonly all: (tasks: number) => Sentence
  /** "1 of the 8 tasks has no owner." */
  readonly one: (tasks: number) => Sentence
  /** "3 of the 8 tasks have no owner." */
  readonly some: (lacking: number, tasks: number) => Sentence
}

export function describeLack(lacking: number, tasks: number, { only, all, one, some }: Lack): Sentence {
  if (tasks === 1) return only
  if (lacking === tasks) return all(tasks)
  return lacking === 1 ? one(tasks) : some(lacking, tasks)
}

/** More are of no help to anybody who looks at the finding. */
const mostRelated = 20

export function relate(message: Sentence, places: readonly Range[]): readonly Related[] {
  return places.slice(0, mostRelated).map(({ start, end }) => ({ message, range: { start, end } }))
}

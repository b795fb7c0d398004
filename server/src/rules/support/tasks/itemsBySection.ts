import type { Related } from '../../../checking/rule.ts'
import { groupBy } from '../../../lists/groupBy.ts'
import type { Sentence } from '../../../messages/sentence.ts'
import type { Range } from '../../../postmortem/lines/passage.ts'
import type { Report } from '../../../postmortem/report.ts'
import type { Section } from '../../../postmortem/sections/section.ts'
import { sectionAt } from '../../../postmortem/sections/sectionAt.ts'
import type { ActionItem } from '../../../postmortem/tasks/actionItem.ts'
import { asksForWork } from '../../../postmortem/tasks/taskWords.ts'

/** The action items of one section, for a finding that covers all of them. */
export interface SectionItems {
  readonly section: Section
  readonly items: readonly ActionItem[]
}

/** Where an author lists action items. What lessons advise is for everybody, and has no owner and no date. */
const ids: ReadonlySet<string> = new Set(['corrective', 'actions', 'improvements'])

/** In reading order; items outside the sections for action items are left out. */
export function groupItems(report: Report): readonly SectionItems[] {
  const lessons = new Set(report.sections.flatMap(({ id, title }) => (id === 'lessons' ? title.start : [])))
  const groups = groupBy(report.actionItems, ({ start }) => sectionAt(start, report.sections))
  const found = [...groups].flatMap(([section, all]): SectionItems[] => {
    if (section === undefined || !ids.has(section.id)) return []
    // Below "Lessons learned and prevention", only what can be ticked off is certainly no lesson.
    const items = lessons.has(section.title.start) ? all.filter(({ checkable }) => checkable) : all
    return items.length === 0 ? [] : [{ section, items }]
  })
  return report.corrective.isNamed ? found : found.filter(({ items }) => areTasks(items))
}

/** Where nobody speaks of tasks, a list that mostly asks for nothing tells what is the case, such as what prevents it now. */
function areTasks(items: readonly ActionItem[]): boolean {
  const open = items.filter(({ done }) => !done)
  return open.filter(asks).length >= open.length / 2
}

function asks({ text, continuation, checkable, owner, due, ticket }: ActionItem): boolean {
  if (checkable || owner !== null || due !== null || ticket !== null) return true
  return asksForWork(`${text.text} ${continuation}`)
}

/** The sentences that say how many action items lack something. */
export interface Lack {
  /** "The action item has no owner." */
  readonly only: Sentence
  /** "None of the 8 action items has an owner." */
  readonly all: (total: number) => Sentence
  /** "1 of the 8 action items has no owner." */
  readonly one: (total: number) => Sentence
  /** "3 of the 8 action items have no owner." */
  readonly some: (lacking: number, total: number) => Sentence
}

export function describeLack(lacking: number, total: number, { only, all, one, some }: Lack): Sentence {
  if (total === 1) return only
  if (lacking === total) return all(total)
  return lacking === 1 ? one(total) : some(lacking, total)
}

/** More related places would not help anybody who reads the finding. */
const maxRelated = 20

export function relate(message: Sentence, places: readonly Range[]): readonly Related[] {
  return places.slice(0, maxRelated).map(({ start, end }) => ({ message, range: { start, end } }))
}

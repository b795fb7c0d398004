import type { PlacedLine } from '../blocks/placedLine.ts'
import type { Memory } from '../lines/memory.ts'
import type { Passage } from '../lines/passage.ts'
import type { Structure } from '../sections/foundSection.ts'
import type { SectionLines } from '../sections/sectionLines.ts'
import type { ActionItem } from './actionItem.ts'
import { readCells, withoutDefinitions } from './definitions.ts'
import { findGroups, type GroupKind, sectionsOfTasks } from './groups.ts'
import { findLooseTables } from './looseTables.ts'
import { type ReadGroup, readGroup } from './readGroup.ts'
import { isCommitment, isImperative } from './taskWords.ts'
import type { TicketPattern } from './tickets.ts'

export interface Corrective {
  readonly improvements: readonly Passage[]
  readonly tasks: readonly ActionItem[]
  /** Improvements and promises that say what to do, which are tasks only for an author who lists no others. */
  readonly suggested: readonly ActionItem[]
  /** True if the author calls a list one of tasks. Elsewhere, a list may as well tell what is the case. */
  readonly isNamed: boolean
  /** True if the author separates improvements from tasks. */
  readonly separated: boolean
  /** True if text that is not read as a task may be meant as one. */
  readonly isPromising: boolean
}

export function findCorrective(
  lines: readonly PlacedLine[],
  structure: Structure,
  tickets: TicketPattern,
  memory: Memory,
): Corrective {
  const { listed, general, suggested, isNamed, isPromising } = memory.keep(
    readSections,
    sectionsOfTasks(lines, structure),
    tickets,
  )
  const tasks = listed ?? findLooseTables(lines, structure, tickets)
  return {
    improvements: general ?? tasks.map((item) => item.text),
    tasks,
    suggested,
    isNamed,
    separated: isNamed && general !== undefined,
    isPromising,
  }
}

interface ReadSections {
  /** Undefined if there is no task in these sections. */
  readonly listed: readonly ActionItem[] | undefined
  /** Undefined if there is nothing but tasks. */
  readonly general: readonly Passage[] | undefined
  readonly suggested: readonly ActionItem[]
  /** True if a list is called one of tasks. */
  readonly isNamed: boolean
  readonly isPromising: boolean
}

function readSections(sections: readonly SectionLines[], tickets: TicketPattern): ReadSections {
  const cells = readCells(sections.flatMap(({ lines }) => lines))
  const groups = sections
    .map(({ section, lines }) => ({ section, lines: withoutDefinitions(lines, cells) }))
    .flatMap(findGroups)
    .map((group) => readGroup(group, tickets))
  const of = (kind: GroupKind) => groups.filter((group) => group.kind === kind)
  const texts = (found: readonly ReadGroup[]) =>
    found.flatMap((group) => [...group.items.map((item) => item.text), ...group.prose])
  const isAnyOpen = groups.some((group) => group.items.some((item) => !item.done))
  // Beside what is still to do, what was done in the incident is no task.
  const items = (found: readonly ReadGroup[]) =>
    found.flatMap((group) =>
      group.isResponse && isAnyOpen
        ? group.items.filter((item) => !item.done || item.checkable)
        : group.items,
    )

  const named = items(of('tasks'))
  const unnamed = items(of('unnamed'))
  const lessonTasks = items(of('lessons')).filter(
    ({ text }) => isImperative(text.text) || isCommitment(text.text),
  )
  const improvements = texts(of('improvements'))
  const rest = named.length > 0 ? texts(of('unnamed')) : of('unnamed').flatMap((group) => group.prose)
  const promising = of('tasks').length > 0 ? of('tasks') : [...of('unnamed'), ...of('improvements')]
  return {
    listed: [named, unnamed, lessonTasks].find((each) => each.length > 0),
    general: [improvements, rest, texts(of('lessons'))].find((each) => each.length > 0),
    suggested: [
      ...items(of('improvements')).filter(({ text }) => isImperative(text.text)),
      ...groups.flatMap(({ promised }) => promised),
    ].sort((one, other) => one.start - other.start),
    isNamed: named.length > 0,
    isPromising: promising.some((group) => group.isPromising || group.items.length > 0),
  }
}

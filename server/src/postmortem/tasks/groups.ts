import type { PlacedLine } from '../blocks/placedLine.ts'
import type { Structure } from '../sections/foundSection.ts'
import { type SectionLines, withLines } from '../sections/sectionLines.ts'
import type { ConceptId, SectionId } from '../vocabulary/vocabulary.ts'
import { advisesReaders } from './readerAdvice.ts'
import {
  isAdviceLabel,
  isChecksLabel,
  isDoneLabel,
  isResponseLabel,
  readState,
  skipTaskLabel,
} from './taskWords.ts'

export type GroupKind = 'improvements' | 'tasks' | 'lessons' | 'unnamed' | 'other'

/** The lines below one label or heading. */
export interface Group {
  readonly kind: GroupKind
  /** The label or heading that the group begins with; null for the beginning of a section. */
  readonly label: PlacedLine | null
  /** True if the label names its kind. */
  readonly isNamed: boolean
  /** True if its title, or one above it, says that all of it is done. */
  readonly isDone: boolean
  /** True if its title, or one above it, says that it tells how the cure was tested. */
  readonly isOfChecks: boolean
  /** True if its title says that what is done in it was done in the incident. */
  readonly isResponse: boolean
  readonly lines: PlacedLine[]
}

const kinds: Readonly<Partial<Record<ConceptId, GroupKind>>> = {
  corrective: 'unnamed',
  actions: 'tasks',
  improvements: 'improvements',
  lessons: 'lessons',
  'lessons.wrong': 'lessons',
  'lessons.well': 'other',
  'lessons.lucky': 'other',
}

/** The sections that may hold tasks, without those inside of another one. */
export function sectionsOfTasks(
  lines: readonly PlacedLine[],
  { sections }: Structure,
): readonly SectionLines[] {
  const outermost = sections.filter(
    ({ ids, parent }) => kindOf(ids) !== undefined && kindOf(parent?.ids ?? []) === undefined,
  )
  return withLines(outermost, lines)
}

export function findGroups({ section, lines }: SectionLines): readonly Group[] {
  const first = kindOf(section.ids) ?? 'unnamed'
  const [title, ...body] = lines
  const isAllDone = title !== undefined && isDoneLabel(titleOf(title))
  const isAllAdvice = title !== undefined && advisesReaders(title, body)
  const isOfDone = holdsBelow(isDoneLabel, isAllDone ? title : undefined)
  const isOfChecks = holdsBelow(isChecksLabel)
  const isOfAdvice = holdsBelow(isAdviceLabel, isAllAdvice ? title : undefined)
  let kind = first
  let group: Group = {
    kind: isAllAdvice ? 'other' : kind,
    label: null,
    isNamed: true,
    isDone: isAllDone,
    isOfChecks: false,
    isResponse: title !== undefined && isResponseLabel(titleOf(title)),
    lines: [],
  }
  const groups: Group[] = [group]
  if (title !== undefined && title.line.heading === null && section.mark.value < title.line.text.length) {
    group.lines.push(title)
  }
  for (const placed of body) {
    const named = isSubtitle(placed, group) ? undefined : labelKind(placed)
    if (named === undefined && placed.line.heading === null) {
      group.lines.push(placed)
      continue
    }
    kind = named ?? inherit(first, kind)
    group = {
      kind: isOfAdvice(placed) ? 'other' : kind,
      label: placed,
      isNamed: named !== undefined,
      isDone: isOfDone(placed),
      isOfChecks: isOfChecks(placed),
      isResponse: isResponseLabel(titleOf(placed)),
      lines: [],
    }
    groups.push(group)
    if (named !== undefined && valueStart(placed) > 0) group.lines.push(placed)
  }
  return first === 'tasks' ? groups.map((each) => nameTasks(each, groups)) : groups
}

/**
 * Tells of one heading or label after the other whether its title says something, or whether a heading that it is below
 * does. What the title of the section says holds for all of it.
 */
function holdsBelow(says: (title: string) => boolean, title?: PlacedLine): (placed: PlacedLine) => boolean {
  let level = title === undefined ? null : levelOf(title)
  return (placed) => {
    const isSaid = says(titleOf(placed))
    if (placed.line.heading !== null) {
      if (level !== null && levelOf(placed) <= level) level = null
      if (isSaid) level ??= levelOf(placed)
    }
    return isSaid || level !== null
  }
}

/** Among tasks, or below a heading of some, "Architectural improvements:" is the title of a few of them. */
function isSubtitle({ line, marks: [mark] }: PlacedLine, { kind, label }: Group): boolean {
  const isAmongTasks = kind === 'tasks' || (kind === 'unnamed' && label?.line.heading != null)
  if (!isAmongTasks || mark === undefined || line.heading !== null || line.item !== null) return false
  return kindOf(mark.ids) === 'improvements' && /^\W{0,4}[\p{L}-]{3,20} improvements\W*$/iu.test(line.text)
}

/** The text of a heading, or the label that a line begins with. */
function titleOf({ line, marks }: PlacedLine): string {
  return line.heading === null ? line.text.slice(0, marks[0]?.end ?? 0) : line.text
}

/** A title that is no heading stands above all headings of its section. */
function levelOf({ line }: PlacedLine): number {
  return line.heading?.level ?? 0
}

/**
 * In a section of tasks everything is one, whatever a list in it is called. Only an author who names a list
 * of tasks there as well means something else by "Improvements".
 */
function nameTasks(group: Group, groups: readonly Group[]): Group {
  const { kind, label } = group
  if (label === null || (kind !== 'unnamed' && kind !== 'improvements')) return group
  const isSeparated =
    kind === 'improvements' &&
    groups.some(
      (other) =>
        other.label !== null &&
        other.isNamed &&
        other.kind === 'tasks' &&
        other.label.line.heading?.level === label.line.heading?.level,
    )
  return isSeparated ? group : { ...group, kind: 'tasks' }
}

function labelKind(placed: PlacedLine): GroupKind | undefined {
  const mark = placed.marks[0]
  return mark !== undefined && mark.start < maxLead && !isTaskItself(placed) ? kindOf(mark.ids) : undefined
}

/** "Task: add an alert" below an item is that item once more, and "TODO: add an alert" one task; neither is a title. */
function isTaskItself({ line }: PlacedLine): boolean {
  if (line.heading !== null) return false
  if (line.item === null) return readState(line.text) !== null
  return line.depth > 1 && skipTaskLabel(line.text) > 0
}

/** A label is preceded by no more than a number, a bullet or an emoji. */
const maxLead = 12

function kindOf(ids: readonly (ConceptId | SectionId)[]): GroupKind | undefined {
  return ids.map((id) => kinds[id]).find((kind) => kind !== undefined)
}

/** A heading without a known name divides the list but does not change its kind. */
function inherit(first: GroupKind, current: GroupKind): GroupKind {
  return first === 'unnamed' ? current : first
}

/** The end of the label that a group begins with; 0 without a label, or with nothing after it. */
export function valueStart(placed: PlacedLine): number {
  const mark = placed.marks[0]
  if (mark === undefined || labelKind(placed) === undefined) return 0
  return mark.value < placed.line.text.length ? mark.value : 0
}

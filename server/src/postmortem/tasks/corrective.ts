import { type PlacedLine, passage } from '../blocks/placedLine.ts'
import type { Passage } from '../lines/passage.ts'
import type { FoundSection, Structure } from '../sections/structure.ts'
import { english } from '../vocabulary/english.ts'
import type { ConceptId, SectionId } from '../vocabulary/vocabulary.ts'
import { type ActionItem, readActionItem } from './actionItem.ts'
import { readColumns, readRowItem } from './actionTable.ts'
import type { TicketPattern } from './tickets.ts'

export interface Corrective {
  readonly improvements: readonly Passage[]
  readonly tasks: readonly ActionItem[]
  /** True if the author separates improvements from tasks. */
  readonly separated: boolean
}

type GroupKind = 'improvements' | 'tasks' | 'lessons' | 'unnamed' | 'other'

/** The lines below one label. */
interface Group {
  readonly kind: GroupKind
  readonly lines: PlacedLine[]
}

/** No task is described in more lines than this. */
const maxItemLines = 40

interface ReadGroup {
  readonly kind: GroupKind
  readonly items: readonly ActionItem[]
  readonly prose: readonly Passage[]
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

export function findCorrective(
  lines: readonly PlacedLine[],
  structure: Structure,
  tickets: TicketPattern,
): Corrective {
  const groups = structure.sections
    .filter((section) => kindOf(section.ids) !== undefined && kindOf(section.parent?.ids ?? []) === undefined)
    .flatMap((section) => groupLines(section, lines))
    .map((group) => readGroup(group, tickets))
  const of = (kind: GroupKind) => groups.filter((group) => group.kind === kind)
  const texts = (found: readonly ReadGroup[]) =>
    found.flatMap((group) => [...group.items.map((item) => item.text), ...group.prose])
  const items = (found: readonly ReadGroup[]) => found.flatMap((group) => group.items)

  const named = items(of('tasks'))
  const unnamed = items(of('unnamed'))
  const lessonTasks = items(of('lessons')).filter(({ text }) => startsWithTask(text.text))
  const tasks = [named, unnamed, lessonTasks].find((each) => each.length > 0) ?? []
  const improvements = texts(of('improvements'))
  const rest = named.length > 0 ? texts(of('unnamed')) : of('unnamed').flatMap((group) => group.prose)
  const general = [improvements, rest, texts(of('lessons'))].find((each) => each.length > 0)
  return {
    improvements: general ?? tasks.map((item) => item.text),
    tasks,
    separated: named.length > 0 && general !== undefined,
  }
}

function groupLines(section: FoundSection, lines: readonly PlacedLine[]): readonly Group[] {
  const first = kindOf(section.ids) ?? 'unnamed'
  let group: Group = { kind: first, lines: [] }
  const groups: Group[] = [group]
  const title = lines[section.firstLine]
  if (title !== undefined && title.line.heading === null && section.mark.value < title.line.text.length) {
    group.lines.push(title)
  }
  for (let index = section.firstLine + 1; index < section.endLine; index += 1) {
    const placed = lines[index]
    if (placed === undefined) continue
    const mark = placed.marks[0]
    const isLabel = mark !== undefined && mark.start < 12
    const kind = isLabel ? kindOf(mark.ids) : undefined
    if (kind !== undefined || placed.line.heading !== null) {
      group = { kind: kind ?? inherit(first, group.kind), lines: [] }
      groups.push(group)
      const hasValue = isLabel && mark.value < placed.line.text.length
      if (kind !== undefined && hasValue) group.lines.push(placed)
    } else group.lines.push(placed)
  }
  return groups
}

function kindOf(ids: readonly (ConceptId | SectionId)[]): GroupKind | undefined {
  return ids.map((id) => kinds[id]).find((kind) => kind !== undefined)
}

/** A heading without a known name divides the list but does not change its kind. */
function inherit(first: GroupKind, current: GroupKind): GroupKind {
  return first === 'unnamed' ? current : first
}

function readGroup({ kind, lines }: Group, tickets: TicketPattern): ReadGroup {
  const items: ActionItem[] = []
  const prose: Passage[] = []
  const plain: PlacedLine[] = []
  const depth = lines.reduce(
    (least, { line }) => (line.item === null ? least : Math.min(least, line.depth)),
    Number.POSITIVE_INFINITY,
  )
  let columns = readColumns(null)
  for (const [index, placed] of lines.entries()) {
    const { line } = placed
    if (line.kind === 'header') columns = readColumns(line)
    else if (line.kind === 'row') items.push(...readRowItem(placed, columns, tickets))
    else if (line.kind !== 'text' || line.quoted || line.text.trim() === '') continue
    else if (line.item !== null) {
      if (line.depth === depth)
        items.push(readActionItem(placed, tickets, textStart(placed), linesBelow(index, lines)))
    } else if (line.depth === 0) plain.push(placed)
  }
  const listed = items.length > 0 ? [] : findListedLines(plain)
  items.push(...listed.map((placed) => readActionItem(placed, tickets, textStart(placed))))
  for (const placed of plain) {
    if (!listed.includes(placed) && !isClosing(placed)) prose.push(passage(placed, textStart(placed)))
  }
  return { kind, items, prose }
}

/** The rest of an item, and the list below it. */
function linesBelow(index: number, lines: readonly PlacedLine[]): readonly PlacedLine[] {
  const depth = lines[index]?.line.depth ?? 0
  const candidates = lines.slice(index + 1, index + 1 + maxItemLines)
  const next = candidates.findIndex(
    ({ line }) =>
      line.kind !== 'text' ||
      line.quoted ||
      line.depth < depth ||
      (line.depth === depth && line.item !== null),
  )
  return next === -1 ? candidates : candidates.slice(0, next)
}

/** The label that a group begins with is not part of its first item. */
function textStart({ line, marks }: PlacedLine): number {
  const mark = marks[0]
  const isLabel =
    mark !== undefined && mark.start < 12 && kindOf(mark.ids) !== undefined && mark.value < line.text.length
  return isLabel ? mark.value : 0
}

/**
 * Lines without bullets are a list if nearly all of them begin like a sentence. The lines of a wrapped
 * paragraph continue in lower case.
 */
function findListedLines(plain: readonly PlacedLine[]): readonly PlacedLine[] {
  const candidates = plain.filter(
    (placed) => !isClosing(placed) && placed.line.words >= 2 && placed.line.words <= 60,
  )
  const isList = candidates.length >= 2 && candidates.filter(beginsSentence).length >= candidates.length * 0.8
  if (!isList) return []
  const isRun =
    candidates.some(({ line }) => !line.opens) || candidates.every(({ line }) => startsWithTask(line.text))
  return isRun ? candidates : []
}

function beginsSentence({ line }: PlacedLine): boolean {
  return /^[^\p{L}]{0,8}\p{Lu}/u.test(line.text)
}

function startsWithTask(text: string): boolean {
  return english.phrases.taskVerb.test(text)
}

function isClosing({ line }: PlacedLine): boolean {
  return english.phrases.closing.test(line.text.trim())
}

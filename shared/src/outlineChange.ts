import type { Outline, OutlineChild, OutlineSection } from './outline.ts'
import type { Position, Range } from './position.ts'

/**
 * Server to client instead of the whole outline, once that was sent, if the client announces
 * `experimental.outlineChanges`: what is different from the last one.
 */
export namespace OutlineChangeNotification {
  export const method = 'postmortem/outlineChange'

  export interface Params extends OutlineChange {
    readonly uri: string
    readonly version: number
  }
}

export interface OutlineChange extends Omit<Outline, 'sections'> {
  readonly sections: Splice<SectionChange>
}

/** A list that begins and ends like the last one, except that its end has moved down by some lines. */
export interface Splice<Item> {
  /** The number of items at the beginning that are as they were. */
  readonly above: number
  readonly items: readonly Item[]
  /** The number of items at the end that have only moved. */
  readonly below: number
  readonly down: number
}

export interface SectionChange extends Omit<OutlineSection, 'children'> {
  /** The section of the last outline whose children some of its children are. */
  readonly from: number | null
  readonly children: Splice<OutlineChild>
}

export function applyOutlineChange(last: Outline, { template, headline, sections }: OutlineChange): Outline {
  const read = ({ from, children, ...section }: SectionChange): OutlineSection => ({
    ...section,
    children: applySplice(
      from === null ? [] : (last.sections[from]?.children ?? []),
      children,
      (child) => child,
      moveChild,
    ),
  })
  return { template, headline, sections: applySplice(last.sections, sections, read, moveSection) }
}

function applySplice<Item, Change>(
  last: readonly Item[],
  { above, items, below, down }: Splice<Change>,
  read: (change: Change) => Item,
  move: (item: Item, down: number) => Item,
): readonly Item[] {
  const end = last.slice(last.length - below)
  const moved = down === 0 ? end : end.map((item) => move(item, down))
  return [...last.slice(0, above), ...items.map(read), ...moved]
}

function moveSection(section: OutlineSection, down: number): OutlineSection {
  const { range, children } = section
  return {
    ...section,
    range: range && moveRange(range, down),
    children: children.map((child) => moveChild(child, down)),
  }
}

function moveChild(child: OutlineChild, down: number): OutlineChild {
  return { ...child, position: movePosition(child.position, down) }
}

function moveRange({ start, end }: Range, down: number): Range {
  return { start: movePosition(start, down), end: movePosition(end, down) }
}

function movePosition({ line, character }: Position, down: number): Position {
  return { line: line + down, character }
}

import type { Outline, OutlineChild, OutlineSection } from '@postmortem/shared/outline'
import type { OutlineChange, SectionChange, Splice } from '@postmortem/shared/outlineChange'

/** Returns whether an item is another one that has moved down by some lines. */
type IsMoved<Item> = (item: Item, other: Item, down: number) => boolean

/** What to send an editor that knows the last outline; null if nothing is different. */
export function findOutlineChange(last: Outline, now: Outline): OutlineChange | null {
  const { above, items, below, down } = findSplice(last.sections, now.sections, lineOfSection, isMovedSection)
  const isSame = items.length === 0 && above + below === last.sections.length && down === 0
  if (isSame && last.template === now.template && isSameList(last.headline, now.headline)) return null
  const changeSection = createSectionChanger(last.sections.slice(above, last.sections.length - below), above)
  return {
    template: now.template,
    headline: now.headline,
    sections: { above, items: items.map(changeSection), below, down },
  }
}

/** Most sections that have changed are still called the same, and few of their children have changed. */
function createSectionChanger(
  last: readonly OutlineSection[],
  first: number,
): (section: OutlineSection) => SectionChange {
  const places = new Map(last.map((section, index) => [nameOf(section), index]))
  return ({ children, ...section }) => {
    const index = places.get(nameOf(section))
    const before = index === undefined ? [] : (last[index]?.children ?? [])
    return {
      ...section,
      from: index === undefined ? null : first + index,
      children: findSplice(before, children, lineOfChild, isMovedChild),
    }
  }
}

function nameOf({ id, title }: Pick<OutlineSection, 'id' | 'title'>): string {
  return `${id} ${title}`
}

function findSplice<Item>(
  last: readonly Item[],
  now: readonly Item[],
  lineOf: (item: Item) => number | null,
  isMoved: IsMoved<Item>,
): Splice<Item> {
  const longest = Math.min(last.length, now.length)
  const down = (lastLine(now, lineOf) ?? 0) - (lastLine(last, lineOf) ?? 0)
  let above = 0
  while (above < longest && isMoved(now[above]!, last[above]!, 0)) above += 1
  let below = 0
  while (above + below < longest && isMoved(now.at(-1 - below)!, last.at(-1 - below)!, down)) below += 1
  return { above, items: now.slice(above, now.length - below), below, down: below === 0 ? 0 : down }
}

function lastLine<Item>(items: readonly Item[], lineOf: (item: Item) => number | null): number | null {
  const placed = items.findLast((item) => lineOf(item) !== null)
  return placed === undefined ? null : lineOf(placed)
}

function lineOfSection({ range }: OutlineSection): number | null {
  return range?.start.line ?? null
}

function lineOfChild({ position }: OutlineChild): number {
  return position.line
}

const isMovedSection: IsMoved<OutlineSection> = (one, other, down) =>
  one.id === other.id &&
  one.title === other.title &&
  one.state === other.state &&
  one.words === other.words &&
  one.unfilled === other.unfilled &&
  isMovedRange(one.range, other.range, down) &&
  isSameList(one.moves, other.moves) &&
  one.children.length === other.children.length &&
  one.children.every((child, index) => isMovedChild(child, other.children[index]!, down))

function isMovedRange(one: OutlineSection['range'], other: OutlineSection['range'], down: number): boolean {
  if (one === null || other === null) return one === other
  return isMovedPosition(one.start, other.start, down) && isMovedPosition(one.end, other.end, down)
}

/** All that a child consists of, except for its position, are plain values. */
const isMovedChild: IsMoved<OutlineChild> = ({ position, ...one }, { position: at, ...other }, down) =>
  isMovedPosition(position, at, down) && isSameRecord(one, other)

function isSameRecord(one: object, other: object): boolean {
  const keys = Object.keys(one) as (keyof typeof one)[]
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key])
}

function isMovedPosition(
  one: OutlineChild['position'],
  other: OutlineChild['position'],
  down: number,
): boolean {
  return one.line === other.line + down && one.character === other.character
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index])
}

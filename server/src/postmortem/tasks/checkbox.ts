import type { PlacedMarkup } from '../blocks/placedMarkup.ts'
import { countBelow } from '../lines/offsets.ts'
import type { Range } from '../lines/passage.ts'
import { perObject } from '../lines/perObject.ts'
import type { ActionItem } from './actionItem.ts'

/** The character between the brackets of a task's checkbox; null without one. */
export function findCheckbox(
  { start, text }: Pick<ActionItem, 'start' | 'text'>,
  { checkboxes }: Pick<PlacedMarkup, 'checkboxes'>,
): Range | null {
  const box = checkboxes[countBelow(start, startsOf(checkboxes))]
  return box !== undefined && box.start < text.start ? box : null
}

const startsOf = perObject((checkboxes: readonly Range[]) => checkboxes.map(({ start }) => start))

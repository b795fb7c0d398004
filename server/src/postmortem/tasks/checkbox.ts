import { countWhile } from '../../lists/countWhile.ts'
import type { PlacedMarkup } from '../blocks/placedMarkup.ts'
import type { Range } from '../lines/passage.ts'
import type { ActionItem } from './actionItem.ts'

/** The character between the brackets of a task's checkbox; null without one. */
export function findCheckbox(
  { start, text }: Pick<ActionItem, 'start' | 'text'>,
  { checkboxes }: Pick<PlacedMarkup, 'checkboxes'>,
): Range | null {
  const box = checkboxes[countWhile(checkboxes, (each) => each.start < start)]
  return box !== undefined && box.start < text.start ? box : null
}

import type { OutlineChild, OutlineSection } from '@postmortem/shared/outline'
import type { Position } from '@postmortem/shared/position'
import { Position as EditorPosition } from 'vscode'

/** The section that the cursor is in: the last one that begins before it. */
export function sectionAt(
  cursor: EditorPosition,
  sections: readonly OutlineSection[],
): OutlineSection | undefined {
  return sections.findLast(({ range }) => range !== null && isAtOrBefore(range.start, cursor))
}

/** What the cursor is at in the section; something that is missing is at no place. */
export function childAt(cursor: EditorPosition, { children }: OutlineSection): OutlineChild | undefined {
  return children.findLast((each) => each.kind !== 'gap' && isAtOrBefore(each.position, cursor))
}

function isAtOrBefore({ line, character }: Position, cursor: EditorPosition): boolean {
  return !cursor.isBefore(new EditorPosition(line, character))
}

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

/** The last item that begins before the cursor. Gaps are at no position, so they never match. */
export function childAt(cursor: EditorPosition, { children }: OutlineSection): OutlineChild | undefined {
  return children.findLast((each) => each.kind !== 'gap' && isAtOrBefore(each.position, cursor))
}

function isAtOrBefore({ line, character }: Position, cursor: EditorPosition): boolean {
  return !cursor.isBefore(new EditorPosition(line, character))
}

import type { OutlineSection } from '@postmortem/shared/outline'
import type { Position } from '@postmortem/shared/position'
import * as vscode from 'vscode'
import type { OutlineNode } from './outlineLabels.ts'

/** The MIME type that the editor gives to items dragged within this view. */
const mimeType = 'application/vnd.code.tree.postmortem.outline'

/** A section that is dropped on another section, or on an item in it, takes that section's place. */
export function createDragAndDrop(
  sectionOf: (node: OutlineNode) => OutlineSection | undefined,
  moveTo: (section: OutlineSection, place: Position) => Promise<void>,
): vscode.TreeDragAndDropController<OutlineNode> {
  return {
    dragMimeTypes: [],
    dropMimeTypes: [mimeType],
    handleDrag: ([node], transfer) => {
      if (node?.kind === 'section' && node.range !== null)
        transfer.set(mimeType, new vscode.DataTransferItem(node))
    },
    handleDrop: async (target, transfer) => {
      const dragged: OutlineSection | string | undefined = transfer.get(mimeType)?.value
      const place = target && sectionOf(target)?.range?.start
      // While the view is being refreshed, the editor passes its own id of the item instead.
      if (typeof dragged !== 'object') return
      // A missing section has no place yet.
      if (place !== undefined && !isAt(place, dragged)) await moveTo(dragged, place)
    },
  }
}

function isAt({ line, character }: Position, { range }: OutlineSection): boolean {
  return range?.start.line === line && range.start.character === character
}

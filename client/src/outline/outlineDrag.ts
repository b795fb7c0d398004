import type { OutlineSection } from '@postmortem/shared/outline'
import type { Position } from '@postmortem/shared/position'
import * as vscode from 'vscode'
import type { OutlineNode } from './outlineLabels.ts'

/** The editor's name for what is dragged within this view. */
const format = 'application/vnd.code.tree.postmortem.outline'

/** A section that is dropped on another one, or on something in it, takes its place. */
export function createDragAndDrop(
  sectionOf: (node: OutlineNode) => OutlineSection | undefined,
  moveTo: (section: OutlineSection, place: Position) => Promise<void>,
): vscode.TreeDragAndDropController<OutlineNode> {
  return {
    dragMimeTypes: [],
    dropMimeTypes: [format],
    handleDrag: ([node], transfer) => {
      if (node?.kind === 'section' && node.range !== null)
        transfer.set(format, new vscode.DataTransferItem(node))
    },
    handleDrop: async (target, transfer) => {
      const dragged: OutlineSection | string | undefined = transfer.get(format)?.value
      const place = target && sectionOf(target)?.range?.start
      // While the view is filled anew, the editor knows its own name of the item only.
      if (typeof dragged !== 'object') return
      // What is missing has no place yet.
      if (place !== undefined && !isAt(place, dragged)) await moveTo(dragged, place)
    },
  }
}

function isAt({ line, character }: Position, { range }: OutlineSection): boolean {
  return range?.start.line === line && range.start.character === character
}

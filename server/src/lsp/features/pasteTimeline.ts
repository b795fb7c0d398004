import { PasteTimelineRequest } from '@postmortem/shared/paste'
import { type PlacedPaste, pasteAnywhere, pasteTimeline } from '../../features/paste/pasteTimeline.ts'
import type { Edit } from '../../postmortem/lines/passage.ts'
import { answer, type Feature } from '../feature.ts'
import { toOffsets, toRange } from '../positions.ts'

/** Answers the client's paste provider, and its command that pastes into the timeline from anywhere. */
export const timelinePasting: Feature = {
  capabilities: {},
  register: (host) => {
    const compute = (params: PasteTimelineRequest.Params): PasteTimelineRequest.Result => {
      const open = host.documents.get(params.uri)
      if (open === undefined) return null
      const { version, positions, document } = open
      const selection = toOffsets(params.selection, positions)
      const { report } = document
      const edit =
        params.within === 'report'
          ? pasteAnywhere(report, selection, params)
          : keepOrder(pasteTimeline(report, selection, params))
      if (edit === null) return null
      const { text, order } = edit
      return { version, range: toRange(edit, positions), text, order }
    }
    host.connection.onRequest(PasteTimelineRequest.method, answer('Pasting into the timeline', host, compute))
  },
}

/** Whoever pastes at a place in the timeline has chosen the order. */
function keepOrder(edit: Edit | null): PlacedPaste | null {
  return edit && { ...edit, order: 'kept' }
}

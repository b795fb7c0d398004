import { PasteTimelineRequest } from '@postmortem/shared/paste'
import { pasteAnywhere, pasteTimeline } from '../../features/paste/pasteTimeline.ts'
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
      const paste = params.within === 'report' ? pasteAnywhere : pasteTimeline
      const edit = paste(document.report, selection, params)
      return edit === null ? null : { version, range: toRange(edit, positions), text: edit.text }
    }
    host.connection.onRequest(PasteTimelineRequest.method, answer('Pasting into the timeline', host, compute))
  },
}

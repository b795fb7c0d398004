import { PasteTimelineRequest } from '@postmortem/shared/paste'
import { pasteAnywhere, pasteTimeline } from '../../features/paste/pasteTimeline.ts'
import { toRange } from '../convert.ts'
import { answer, type Feature } from '../feature.ts'

/** Answers the client's paste provider, and its command that pastes into the timeline from anywhere. */
export const timelinePasting: Feature = {
  capabilities: {},
  register: (host) => {
    const compute = (params: PasteTimelineRequest.Params): PasteTimelineRequest.Result => {
      const open = host.documents.get(params.uri)
      if (open === undefined) return null
      const { version, document } = open
      const { markdown, report } = document
      const selection = {
        start: markdown.offsetAt(params.selection.start),
        end: markdown.offsetAt(params.selection.end),
      }
      const paste = params.within === 'report' ? pasteAnywhere : pasteTimeline
      const edit = paste(report, selection, params)
      return edit === null ? null : { version, range: toRange(edit, markdown), text: edit.text }
    }
    host.connection.onRequest(PasteTimelineRequest.method, answer('Pasting into the timeline', host, compute))
  },
}

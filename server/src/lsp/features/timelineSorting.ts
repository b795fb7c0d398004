import { SortTimelineRequest, type TimelineChange } from '@postmortem/shared/timeline'
import { sortTimeline } from '../../editing/sortTimeline.ts'
import { sentence } from '../../messages/sentence.ts'
import type { Edit, Range } from '../../postmortem/lines/passage.ts'
import { answer, type Feature } from '../feature.ts'
import type { OpenEditorDocument } from '../openDocuments.ts'
import { toRange } from '../positions.ts'

/** Answers the client's command that sorts the timeline. */
export const timelineSorting: Feature = {
  capabilities: {},
  register: (host) => {
    const compute = ({ uri }: SortTimelineRequest.Params): SortTimelineRequest.Result => {
      const open = host.documents.get(uri)
      if (open === undefined || !open.document.report.recognition.postmortem) return null
      const edits = sortTimeline(open.document.report)
      if (edits !== null) return toChange(open, edits, [])
      const reason = sentence`It is not certain when each entry happened. Write a date or a time zone beside the times in doubt.`
      return { kind: 'refused', reason: host.translate(reason) }
    }
    host.connection.onRequest<SortTimelineRequest.Result, void>(
      SortTimelineRequest.method,
      answer('Sorting the timeline', host, compute),
    )
  },
}

export function toChange(
  { version, positions }: OpenEditorDocument,
  edits: readonly Edit[],
  left: readonly Range[],
): TimelineChange {
  return {
    kind: 'changed',
    version,
    edits: edits.map((edit) => ({ range: toRange(edit, positions), text: edit.text })),
    left: left.map((range) => toRange(range, positions)),
  }
}

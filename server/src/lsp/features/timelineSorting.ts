import { SortTimelineRequest, type TimelineChange } from '@postmortem/shared/timeline'
import { type Doubt, sortTimeline } from '../../editing/sortTimeline.ts'
import { type SentencePart, sentence } from '../../messages/sentence.ts'
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
      const sorting = sortTimeline(open.document.report)
      if (sorting.kind === 'sorted') return toChange(open, sorting.edits, sorting.left)
      const { label, text } = sorting.entry
      const place = label ?? text
      return toRefusal(open, host.translate(reasons[sorting.doubt](place.text)), place)
    }
    host.connection.onRequest<SortTimelineRequest.Result, void>(
      SortTimelineRequest.method,
      answer('Sorting the timeline', host, compute),
    )
  },
}

const reasons: Readonly<Record<Doubt, (entry: string) => SentencePart>> = {
  'no-time': (entry) => sentence`It is not known when "${entry}" happened. Correct its time, or write one.`,
  'not-certain': (entry) =>
    sentence`It is not certain when the entry "${entry}" happened. Write its date or the offset of its time zone beside it.`,
  'borrows-date': (entry) =>
    sentence`"${entry}" takes its date from the entry above it. Write the date beside it.`,
  'shares-line': (entry) =>
    sentence`"${entry}" shares its line with another entry. Give each of them a line of its own.`,
  apart: (entry) =>
    sentence`Other text is between "${entry}" and its place. Move the entry there, or remove that text.`,
}

export function toRefusal(
  { version, document: { markdown } }: OpenEditorDocument,
  reason: string,
  place: Range | null,
): TimelineChange {
  return { kind: 'refused', reason, version, range: place && toRange(place, markdown) }
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

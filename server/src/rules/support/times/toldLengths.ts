import { perReport } from '../../../checking/keptAnswers.ts'
import { linesThat } from '../../../postmortem/blocks/lineGroups.ts'
import type { PlacedLine } from '../../../postmortem/blocks/placedLine.ts'
import type { Passage } from '../../../postmortem/lines/passage.ts'
import type { Report } from '../../../postmortem/report.ts'
import { findDurations, type WrittenDuration } from '../../../time/written/duration.ts'
import { countsOnlySomeHours } from '../fixes/partialHours.ts'

/** How long the whole outage was, in the words of the title or of a sentence. */
export interface ToldLength {
  readonly passage: Passage
  readonly written: WrittenDuration
}

export const findToldLengths = perReport(({ lines, title, source }: Report): readonly ToldLength[] => {
  const told = linesWithLength(lines).flatMap((placed) =>
    lengthsIn(placed).map((written) => ({
      passage: placed.passage(written.start, written.end),
      written,
    })),
  )
  // Marks in a title move what comes after them.
  if (title === null || source.slice(title.start, title.end) !== title.text) return told
  const inTitle = findDurations(title.text).filter((each) => isOfTitle(each, title.text))
  return [
    ...inTitle.map((written) => ({
      passage: { text: written.text, start: title.start + written.start, end: title.start + written.end },
      written,
    })),
    ...told,
  ]
})

/** Nothing but the outage itself is the subject, so it is no part of it and no other event. */
const subject =
  /(?:^|[.!?]\s)(?:in total, )?the (?:whole |entire |full )?(?:outage|downtime|disruption|interruption) lasted (?:for )?(?:a total of )?$/i

/** "90 minutes for half of the users" is not the whole. */
const ending = /^(?: in total| overall)?\s{0,2}(?:[.!;,](?:\s|$)|$)/

const linesWithLength = linesThat((placed) => lengthsIn(placed).length > 0)

function lengthsIn({ line, segments }: PlacedLine): readonly WrittenDuration[] {
  const { kind, quoted, text } = line
  if (kind !== 'text' || quoted || !text.includes('lasted') || segments[0]?.time != null) return []
  if (countsOnlySomeHours(text)) return []
  return findDurations(text).filter(
    ({ start, end, bound }) =>
      bound === null &&
      subject.test(text.slice(Math.max(0, start - 80), start)) &&
      ending.test(text.slice(end)),
  )
}

function isOfTitle({ start, end, bound }: WrittenDuration, title: string): boolean {
  if (bound !== null) return false
  const [before, after] = [title.slice(0, start), title.slice(end)]
  return (
    (/\b(?:down|offline|unavailable|unreachable) for $/i.test(before) && /^\W{0,4}$/.test(after)) ||
    /^[ -](?:outage|downtime|disruption|interruption)\b/i.test(after)
  )
}

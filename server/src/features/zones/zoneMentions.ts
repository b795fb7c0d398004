import type { PlacedLine } from '../../postmortem/blocks/placedLine.ts'
import type { Passage } from '../../postmortem/lines/passage.ts'
import type { Report } from '../../postmortem/report.ts'
import { findZone, findZoneStatement } from '../../time/written/zone.ts'

/** Zones that apply to several times: "All times in EAT", the header of a column, the title of the timeline. */
export function findZoneMentions({ lines, sections }: Report): readonly Passage[] {
  const timelines = sections.filter(({ id }) => id === 'timeline')
  const titles = new Set(timelines.map(({ title }) => title.start))
  const found = new Map<number, Passage>()
  let next = 0
  let end = 0
  for (const placed of lines) {
    const { start } = placed.range
    for (; next < timelines.length && timelines[next]!.start <= start; next += 1)
      end = Math.max(end, timelines[next]!.end)
    for (const mention of mentionsIn(placed, titles, start < end)) found.set(mention.start, mention)
  }
  return [...found.values()]
}

function mentionsIn(
  placed: PlacedLine,
  titles: ReadonlySet<number>,
  isInTimeline: boolean,
): readonly Passage[] {
  const { line } = placed
  if (line.kind === 'code' || line.kind === 'meta') return []
  const statement = findZoneStatement(line.text)
  return [
    ...(statement === null ? [] : [placed.passage(statement.start, statement.end)]),
    ...labelled(placed),
    ...(isInTimeline && line.kind === 'header' ? zoneAfter(placed, 0) : inTitle(placed, titles)),
  ]
}

/** "Time zone: EAT" */
function labelled(placed: PlacedLine): readonly Passage[] {
  return placed.marks
    .filter(({ ids }) => ids.includes('time-zone'))
    .flatMap(({ value }) => zoneAfter(placed, value))
}

function inTitle(placed: PlacedLine, titles: ReadonlySet<number>): readonly Passage[] {
  const mark = placed.marks.find((each) => titles.has(placed.passage(each.start).start))
  return mark === undefined ? [] : zoneAfter(placed, mark.start)
}

function zoneAfter(placed: PlacedLine, from: number): readonly Passage[] {
  const zone = findZone(placed.line.text.slice(from))
  return zone === null ? [] : [placed.passage(from + zone.start, from + zone.end)]
}

import type { PlacedLine } from '../../postmortem/blocks/placedLine.ts'
import type { Passage } from '../../postmortem/lines/passage.ts'
import type { Report } from '../../postmortem/report.ts'
import { findZone, findZoneStatement } from '../../time/written/zone.ts'

/** Zones that apply to several times: "All times in EAT", the header of a column, the title of the timeline. */
export function findZoneMentions(report: Report): readonly Passage[] {
  const found = new Map<number, Passage>()
  for (const placed of report.lines) {
    for (const mention of mentionsIn(placed, report)) found.set(mention.start, mention)
  }
  return [...found.values()]
}

function mentionsIn(placed: PlacedLine, report: Report): readonly Passage[] {
  const { line } = placed
  if (line.kind === 'code' || line.kind === 'meta') return []
  const statement = findZoneStatement(line.text)
  const stated = statement === null ? [] : [placed.passage(statement.start, statement.end)]
  return [...stated, ...labelled(placed), ...inHeaderOrTitle(placed, report)]
}

/** "Time zone: EAT" */
function labelled(placed: PlacedLine): readonly Passage[] {
  return placed.marks
    .filter(({ ids }) => ids.includes('time-zone'))
    .flatMap(({ value }) => zoneAfter(placed, value))
}

/** A zone in the header of a timeline's table or in the title of a timeline. */
function inHeaderOrTitle(placed: PlacedLine, { sections }: Report): readonly Passage[] {
  const start = placed.passage().start
  return sections
    .filter(({ id }) => id === 'timeline')
    .flatMap((section) => {
      if (placed.line.kind === 'header' && section.start <= start && start < section.end) {
        return zoneAfter(placed, 0)
      }
      const mark = placed.marks.find((each) => placed.passage(each.start).start === section.title.start)
      return mark === undefined ? [] : zoneAfter(placed, mark.start)
    })
}

function zoneAfter(placed: PlacedLine, from: number): readonly Passage[] {
  const zone = findZone(placed.line.text.slice(from))
  return zone === null ? [] : [placed.passage(from + zone.start, from + zone.end)]
}

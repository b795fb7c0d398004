import { largest, smallest } from '../../lists/extremes.ts'
import { sentence } from '../../messages/sentence.ts'
import type { Report } from '../../postmortem/report.ts'
import { millisecondsPerMinute, minutesPerDay } from '../../time/written/calendar.ts'
import { type Incident, type IncidentEvent, type Moment, type Phase, readIncident } from './incident.ts'
import { type MermaidAction, placeMermaid } from './mermaidBlock.ts'
import { shorten } from './svgMarks.ts'

/** Marks the diagram, so that it can be found and updated when the timeline has changed. */
const mark = '%% Drawn from the timeline of this report.'

/** A Mermaid diagram, which forges and wikis show as a picture; null if there is nothing to draw. */
export function writeMermaid(report: Report): string | null {
  const incident = readIncident(report)
  return incident === null ? null : `${linesOf(incident).join('\n')}\n`
}

/** Inserts the diagram at the end of the Timeline section at the offset, or updates the one that is there. */
export function insertMermaid(report: Report, offset: number): MermaidAction | null {
  const section = report.sections.find(
    ({ id, start, end }) => id === 'timeline' && start <= offset && offset <= end,
  )
  const diagram = section === undefined ? null : writeMermaid(report)
  if (section === undefined || diagram === null) return null
  return placeMermaid(diagram, section, report, {
    mark,
    insert: sentence`Insert timeline as Mermaid diagram`,
    update: sentence`Update the Mermaid diagram of the timeline`,
  })
}

const phaseNames: Readonly<Record<Phase['kind'], string>> = {
  undetected: 'Undetected :crit',
  responding: 'Responding :active',
  mitigated: 'Mitigated :done',
}

const momentNames: Readonly<Record<Moment['kind'], string>> = {
  started: 'Started',
  detected: 'Detected',
  escalated: 'Escalated',
  mitigated: 'Mitigated',
  resolved: 'Resolved',
}

function linesOf(incident: Incident): readonly string[] {
  const { title, clock, phases, moments, events } = incident
  const at = (minutes: number) => printWall((clock.wall ?? 0) + Math.round(minutes) * millisecondsPerMinute)
  const milestone = (name: string, minutes: number) => `${name} :milestone, ${at(minutes)}, 0m`
  return [
    'gantt',
    mark,
    `title ${plain([title ?? 'Timeline', ...(clock.zone === null ? [] : [`(${clock.zone})`])].join(' '))}`,
    'dateFormat YYYY-MM-DD HH:mm',
    `axisFormat ${isLong(incident) ? '%d %b %H:%M' : '%H:%M'}`,
    ...sectionOf('Phases', [
      ...phases.map(({ kind, from, to }) => `${phaseNames[kind]}, ${at(from)}, ${at(to)}`),
    ]),
    ...sectionOf(
      'Milestones',
      moments.map(({ kind, minutes }) => milestone(momentNames[kind], minutes)),
    ),
    ...sectionOf(
      'Timeline',
      events.map((event) =>
        event.until === null
          ? milestone(nameOf(event), event.minutes)
          : `${nameOf(event)} :${at(event.minutes)}, ${at(event.until)}`,
      ),
    ),
  ]
}

function sectionOf(name: string, tasks: readonly string[]): readonly string[] {
  return tasks.length === 0 ? [] : [`section ${name}`, ...tasks.map((task) => `  ${task}`)]
}

function isLong({ moments, events }: Incident): boolean {
  const minutes = [...moments, ...events].map((each) => each.minutes)
  return largest(minutes) - smallest(minutes) > minutesPerDay
}

function printWall(wall: number): string {
  return new Date(wall).toISOString().slice(0, 16).replace('T', ' ')
}

/** A name that begins with one of these would be taken for a Mermaid statement. */
const keyword =
  /^(?:gantt|title|section|click|call|href|dateFormat|axisFormat|tickInterval|includes|excludes|todayMarker|inclusiveEndDates|topAxis|weekday|weekend|accTitle|accDescr)\b/i

/**
 * Colons, semicolons, hashes and percent signs have a meaning in Mermaid, and backquotes would end the block. A
 * semicolon becomes a comma, because two sentences without anything between them would read as one.
 */
function plain(text: string): string {
  const words = text
    .replaceAll(/(?<!\s)\s*;(?=\s*[^\s;])/g, ',')
    .replaceAll(/[:;#%`<>{}\s]+/g, ' ')
    .trim()
  return shorten(words, 480)
}

function nameOf({ text, label }: IncidentEvent): string {
  const name = plain(text) || plain(label)
  return keyword.test(name) ? `– ${name}` : name
}

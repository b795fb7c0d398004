import { smallest } from '../../lists/extremes.ts'
import type { Report } from '../../postmortem/report.ts'
import { shortDuration } from '../../time/repair/print.ts'
import { type Incident, type IncidentEvent, type Phase, readIncident } from './incident.ts'
import { classOf, inBothForms, narrowWidth, type PageForm } from './pictureForms.ts'
import { drawNotes, type Note } from './pictureNotes.ts'
import { fileStyle } from './pictureStyle.ts'
import {
  type Area,
  drawText,
  escapeXml,
  leadingTo,
  rectangle,
  round,
  shorten,
  textWidth,
  withTitle,
} from './svgMarks.ts'
import { placeLabels } from './timelineLabels.ts'
import { findScale, findTicks, type Scale, type Tick } from './timelineScale.ts'

/** A file includes its own style, background and title; a page already has them. */
export type PictureKind = 'file' | 'page'

/** The zero-based line of an offset. */
export type LineOf = (offset: number) => number

/**
 * An SVG without scripts; null if there is nothing to draw. With `lineOf`, the entries can be reached with Tab and say
 * which line they come from.
 */
export function drawTimeline(report: Report, kind: PictureKind, lineOf: LineOf | null = null): string | null {
  const incident = readIncident(report)
  if (incident === null) return null
  return kind === 'file'
    ? drawFile(incident, lineOf)
    : inBothForms((form) => drawForPage(incident, form, lineOf))
}

/** In pixels. */
const fileWidth = 880
const pageWidths: Readonly<Record<PageForm, number>> = { usual: 600, narrow: narrowWidth }
const margin = 24
/** Added at an end of the scale if something lies beyond it. */
const gutter = 26
const barHeight = 24
const radius = 5
const laneHeight = 12
const maxLanes = 8
/** From one clock time on the axis to the next, at least. */
const tickDistance = 50
const labelGap = 8

function drawForPage(incident: Incident, form: PageForm, lineOf: LineOf | null): string {
  const width = pageWidths[form]
  const { marks, bottom } = drawIncident(incident, { width, top: 6, lineOf })
  return `<svg ${rootOf(incident, { width, height: bottom, lineOf }, classOf(form))}>\n${marks.join('\n')}\n</svg>`
}

function drawFile(incident: Incident, lineOf: LineOf | null): string {
  const width = fileWidth
  const { marks, bottom: height } = drawIncident(incident, {
    width,
    top: incident.title === null ? 6 : 40,
    lineOf,
  })
  const file = [
    `<style>${fileStyle}</style>`,
    rectangle('paper', { x: 0, y: 0, width, height }),
    drawText(shorten(incident.title ?? '', width - 2 * margin, 15), margin, 26, 'title'),
    ...marks,
  ]
  const size = `xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`
  return `<svg ${size} ${rootOf(incident, { width, height, lineOf })}>\n${file.join('\n')}\n</svg>`
}

interface Root {
  readonly width: number
  readonly height: number
  readonly lineOf: LineOf | null
}

function rootOf(incident: Incident, { width, height, lineOf }: Root, form = ''): string {
  // Whatever is inside an image cannot be reached.
  const role = lineOf === null ? 'img' : 'group'
  const label = escapeXml(describe(incident))
  return `class="postmortem-picture postmortem-timeline${form}" viewBox="0 0 ${width} ${height}" role="${role}" aria-label="${label}"`
}

interface Place {
  readonly width: number
  readonly top: number
  readonly lineOf: LineOf | null
}

function drawIncident(incident: Incident, { width, top, lineOf }: Place): Drawing {
  const plane = makePlane(incident, width)
  const moments = placeLabels(incident.moments, plane.x, { left: margin - radius, right: width - margin })
  const barTop = top + moments.height
  const barBottom = incident.phases.length > 0 ? barTop + barHeight : barTop
  const { leads, labels } = moments.draw(top, barBottom)
  const events = drawEvents(incident.events, plane, barBottom, lineOf)
  const axis = drawAxis(incident, plane, barTop, events.bottom)
  const notes = drawNotes(notesOf(incident, plane), { left: margin, right: width - margin, top: axis.bottom })
  const marks = [
    ...axis.marks,
    ...leads,
    ...drawBar(incident.phases, plane, barTop),
    ...labels,
    ...events.marks,
    ...notes.marks,
  ]
  return { marks, bottom: notes.bottom + 10 }
}

/** The description that screen readers read out. */
function describe({ moments, events }: Incident): string {
  const described = moments.map(({ kind, label }) => `${kind} ${label}`)
  return ['Timeline of the incident', ...described, `${events.length} entries`].join(', ')
}

/** Maps minutes to x coordinates; times beyond the scale are mapped to its edge. */
interface Plane {
  readonly width: number
  readonly scale: Scale
  readonly left: number
  readonly right: number
  readonly x: (minutes: number) => number
  readonly side: (minutes: number) => 'earlier' | 'within' | 'later'
}

function makePlane(incident: Incident, width: number): Plane {
  const scale = findScale(incident)
  const side: Plane['side'] = (minutes) =>
    minutes < scale.from ? 'earlier' : minutes > scale.to ? 'later' : 'within'
  const sides = new Set([...incident.moments, ...incident.events].map(({ minutes }) => side(minutes)))
  const left = margin + (sides.has('earlier') ? gutter : 0)
  const right = width - margin - (sides.has('later') ? gutter : 0)
  const places: Readonly<Record<ReturnType<Plane['side']>, (minutes: number) => number>> = {
    earlier: () => margin + radius,
    within: (minutes) => left + ((minutes - scale.from) / (scale.to - scale.from)) * (right - left),
    later: () => width - margin - radius,
  }
  return { width, scale, left, right, side, x: (minutes) => places[side(minutes)](minutes) }
}

/** Marks, and the y coordinate below which the next ones go. */
interface Drawing {
  readonly marks: readonly string[]
  readonly bottom: number
}

const phaseNames: Readonly<Record<Phase['kind'], string>> = {
  undetected: 'Undetected',
  responding: 'Responding',
  mitigated: 'Mitigated',
}

function nameOf({ kind, from, to }: Phase): string {
  return `${phaseNames[kind]} ${shortDuration(to - from)}`
}

function areaOf({ from, to }: Phase, { x }: Plane, y: number): Area {
  return { x: x(from), y, width: Math.max(x(to) - x(from), 1), height: barHeight }
}

/** False if the name does not fit into its phase; it is then listed below the picture. */
function isNamedInside(phase: Phase, plane: Plane): boolean {
  return textWidth(nameOf(phase)) + 16 <= areaOf(phase, plane, 0).width
}

function drawBar(phases: readonly Phase[], plane: Plane, top: number): readonly string[] {
  return phases.map((phase) => {
    const area = areaOf(phase, plane, top)
    const name = isNamedInside(phase, plane) ? drawText(nameOf(phase), area.x + 8, top + 16) : ''
    return withTitle(nameOf(phase), rectangle(`phase ${phase.kind}`, area), name)
  })
}

/** One mark for each entry; marks that would touch go into separate lanes. */
function drawEvents(
  events: readonly IncidentEvent[],
  { x }: Plane,
  top: number,
  lineOf: LineOf | null,
): Drawing {
  const ends: number[] = []
  const marks = events.map((event, index) => {
    const from = x(event.minutes)
    const to = event.until === null ? from : Math.max(from, x(event.until))
    const lane = chooseLane(ends, from)
    ends[lane] = to + 2 * radius + 1
    const area = {
      x: from - radius,
      y: top + 10 + lane * laneHeight,
      width: to - from + 2 * radius,
      height: 2 * radius,
    }
    const shape = drawEvent(event, area)
    const title = `${event.label} (${event.elapsed})\n${event.text}`
    return lineOf === null
      ? withTitle(title, shape)
      : leadingTo(lineOf(event.start), index === 0, title, shape)
  })
  return { marks, bottom: top + 16 + Math.max(ends.length, 1) * laneHeight }
}

function drawEvent({ facts }: IncidentEvent, area: Area): string {
  return rectangle(facts.includes('misleading') ? 'event misleading' : 'event', area, radius)
}

/** The first free lane, or a new one; if all are taken, the one that is free soonest. */
function chooseLane(ends: readonly number[], from: number): number {
  const free = ends.findIndex((end) => end <= from)
  if (free !== -1) return free
  return ends.length < maxLanes ? ends.length : ends.indexOf(smallest(ends))
}

function drawAxis(
  { clock }: Incident,
  { width, x, left, right, scale }: Plane,
  top: number,
  y: number,
): Drawing {
  const ticks = findTicks(scale, clock, (right - left) / tickDistance)
  const clockRow = ticks.some(({ label }) => label !== '') ? 1 : 0
  const dayRow = clockRow + (ticks.some(({ day }) => day !== null) ? 1 : 0)
  const zoneRow = clock.zone === null ? 0 : isZoneCovered() ? 3 : 2
  const baseline = (row: number) => y + 4 + row * 15
  const marks = ticks.flatMap(({ minutes, label, day }) => {
    const at = round(x(minutes))
    return [
      `<path class="grid" d="M${at} ${top}V${y + 5}"/>`,
      ...(label === '' ? [] : [drawText(label, at, baseline(clockRow), 'muted', 'middle')]),
      ...(day === null ? [] : [drawText(day, at, baseline(dayRow), 'muted', 'middle')]),
    ]
  })
  const line = `<path class="grid" d="M${left} ${y}H${right}"/>`
  const zone =
    clock.zone === null ? [] : [drawText(clock.zone, width - margin, baseline(zoneRow), 'muted', 'end')]
  return { marks: [line, ...marks, ...zone], bottom: y + 10 + Math.max(dayRow, zoneRow) * 15 }

  /** By a day in the row that it usually shares with them. */
  function isZoneCovered(): boolean {
    const start = width - margin - textWidth(clock.zone ?? '') - labelGap
    const end = ({ minutes, day }: Tick) => (day === null ? 0 : x(minutes) + textWidth(day) / 2)
    return dayRow === 2 && ticks.some((tick) => end(tick) > start)
  }
}

function notesOf({ phases, events, leftOut }: Incident, plane: Plane): readonly Note[] {
  const count = (side: ReturnType<Plane['side']>) =>
    events.filter(({ minutes }) => plane.side(minutes) === side).length
  const sentences = [
    countEntries(count('earlier'), 'long before, at the left edge'),
    countEntries(count('later'), 'long after, at the right edge'),
    countEntries(leftOut, 'left out for lack of a usable time'),
  ]
  return [
    ...phases
      .filter((phase) => !isNamedInside(phase, plane))
      .map((phase) => ({ text: nameOf(phase), mark: `phase ${phase.kind}` })),
    ...sentences.flatMap((text) => (text === null ? [] : [{ text, mark: null }])),
  ]
}

function countEntries(count: number, what: string): string | null {
  return count === 0 ? null : `${count} ${count === 1 ? 'entry' : 'entries'} ${what}`
}

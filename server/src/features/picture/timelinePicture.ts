import type { Report } from '../../postmortem/report.ts'
import { shortDuration } from '../../time/repair/print.ts'
import { type Incident, type IncidentEvent, type Phase, readIncident } from './incident.ts'
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
import { findScale, findTicks, type Scale } from './timelineScale.ts'

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
  return incident === null ? null : drawIncident(incident, kind, lineOf)
}

/** In pixels. A page may be narrow. */
const widths: Readonly<Record<PictureKind, number>> = { file: 880, page: 600 }
const margin = 24
/** Added at an end of the scale if something lies beyond it. */
const gutter = 26
const barHeight = 24
const radius = 5
const laneHeight = 12
const maxLanes = 8
const lineHeight = 18

function drawIncident(incident: Incident, kind: PictureKind, lineOf: LineOf | null): string {
  const width = widths[kind]
  const plane = makePlane(incident, width)
  const moments = placeLabels(incident.moments, plane.x, { left: margin - radius, right: width - margin })
  const headingBottom = kind === 'file' && incident.title !== null ? 40 : 6
  const barTop = headingBottom + moments.height
  const barBottom = incident.phases.length > 0 ? barTop + barHeight : barTop
  const { leads, labels } = moments.draw(headingBottom, barBottom)
  const events = drawEvents(incident.events, plane, barBottom, lineOf)
  const axis = drawAxis(incident, plane, barTop, events.bottom)
  const notes = drawNotes(incident, plane, axis.bottom)
  const height = notes.bottom + 10
  const page = [
    ...axis.marks,
    ...leads,
    ...drawBar(incident.phases, plane, barTop),
    ...labels,
    ...events.marks,
    ...notes.marks,
  ]
  const label = escapeXml(describe(incident))
  // Whatever is inside an image cannot be reached.
  const role = lineOf === null ? 'img' : 'group'
  const root = `class="postmortem-picture postmortem-timeline" viewBox="0 0 ${width} ${height}" role="${role}" aria-label="${label}"`
  if (kind === 'page')
    return `<div class="postmortem-picture-frame"><svg ${root}>\n${page.join('\n')}\n</svg></div>`
  const file = [
    `<style>${fileStyle}</style>`,
    rectangle('paper', { x: 0, y: 0, width, height }),
    drawText(shorten(incident.title ?? '', width - 2 * margin, 15), margin, 26, 'title'),
    ...page,
  ]
  const size = `xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`
  return `<svg ${size} ${root}>\n${file.join('\n')}\n</svg>`
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
  return ends.length < maxLanes ? ends.length : ends.indexOf(Math.min(...ends))
}

function drawAxis(
  { clock }: Incident,
  { width, x, left, right, scale }: Plane,
  top: number,
  y: number,
): Drawing {
  const ticks = findTicks(scale, clock)
  const hasDays = ticks.some(({ day }) => day !== null)
  const hasClocks = ticks.some(({ label }) => label !== '')
  const dayLine = y + (hasClocks ? 34 : 19)
  const marks = ticks.flatMap(({ minutes, label, day }) => {
    const at = round(x(minutes))
    return [
      `<path class="grid" d="M${at} ${top}V${y + 5}"/>`,
      ...(label === '' ? [] : [drawText(label, at, y + 19, 'muted', 'middle')]),
      ...(day === null ? [] : [drawText(day, at, dayLine, 'muted', 'middle')]),
    ]
  })
  const line = `<path class="grid" d="M${left} ${y}H${right}"/>`
  const zone = clock.zone === null ? [] : [drawText(clock.zone, width - margin, y + 34, 'muted', 'end')]
  const lines = Math.max(
    hasClocks || hasDays ? 1 : 0,
    hasClocks && hasDays ? 2 : 0,
    clock.zone === null ? 0 : 2,
  )
  return { marks: [line, ...marks, ...zone], bottom: y + 10 + lines * 15 }
}

interface Note {
  readonly text: string
  readonly phase: Phase['kind'] | null
}

/** Lists, in as few lines as possible, what could not be shown in its place. */
function drawNotes(incident: Incident, plane: Plane, top: number): Drawing {
  const { width } = plane
  let at = margin
  let line = 0
  const marks = notesOf(incident, plane).map(({ text, phase }) => {
    const swatch = phase === null ? 0 : 18
    const length = swatch + textWidth(text)
    if (at > margin && at + length > width - margin) {
      at = margin
      line += 1
    }
    const x = at
    const y = top + 16 + line * lineHeight
    at += length + 20
    const area = { x, y: y - 10, width: 12, height: 12 }
    return `${phase === null ? '' : rectangle(`phase ${phase}`, area)}${drawText(text, x + swatch, y, 'muted')}`
  })
  return { marks, bottom: marks.length === 0 ? top : top + (line + 1) * lineHeight + 4 }
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
      .map((phase) => ({ text: nameOf(phase), phase: phase.kind })),
    ...sentences.flatMap((text) => (text === null ? [] : [{ text, phase: null }])),
  ]
}

function countEntries(count: number, what: string): string | null {
  return count === 0 ? null : `${count} ${count === 1 ? 'entry' : 'entries'} ${what}`
}

import type { Moment } from './incident.ts'
import { escapeXml, round, shorten, textWidth, withTitle } from './svgMarks.ts'

/** Labels for the moments of the incident, in as many rows as it takes for none to cover another. */
export interface MomentLabels {
  readonly height: number
  /** Leads go under the bar and labels over it, so the bar has to be painted between the two. */
  readonly draw: (top: number, barBottom: number) => { readonly leads: string[]; readonly labels: string[] }
}

interface Label extends Box {
  readonly moment: Moment
  /** The time as there is room for it. */
  readonly text: string
  readonly at: number
  readonly isLeft: boolean
}

interface PlacedLabel extends Label {
  /** Row 0 is the one nearest to the bar. */
  readonly row: number
}

interface Box {
  readonly from: number
  readonly to: number
}

const rowHeight = 18
const gap = 8
/** From a moment to the end of its label, beside the text. */
const indent = 10

const names: Readonly<Record<Moment['kind'], string>> = {
  started: 'Started',
  detected: 'Detected',
  escalated: 'Escalated',
  mitigated: 'Mitigated',
  resolved: 'Resolved',
}

/** `left` and `right` are the edges of the picture. */
export function placeLabels(
  moments: readonly Moment[],
  x: (minutes: number) => number,
  { left, right }: { readonly left: number; readonly right: number },
): MomentLabels {
  const choices = moments.map((moment) => chooseSides(moment, x(moment.minutes), left, right))
  const placements = combine(choices).map(placeRows)
  const labels = placements.reduce((best, each) => (costOf(each) < costOf(best) ? each : best))
  const rows = Math.max(0, ...labels.map(({ row }) => row + 1))
  const height = rows * rowHeight + (rows > 0 ? 6 : 0)
  return {
    height,
    draw: (top, barBottom) => {
      const baseline = ({ row }: PlacedLabel) => top + height - row * rowHeight - 8
      return {
        leads: labels.map((label) => drawLead(label, baseline(label), barBottom)),
        labels: labels.map((label) => drawLabel(label, baseline(label))),
      }
    },
  }
}

/** The sides of its place on which a label fits: in full, without its date, or else shortened. */
function chooseSides(moment: Moment, at: number, left: number, right: number): readonly Label[] {
  const room = Math.max(at - left, right - at) - indent - textWidth(`${names[moment.kind]} `)
  const texts = [moment.label, moment.shortLabel, shorten(moment.shortLabel, room)]
  const choices = texts.map((text) => {
    const length = textWidth(`${names[moment.kind]} ${text}`) + indent
    const sides: readonly Label[] = [
      { moment, text, at, isLeft: false, from: at - 5, to: at + length },
      { moment, text, at, isLeft: true, from: at - length, to: at + 5 },
    ]
    return sides.filter(({ from, to }) => from >= left && to <= right)
  })
  return choices.find((sides) => sides.length > 0) ?? []
}

/** All combinations of one side for each label; five moments have no more than 32. */
function combine(choices: readonly (readonly Label[])[]): readonly (readonly Label[])[] {
  return choices.reduce<readonly (readonly Label[])[]>(
    (combined, sides) => combined.flatMap((labels) => sides.map((label) => [...labels, label])),
    [[]],
  )
}

/**
 * The latest of the labels to the right and the earliest of those to the left come nearest to the bar. A label that is
 * in the way in every row has a lead behind it rather than another label.
 */
function placeRows(labels: readonly Label[]): readonly PlacedLabel[] {
  const rightward = labels.filter(({ isLeft }) => !isLeft).sort((one, other) => other.at - one.at)
  const leftward = labels.filter(({ isLeft }) => isLeft).sort((one, other) => one.at - other.at)
  const placed: PlacedLabel[] = []
  for (const label of [...rightward, ...leftward]) {
    const rows = labels.map((_, row) => row)
    const isFree = (row: number) => !placed.some((other) => isInTheWay(other, label, row))
    const isApart = (row: number) => !placed.some((other) => other.row === row && overlap(other, label))
    placed.push({ ...label, row: rows.find(isFree) ?? rows.find(isApart) ?? 0 })
  }
  return placed
}

/** A lead behind a label is worst, then using many rows, then being on the left. */
function costOf(labels: readonly PlacedLabel[]): number {
  const covered = labels.filter((label) =>
    labels.some((other) => other !== label && isInTheWay(other, label, label.row)),
  )
  const rows = Math.max(0, ...labels.map(({ row }) => row + 1))
  return covered.length * 100 + rows * 10 + labels.filter(({ isLeft }) => isLeft).length
}

/** True if two labels in one row overlap, or if the lead of the upper one crosses the lower one. */
function isInTheWay(other: PlacedLabel, label: Label, row: number): boolean {
  if (other.row === row) return overlap(other, label)
  return other.row < row ? covers(other, label.at) : covers(label, other.at)
}

function overlap(one: Box, other: Box): boolean {
  return one.from < other.to + gap && other.from < one.to + gap
}

function covers({ from, to, at }: Label, place: number): boolean {
  return from < place && place < to && Math.abs(place - at) > 5
}

function drawLead({ moment, at }: Label, baseline: number, bottom: number): string {
  return `<path class="lead ${moment.kind}" d="M${round(at)} ${baseline}V${bottom}"/>`
}

function drawLabel({ moment, text, at, isLeft }: Label, baseline: number): string {
  const diamond = `<path class="moment ${moment.kind}" d="M${round(at)} ${baseline - 9}l5 5-5 5-5-5z"/>`
  const place = isLeft ? `x="${round(at - 9)}" text-anchor="end"` : `x="${round(at + 9)}"`
  const name = `<tspan class="name">${names[moment.kind]}</tspan> ${escapeXml(text)}`
  const marks = `${diamond}<text class="label" ${place} y="${baseline}">${name}</text>`
  return text === moment.label ? marks : withTitle(`${names[moment.kind]} ${moment.label}`, marks)
}

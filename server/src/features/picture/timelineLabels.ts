import type { Moment } from './incident.ts'
import { escapeXml, round, textWidth } from './svgMarks.ts'

/** Labels for the moments of the incident, in as many rows as it takes for none to cover another. */
export interface MomentLabels {
  readonly height: number
  /** Leads go under the bar and labels over it, so the bar has to be painted between the two. */
  readonly draw: (top: number, barBottom: number) => { readonly leads: string[]; readonly labels: string[] }
}

interface Label extends Box {
  readonly moment: Moment
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

/** The sides of its place on which a label fits; the right if it fits on neither. */
function chooseSides(moment: Moment, at: number, left: number, right: number): readonly Label[] {
  const length = textWidth(`${names[moment.kind]} ${moment.label}`) + 10
  const sides: readonly Label[] = [
    { moment, at, isLeft: false, from: at - 5, to: at + length },
    { moment, at, isLeft: true, from: at - length, to: at + 5 },
  ]
  const fitting = sides.filter(({ from, to }) => from >= left && to <= right)
  return fitting.length > 0 ? fitting : sides.slice(0, 1)
}

/** All combinations of one side for each label; five moments have no more than 32. */
function combine(choices: readonly (readonly Label[])[]): readonly (readonly Label[])[] {
  return choices.reduce<readonly (readonly Label[])[]>(
    (combined, sides) => combined.flatMap((labels) => sides.map((label) => [...labels, label])),
    [[]],
  )
}

/** The latest of the labels to the right and the earliest of those to the left come nearest to the bar. */
function placeRows(labels: readonly Label[]): readonly PlacedLabel[] {
  const rightward = labels.filter(({ isLeft }) => !isLeft).sort((one, other) => other.at - one.at)
  const leftward = labels.filter(({ isLeft }) => isLeft).sort((one, other) => one.at - other.at)
  const placed: PlacedLabel[] = []
  for (const label of [...rightward, ...leftward]) {
    let row = 0
    while (row < labels.length - 1 && placed.some((other) => isInTheWay(other, label, row))) row += 1
    placed.push({ ...label, row })
  }
  return placed
}

/** Covering another label is worst, then using many rows, then being on the left. */
function costOf(labels: readonly PlacedLabel[]): number {
  const covered = labels.filter((label) =>
    labels.some((other) => other !== label && isInTheWay(other, label, label.row)),
  )
  const rows = Math.max(0, ...labels.map(({ row }) => row + 1))
  return covered.length * 100 + rows * 10 + labels.filter(({ isLeft }) => isLeft).length
}

/** True if two labels in one row overlap, or if the lead of the upper one crosses the lower one. */
function isInTheWay(other: PlacedLabel, label: Label, row: number): boolean {
  if (other.row === row) return !(label.to + gap <= other.from || other.to + gap <= label.from)
  return other.row < row ? covers(other, label.at) : covers(label, other.at)
}

function covers({ from, to, at }: Label, place: number): boolean {
  return from < place && place < to && Math.abs(place - at) > 5
}

function drawLead({ moment, at }: Label, baseline: number, bottom: number): string {
  return `<path class="lead ${moment.kind}" d="M${round(at)} ${baseline}V${bottom}"/>`
}

function drawLabel({ moment, at, isLeft }: Label, baseline: number): string {
  const diamond = `<path class="moment ${moment.kind}" d="M${round(at)} ${baseline - 9}l5 5-5 5-5-5z"/>`
  const place = isLeft ? `x="${round(at - 9)}" text-anchor="end"` : `x="${round(at + 9)}"`
  const name = `<tspan class="name">${names[moment.kind]}</tspan> ${escapeXml(moment.label)}`
  return `${diamond}<text ${place} y="${baseline}">${name}</text>`
}

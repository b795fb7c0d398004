import type { Cause } from './causeTree.ts'
import { type Area, textWidth } from './svgMarks.ts'
import { wrapText } from './wrapText.ts'

/** A box for one cause. */
export interface Box extends Area {
  readonly cause: Cause
  /** What it led to; null for what happened in the end. */
  readonly effect: Cause | null
  readonly lines: readonly string[]
}

export interface Layout {
  readonly boxes: readonly Box[]
  /** SVG paths from a reason to what it led to. */
  readonly arrows: readonly string[]
  readonly right: number
  readonly bottom: number
}

export const padding = 10
const lineHeight = 16
const maxLines = 5
const leastWidth = 132
const mostWidth = 300
const gap = 16
/** The height of the room for arrows below a box. */
const rise = 30
const indent = 28
/** The distance of a line from the left edge of the box that it leads to, where the causes are not centred. */
const inset = 14
/** The head of an arrow that points upwards. */
const head = 'm-4 6l4-6 4 6'

interface Slot {
  readonly x: number
  readonly y: number
  readonly width: number
}

/**
 * Places each cause below what it led to: side by side where all of them fit into the width, else one below the other.
 * No two boxes touch, and no line crosses a box.
 */
export function placeCauses(root: Cause, slot: Slot): Layout {
  const needs = new Map<Cause, number>()
  measure(root, needs)
  const needOf = (cause: Cause) => needs.get(cause) ?? leastWidth
  const isCentred = needOf(root) <= slot.width
  const boxes: Box[] = []
  const arrows: string[] = []

  function place(cause: Cause, effect: Cause | null, { x, y, width }: Slot): { box: Box; bottom: number } {
    const box = fit(cause, effect, { x, y, width }, isCentred)
    boxes.push(box)
    const { because } = cause
    const boxBottom = box.y + box.height
    const need = needOf(cause)
    if (because.length === 1 || need <= width) {
      const spare =
        because.length === 1 ? width - needOf(because[0] as Cause) : (width - need) / because.length
      let [left, bottom] = [x, boxBottom]
      for (const reason of because) {
        const own = needOf(reason) + spare
        const below = place(reason, cause, { x: left, y: boxBottom + rise, width: own })
        arrows.push(riseTo(box, below.box))
        left += own + gap
        bottom = Math.max(bottom, below.bottom)
      }
      return { box, bottom }
    }
    let bottom = boxBottom + rise - gap
    for (const reason of because) {
      const area = { x: x + indent, y: bottom + gap, width: Math.max(leastWidth, width - indent) }
      const below = place(reason, cause, area)
      arrows.push(`M${below.box.x} ${middleOf(below.box)}H${x + inset}V${boxBottom}${head}`)
      bottom = below.bottom
    }
    return { box, bottom }
  }

  function riseTo(above: Box, below: Box): string {
    const from = isCentred ? below.x + below.width / 2 : below.x + inset
    const to = isCentred ? above.x + above.width / 2 : above.x + inset
    return `M${from} ${below.y}V${below.y - rise / 2}H${to}V${above.y + above.height}${head}`
  }

  const { bottom } = place(root, null, slot)
  const right = boxes.reduce((most, { x, width }) => Math.max(most, x + width), 0)
  return { boxes, arrows, right, bottom }
}

/** The least width that each cause needs for all its reasons side by side. */
function measure(cause: Cause, needs: Map<Cause, number>): number {
  const sum = cause.because.reduce((total, reason) => total + measure(reason, needs) + gap, -gap)
  const need = Math.max(leastWidth, sum)
  needs.set(cause, need)
  return need
}

function fit(cause: Cause, effect: Cause | null, { x, y, width }: Slot, isCentred: boolean): Box {
  const most = Math.min(width, mostWidth) - 2 * padding
  const lines = wrapText(cause.text, most, maxLines)
  const widest = lines.reduce((most, line) => Math.max(most, textWidth(line)), leastWidth - 2 * padding)
  const own = Math.min(widest, most) + 2 * padding
  const height = lines.length * lineHeight + 2 * padding - 4
  return { cause, effect, lines, x: isCentred ? x + (width - own) / 2 : x, y, width: own, height }
}

function middleOf({ y, height }: Area): number {
  return y + height / 2
}

/** The baseline of a line of text in a box. */
export function baselineOf({ y }: Area, index: number): number {
  return y + padding + 10 + index * lineHeight
}

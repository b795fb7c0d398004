import { defaultStyle, type Style, type TitleStyle } from '../../templates/style.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import type { Structure } from './foundSection.ts'

/** The author's way of writing titles, labels and bullets; the default where the document shows none. */
export function findStyle(
  lines: readonly PlacedLine[],
  structure: Structure,
  title: PlacedLine | null,
  lineEnding: Style['lineEnding'] | null,
): Style {
  return {
    title: findTitleStyle(lines, structure, title),
    label: findLabelStyle(lines, structure),
    bullet: findBullet(lines),
    lineEnding: lineEnding ?? defaultStyle.lineEnding,
  }
}

/** The style of most sections; without sections, a heading one level below the title. */
function findTitleStyle(
  lines: readonly PlacedLine[],
  structure: Structure,
  title: PlacedLine | null,
): TitleStyle {
  const styles = structure.sections.flatMap((section) => {
    const placed = lines[section.firstLine]
    return placed === undefined || section.parent !== null ? [] : [titleStyleOf(placed, section.mark.end)]
  })
  const counts = new Map<string, { style: TitleStyle; count: number }>()
  for (const style of styles) {
    const key = JSON.stringify(style)
    const seen = counts.get(key)
    if (seen === undefined) counts.set(key, { style, count: 1 })
    else seen.count += 1
  }
  const most = [...counts.values()].reduce<{ style: TitleStyle; count: number } | null>(
    (best, each) => (best === null || each.count > best.count ? each : best),
    null,
  )
  if (most !== null) return most.style
  const heading = title?.line.heading
  if (heading === null || heading === undefined) return defaultStyle.title
  return { markup: 'atx', level: Math.min(heading.level + 1, 6), closed: heading.form === 'closed-atx' }
}

function titleStyleOf({ line }: PlacedLine, end: number): TitleStyle {
  const { heading } = line
  if (heading?.form === 'setext') return { markup: 'setext', level: heading.level === 1 ? 1 : 2 }
  if (heading !== null) return { markup: 'atx', level: heading.level, closed: heading.form === 'closed-atx' }
  const colon = /^\s*[:：]/.test(line.text.slice(end))
  return line.bold >= end ? { markup: 'bold', colon } : { markup: 'plain', colon }
}

function findLabelStyle(lines: readonly PlacedLine[], structure: Structure): Style['label'] {
  let bold = 0
  let plain = 0
  for (const label of structure.labels) {
    if (label.isTitle) continue
    const placed = lines[label.lineIndex]
    if (placed === undefined || placed.line.heading !== null || placed.line.kind === 'row') continue
    if (placed.line.bold >= label.mark.end) bold += 1
    else plain += 1
  }
  return plain > bold ? 'plain' : defaultStyle.label
}

function findBullet(lines: readonly PlacedLine[]): Style['bullet'] {
  for (const { line } of lines) {
    const marker = line.item?.marker
    if (marker !== undefined && marker !== 'number') return marker
  }
  return defaultStyle.bullet
}

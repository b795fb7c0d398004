import type { PlacedLine } from '../../postmortem/blocks/placedLine.ts'
import { nameLabel, nameMark } from './labels.ts'
import { toName, type WrittenName } from './names.ts'

/** A label with a value, or a heading, below the title of a section. */
export interface WrittenPart extends WrittenName {
  readonly kind: 'field' | 'heading'
}

/** The parts of one section in reading order. What is repeated belongs to each item of a list, not to the section. */
export function readParts(lines: readonly PlacedLine[]): readonly WrittenPart[] {
  const level = lines.reduce((least, { line }) => Math.min(least, line.heading?.level ?? least), 6)
  const parts = lines.flatMap((placed): WrittenPart[] => {
    const { heading } = placed.line
    const kind = heading === null ? 'field' : 'heading'
    const name = heading === null ? nameLabel(placed) : heading.level === level ? nameHeading(placed) : null
    return name === null ? [] : [{ ...name, key: `${kind}:${name.key}`, kind }]
  })
  const counts = new Map<string, number>()
  for (const { key } of parts) counts.set(key, (counts.get(key) ?? 0) + 1)
  return parts.filter(({ key }) => counts.get(key) === 1)
}

/** True if the section has prose besides its labels and lists. */
export function hasProse(lines: readonly PlacedLine[]): boolean {
  return lines.some(
    (placed) =>
      placed.line.kind === 'text' &&
      placed.line.item === null &&
      placed.line.depth === 0 &&
      placed.line.words >= minProse &&
      nameLabel(placed) === null,
  )
}

const minProse = 5

function nameHeading(placed: PlacedLine): WrittenName | null {
  const [mark] = placed.marks
  if (placed.segments.some(({ time }) => time != null)) return null
  return mark === undefined ? toName(placed.line.text, null) : nameMark(mark)
}

import { type PlacedLine, passage } from '../blocks/placedLine.ts'
import type { Line } from '../lines/line.ts'
import type { Passage, Range } from '../lines/passage.ts'
import { perLine } from '../lines/perLine.ts'
import type { LineRegion } from './region.ts'

/** Text that a template leaves for the author to replace. Links never match. */
const placeholder =
  /\{\{[^{}\r\n]{0,200}\}\}|\b(?:TODO|TBD|TBC|FIXME)\b|\bYYYY-MM-DD\b|\bHH:MM\b|\?\?[-:/]\?\?|\[(?:insert|add|link to|your|enter|describe|fill in|name of|date|time|tbd|todo)\b[^[\]\r\n]{0,120}\](?!\()|<(?:insert|add|link to|your|enter|describe|name|date|time|start of outage|end of outage)\b[^<>\r\n]{0,120}>|(?<![\w_])_{3,}(?![\w_])/giu

export function findPlaceholders(lines: readonly PlacedLine[], region: LineRegion): readonly Passage[] {
  return lines
    .slice(region.start, region.end)
    .flatMap((placed) => matchesIn(placed.line).map(({ start, end }) => passage(placed, start, end)))
}

const matchesIn = perLine((line): readonly Range[] => {
  if (line.kind !== 'text' && line.kind !== 'row' && line.kind !== 'heading') return []
  if (!/[{[<?_]|T[OB][DC]|TODO|FIXME|YYYY|HH:MM/i.test(line.text)) return []
  return [...line.text.matchAll(placeholder)]
    .filter(([text]) => !/^(?:todo|tbd|tbc|fixme)$/i.test(text) || text === text.toUpperCase())
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start }) => !isCode(line, start))
})

function isCode({ code }: Line, index: number): boolean {
  return code.some(({ start, end }) => start <= index && index < end)
}

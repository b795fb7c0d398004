import type { PlacedLine } from './placedLine.ts'
import { passage } from './placedLine.ts'
import type { LineRegion } from './region.ts'
import type { Passage } from './report.ts'

/** What templates leave for the author to fill in. Links and code never match. */
const placeholder =
  /\{\{[^{}\r\n]{0,200}\}\}|\b(?:TODO|TBD|TBC|FIXME)\b|\bYYYY-MM-DD\b|\bHH:MM\b|\?\?[-:/]\?\?|\[(?:insert|add|link to|your|enter|describe|fill in|name of|date|time|tbd|todo)\b[^[\]\r\n]{0,120}\](?!\()|<(?:insert|add|link to|your|enter|describe|name|date|time|start of outage|end of outage)\b[^<>\r\n]{0,120}>|(?<![\w_])_{3,}(?![\w_])/giu

export function findPlaceholders(lines: readonly PlacedLine[], region: LineRegion): readonly Passage[] {
  const found: Passage[] = []
  for (const placed of lines.slice(region.start, region.end)) {
    const { line } = placed
    if (line.kind !== 'text' && line.kind !== 'row' && line.kind !== 'heading') continue
    if (!/[{[<?_]|T[OB][DC]|TODO|FIXME|YYYY|HH:MM/i.test(line.text)) continue
    for (const match of line.text.matchAll(placeholder)) {
      if (/^(?:todo|tbd|tbc|fixme)$/i.test(match[0]) && match[0] !== match[0].toUpperCase()) continue
      found.push(passage(placed, match.index, match.index + match[0].length))
    }
  }
  return found
}

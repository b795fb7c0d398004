import { lineRange } from '../postmortem/blocks/placedLine.ts'
import type { Edit } from '../postmortem/lines/passage.ts'
import { sourceLineAt } from '../postmortem/lines/sourceLine.ts'
import type { Report } from '../postmortem/report.ts'

const causeSections: ReadonlySet<string> = new Set([
  'root-cause-and-resolution',
  'root-cause',
  'contributing',
])
const because = /,? because (?!of\b)/i

/**
 * Turns a sentence that says "because" more than once into a list in which each reason is nested in what it explains.
 * Only a sentence that is a paragraph on one line of a section about causes, whose words all stay.
 */
export function listCauses(report: Report, offset: number): Edit | null {
  const { lines, sections, style, source } = report
  const isAmongCauses = sections.some(
    ({ id, start, end }) => causeSections.has(id) && start <= offset && offset <= end,
  )
  const index = lines.findIndex(
    (placed) => lineRange(placed).start <= offset && offset <= lineRange(placed).end,
  )
  const placed = lines[index]
  if (!isAmongCauses || placed === undefined || placed.marks.length > 0) return null
  const { line } = placed
  if (line.kind !== 'text' || line.item !== null || line.depth > 0 || line.quoted || !line.opens) return null
  const next = lines[index + 1]?.line
  if (next !== undefined && next.kind === 'text' && !next.opens) return null
  const { start, end, text } = sourceLineAt(lineRange(placed).start, source)
  const sentence = text.trim().replace(/\.$/, '')
  const parts = sentence.split(because)
  if (parts.length < 3 || parts.some((part) => part.trim() === '') || /[.!?] /.test(sentence)) return null
  const items = parts.map((part, depth) => `${'  '.repeat(depth)}${style.bullet} ${capitalize(part.trim())}.`)
  return { start, end, text: items.join(style.lineEnding) }
}

function capitalize(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

import { findLineIndexAt } from '../postmortem/blocks/findLineAt.ts'
import type { Edit } from '../postmortem/lines/passage.ts'
import { sourceLineAt } from '../postmortem/lines/sourceLine.ts'
import type { Report } from '../postmortem/report.ts'

/** The sections that say why it happened. */
export const causeSections: ReadonlySet<string> = new Set([
  'root-cause-and-resolution',
  'root-cause',
  'contributing',
])

/** "Because of load" names no reason that could have a reason itself. */
const because = /,? (?=because (?!of\b))/i

/**
 * Turns a sentence that says "because" more than once into a list in which each reason is nested in what it explains.
 * Only a sentence that is a paragraph on one line of a section about causes. All its words stay.
 */
export function listCauses(report: Report, offset: number): Edit | null {
  const { lines, sections, style, source } = report
  const isAmongCauses = sections.some(
    ({ id, start, end }) => causeSections.has(id) && start <= offset && offset <= end,
  )
  const index = findLineIndexAt(offset, lines)
  const placed = lines[index]
  if (!isAmongCauses || placed === undefined || placed.marks.length > 0) return null
  const { line } = placed
  if (line.kind !== 'text' || line.item !== null || line.depth > 0 || line.quoted || !line.opens) return null
  const next = lines[index + 1]?.line
  if (next !== undefined && next.kind === 'text' && !next.opens) return null
  const { start, end, text } = sourceLineAt(placed.range.start, source)
  const [effect = '', ...reasons] = text.trim().split(because)
  if (reasons.length < 2 || /^because\b/i.test(effect) || ![effect, ...reasons].every(isWhole)) return null
  const statements = [effect, ...reasons.map((reason) => `B${reason.slice(1)}`)]
  const items = statements.map((statement, depth) => {
    const stop = depth < reasons.length ? '.' : ''
    return `${'  '.repeat(depth)}${style.bullet} ${statement}${stop}`
  })
  return { start, end, text: items.join(style.lineEnding) }
}

/** False where a sentence ends before its part does, or where markup goes on in the next part. */
function isWhole(part: string): boolean {
  const count = (mark: RegExp) => part.match(mark)?.length ?? 0
  return (
    !/[.!?] |<[a-z!/]|^because\W{0,9}$/i.test(part) &&
    [/\*+/g, /`+/g, /"/g, /~+/g, /(?<!\w)_|_(?!\w)/g].every((mark) => count(mark) % 2 === 0) &&
    count(/\(/g) === count(/\)/g) &&
    count(/\[/g) === count(/\]/g)
  )
}

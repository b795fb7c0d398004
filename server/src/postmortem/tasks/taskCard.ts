import type { PlacedLine } from '../blocks/placedLine.ts'
import { maxTaskLines, type TaskText } from './actionItem.ts'
import { readDetails } from './details.ts'
import type { Group } from './groups.ts'
import type { TicketPattern } from './tickets.ts'

/**
 * The task that a numbered heading names above labels such as "**Priority:** high", whatever its language. A list below
 * a label, such as its options or the steps of a checklist, explains it, unless the items have owners of their own.
 */
export function readTaskCard(group: Group, tickets: TicketPattern): TaskText | null {
  const { kind, label, isNamed, isDone, lines } = group
  if (label?.line.heading == null || isNamed || kind === 'lessons' || kind === 'other') return null
  const number = /^(?:\p{Lu}{1,2}-?)?\d{1,2}[.:)]\s{1,2}(?=\p{L})/u.exec(label.line.text)
  const texts = lines.filter(({ line }) => line.kind === 'text' && !line.quoted && line.text.trim() !== '')
  const [first] = texts
  if (number === null || first === undefined || !isDetailLine(first)) return null
  const firstItem = texts.findIndex(({ line }) => line.item !== null)
  if (firstItem !== -1 && !/[:：]\s*$/.test(texts[firstItem - 1]?.line.text ?? '')) return null
  if (texts.some((each) => each.line.item !== null && readDetails(each, tickets).owner !== null)) return null
  return {
    placed: label,
    from: number[0].length,
    below: texts.slice(0, maxTaskLines),
    isPart: true,
    ...(isDone && { done: true }),
  }
}

/** "**Priority:** high" */
function isDetailLine({ line: { text, bold, item } }: PlacedLine): boolean {
  const colon = text.search(/[:：]/)
  return item === null && bold > 0 && colon !== -1 && colon <= bold && text.slice(colon + 1).trim() !== ''
}

import type { DateInContext } from '../../time/resolved/resolved.ts'
import { findDate } from '../../time/written/findTimes.ts'
import type { WrittenDate } from '../../time/written/written.ts'
import type { PlacedLine } from '../blocks/placedLine.ts'
import type { Passage } from '../lines/passage.ts'

/** Only the beginning of a report says when the incident was. */
const maxLines = 60

/**
 * The dates that a report carries above its text, the likeliest first: in its title, in a line or a cell that
 * says "date", and in its front matter, where a date may be that of the publication.
 */
export function findContextDates(
  lines: readonly PlacedLine[],
  firstSection: number,
  title: Passage | null,
): readonly DateInContext[] {
  const head = lines.slice(0, Math.min(firstSection, maxLines))
  const titleDate = title === null ? null : findDate(title.text)
  const dates: DateInContext[] = titleDate === null ? [] : [{ date: titleDate, source: 'title' }]
  for (const { line } of head) {
    const date = line.kind === 'meta' || line.quoted ? null : dateOfLine(line.text)
    if (date !== null) dates.push({ date, source: 'title' })
  }
  for (const key of [/^title\s*[:=]/i, /^(?:incident[ _-]?date|date)\s*[:=]/i]) {
    const meta = head.find(({ line }) => line.kind === 'meta' && key.test(line.text))
    const date = meta === undefined ? null : findDate(meta.line.text)
    if (date !== null) dates.push({ date, source: 'frontMatter' })
  }
  return dates
}

/** A date that is all of the line, or all of it after "Date". */
function dateOfLine(text: string): WrittenDate | null {
  if (text.length > 80) return null
  const label = /^[\s|]{0,4}(?:incident )?date(?: of (?:the )?(?:incident|outage))?[\s:|–—-]{1,6}/i.exec(text)
  const own = text.slice(label?.[0].length ?? 0)
  const date = findDate(own)
  if (date === null) return null
  const rest = `${own.slice(0, date.start)}${own.slice(date.end)}`
  return /[\p{L}\p{N}]/u.test(rest) ? null : date
}

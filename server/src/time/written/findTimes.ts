/** Finds every written time in a field's value. Not for prose: any `3:45` in it would be taken for a clock. */

import { readDate } from './date.ts'
import { findFrom, isWordCharacter } from './grammar.ts'
import { readWrittenTime } from './readTime.ts'
import type { WrittenDate, WrittenTime } from './written.ts'

/** In the order of the text, none within another. A range is one time with an `until`. */
export function findWrittenTimes(text: string): readonly WrittenTime[] {
  const found: WrittenTime[] = []
  let start = findFrom(beginning, text, 0)
  while (start !== -1) {
    const time = canBegin(text, start)
      ? readWrittenTime(text, start, { atHead: false, mayAlternate: true })
      : null
    if (time !== null) found.push(time)
    start = findFrom(beginning, text, Math.max(time?.end ?? 0, start + 1))
  }
  return found
}

/** The first date in a title or a file name: `2024-05-10-outage.md`, "Outage of May 10, 2024". */
export function findDate(text: string): WrittenDate | null {
  const spaced = text.replace(/(?<=\d)[-_.](?=\p{L})/gu, ' ')
  for (let start = 0; start < spaced.length; start += 1) {
    if (isWordCharacter(spaced[start - 1]) || /\d[.:]/.test(spaced.slice(Math.max(0, start - 2), start)))
      continue
    const date = readDate(spaced, start)?.date
    if (date === undefined || date.readings.length === 0) continue
    return { ...date, text: text.slice(date.start, date.end) }
  }
  return null
}

/** A time begins where a word begins. */
const beginning = /(?<![\p{L}\p{N}])[\p{L}\d]|[~≈±?+(]/gu

/** And not inside an address, a version or a decimal number. */
function canBegin(text: string, start: number): boolean {
  if (!/\d/.test(text[start] ?? '')) return true
  return !/[\p{L}\d][.:/+-]$|[.:]$/u.test(text.slice(Math.max(0, start - 2), start)) && !isYear(text, start)
}

/** In `Mon May 10 19:03:52 2021 +0900`, as Git and Unix write it, 2021 is no second clock. */
function isYear(text: string, start: number): boolean {
  return (
    /^(?:19|20)\d\d(?!\d)/.test(text.slice(start, start + 5)) &&
    /:\d\d\s$/.test(text.slice(Math.max(0, start - 4), start))
  )
}

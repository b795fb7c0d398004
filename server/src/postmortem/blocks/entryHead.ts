import { readWrittenTime } from '../../time/written/readTime.ts'
import type { WrittenTime } from '../../time/written/written.ts'

/**
 * A round bullet that was copied as the letter "o", blanks as HTML writes them, brackets, quotation marks, stray bullets,
 * emphasis and emoji before a time; not `~`, which means "about".
 */
const lead =
  /^(?:o[\s\u00a0]{1,8}(?=[\d*_`~[(]))?(?:&(?:e[mn]|nb)sp;|\s){0,4}(?::[a-z][\w+-]{1,30}:)?[\s*_`"'([{<•●▪◦·‣⁃=>\u00a0\p{Extended_Pictographic}\p{M}\p{Cf}-]{0,12}(?:(?:at|on|by|around|from|@)\s{1,3})?[[(]?/iu

const maxLead = 80

/** The time at the head of the text, and the offset after the time and its separator. */
export function readEntryHead(
  text: string,
  from = 0,
): { readonly time: WrittenTime; readonly after: number } | null {
  if (!/\d/.test(text.slice(from, from + 60)) && !/^(?:midnight|noon)/i.test(text.slice(from).trimStart()))
    return null
  const skipped = lead.exec(text.slice(from, from + maxLead))?.[0].length ?? 0
  for (const start of new Set([from + skipped, from + skippedBlanks(text, from)])) {
    const time = readWrittenTime(text, start)
    if (time === null || (time.clock === null && time.date === null && time.relativeMinutes === null))
      continue
    return { time, after: skipSeparator(text, skipOnwards(text, time.end)) }
  }
  return null
}

/** "02:50 UTC onwards" is a time, and "onwards" no part of what happened. */
export function skipOnwards(text: string, start: number): number {
  return (
    start +
    (/^\s(?:and )?onwards?\b(?=\s{0,3}(?:[:,)|–—-]|$))/i.exec(text.slice(start, start + 20))?.[0].length ?? 0)
  )
}

function skippedBlanks(text: string, from: number): number {
  let at = from
  while (/\s/.test(text[at] ?? '') && at < text.length) at += 1
  return at - from
}

export function skipSeparator(text: string, start: number): number {
  let at = start
  while (at < text.length && /[\s:;,.|)\]}*_=>→–—-]/.test(text[at] ?? '')) at += 1
  return at
}

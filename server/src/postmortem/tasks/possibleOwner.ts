import type { ActionItem } from './actionItem.ts'
import { namesNobody } from './details.ts'
import { isImperative, startsWithTask } from './taskWords.ts'

/**
 * True if only the author knows whether the task names its owner: "Storage: rotate the logs" and "(storage) rotate the
 * logs" begin with a team or a subject, and "Rotate the logs : Ana writes a ticket" may end with a name.
 */
export function mayNameOwner({ text, continuation }: ActionItem): boolean {
  const begin = label.exec(text.text)?.[1]
  if (begin !== undefined && !(begin.includes(' ') && startsWithTask(begin))) return true
  const bracketed = inBrackets.exec(text.text)?.[1]
  if (bracketed !== undefined && !namesNobody(bracketed)) return true
  const end = tail.exec(`${text.text} ${continuation}`.trimEnd())?.[1]
  return end !== undefined && !isImperative(end) && !namesNobody(end)
}

/** "Add a checklist: …" does not begin with a name. */
const label = /^[\s*_`]{0,4}(\p{Lu}[\p{L}\p{N} .&/-]{0,24})[*_]{0,2}:[*_]{0,2}\s+\S/u

const inBrackets = /^\s{0,4}[([]\s?(\p{L}[\p{L} .,&/?'’_-]{1,40})[)\]]\s{1,3}\S/u

const tail = /\p{L}(?: [:–—-]|:) (\p{Lu}[\p{L}.'’/&-]{1,20}(?: [\p{L}.'’/&-]{1,20}){0,4})$/u

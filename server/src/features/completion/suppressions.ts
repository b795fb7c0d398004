import { sentenceOf } from '../../messages/sentence.ts'
import { suppressionCommands } from '../../postmortem/blocks/suppressions.ts'
import { type CursorContext, type FindCompletions, wholeWord } from './completion.ts'

/** True if a comment is open at the cursor on its line. */
export function isInComment(cursor: CursorContext): boolean {
  return findInstruction(cursor) !== null
}

/** Commands that silence rules, and the rules that the comment does not name yet. */
export const suppressions: FindCompletions = (_, cursor, { rules }) => {
  const instruction = findInstruction(cursor)
  // The text after two dashes is the author's reason.
  if (instruction === null || / -- /.test(instruction)) return []
  const words = instruction.split(/[\s,]+/).filter((word) => word !== '')
  const typed = /[\s,]$/.test(instruction) ? '' : (words.pop() ?? '')
  const [command, ...named] = words
  if (command === undefined)
    return suppressionCommands.map((each) => wholeWord('command', each, null, typed, cursor))
  if (!suppressionCommands.includes(command)) return []
  return rules
    .filter(({ id }) => !named.includes(id))
    .map(({ id, summary }) => wholeWord('rule', id, sentenceOf(summary), typed, cursor))
}

/** The text of a comment that is still open at the cursor; null if there is none. */
function findInstruction({ before }: CursorContext): string | null {
  const opening = before.lastIndexOf('<!--')
  if (opening === -1) return null
  const text = before.slice(opening + '<!--'.length)
  return text.includes('-->') ? null : text
}

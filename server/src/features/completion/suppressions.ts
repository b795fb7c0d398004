import { sentenceOf } from '../../messages/sentence.ts'
import { suppressionCommands } from '../../postmortem/blocks/suppressions.ts'
import { type FindCompletions, type Writing, wholeWord } from './completion.ts'

/** The cursor is behind the beginning of a comment on its line. */
export function isInComment(writing: Writing): boolean {
  return findInstruction(writing) !== null
}

/** The command of a comment that silences rules, and the rules that it does not name yet. */
export const suppressions: FindCompletions = (_, writing, { rules }) => {
  const instruction = findInstruction(writing)
  // What stands behind two dashes is the author's reason.
  if (instruction === null || / -- /.test(instruction)) return []
  const words = instruction.split(/[\s,]+/).filter((word) => word !== '')
  const typed = /[\s,]$/.test(instruction) ? '' : (words.pop() ?? '')
  const [command, ...named] = words
  if (command === undefined)
    return suppressionCommands.map((each) => wholeWord('command', each, null, typed, writing))
  if (!suppressionCommands.includes(command)) return []
  return rules
    .filter(({ id }) => !named.includes(id))
    .map(({ id, summary }) => wholeWord('rule', id, sentenceOf(summary), typed, writing))
}

/** What stands behind the opening of a comment that is not closed before the cursor. */
function findInstruction({ before }: Writing): string | null {
  const opening = before.lastIndexOf('<!--')
  if (opening === -1) return null
  const text = before.slice(opening + '<!--'.length)
  return text.includes('-->') ? null : text
}

import type { Suppression } from '../../../postmortem/blocks/suppressions.ts'
import type { Edit, Passage } from '../../../postmortem/lines/passage.ts'
import { sourceLineAt } from '../../../postmortem/lines/sourceLine.ts'
import type { Report } from '../../../postmortem/report.ts'

/** Removes the comment: with its line if nothing else is on it, otherwise with the spaces before it. */
export function removeComment({ comment }: Suppression, { source }: Report): Edit {
  const first = sourceLineAt(comment.start, source)
  const last = sourceLineAt(comment.end, source)
  const before = source.slice(first.start, comment.start)
  const after = source.slice(comment.end, last.end)
  if (before.trim() === '' && after.trim() === '') return { start: first.start, end: last.next, text: '' }
  const start = after.trim() === '' ? first.start + before.trimEnd().length : comment.start
  return { start, end: after.trim() === '' ? last.end : comment.end, text: '' }
}

/** Removes the rule from the comment, or the whole comment if it names no other rule. */
export function removeRule(suppression: Suppression, rule: Passage, report: Report): Edit {
  const { rules, command } = suppression
  if (rules.length === 1) return removeComment(suppression, report)
  const index = rules.indexOf(rule)
  const next = rules[index + 1]
  if (next !== undefined) return { start: rule.start, end: next.start, text: '' }
  return { start: rules[index - 1]?.end ?? command.end, end: rule.end, text: '' }
}

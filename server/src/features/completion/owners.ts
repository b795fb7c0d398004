import { sentence } from '../../messages/sentence.ts'
import { type FindCompletions, oneWord } from './completion.ts'

/** People named in the report, after `owner:` and `@`. */
export const owners: FindCompletions = (report, cursor) => {
  const typed =
    /\b(?:owner|assignee|assigned to)\s?:\s{0,2}([@\p{L}][\p{L}\w.-]{0,40}|)$/iu.exec(cursor.before)?.[1] ??
    /(?:^|[\s([])(@[\w-]{0,39})$/.exec(cursor.before)?.[1]
  if (typed === undefined) return []
  const mentions = report.lines.flatMap(
    ({ line }) => line.text.match(/(?<![\w.])@[A-Za-z][\w-]{0,38}/g) ?? [],
  )
  const named = report.actionItems.flatMap(({ owner }) => owner?.text ?? [])
  return [...new Set([...named, ...mentions])]
    .filter((name) => name !== typed && !name.includes('{{'))
    .map((name) => oneWord('owner', name, sentence`named in this report`, typed, cursor))
}

import { sentence } from '../../messages/sentence.ts'
import { type FindCompletions, wholeWord } from './completion.ts'
import { sectionAt } from './sectionAt.ts'

export const statuses = ['Draft', 'In review', 'Final']

/** `Severity:`, `- **Report status:**`, `| Status |`; never within a sentence. */
const facetLabel =
  /^\s{0,8}(?:[-*+]\s{1,4}|\|\s{0,9})?[*_]{0,3}(?:\p{L}{1,12}\s)?(severity|status)(?:\slevel)?\s{0,9}[*_]{0,3}\s?[:|]\s{0,3}[*_]{0,3}\s{0,3}([\p{L}\p{N}][\p{L}\p{N} ._-]{0,30}|)$/iu

/** How bad it was, and how far the report is. The status of a service in the timeline is another one. */
export const facets: FindCompletions = (report, writing, { severities }) => {
  const [, name, typed] = facetLabel.exec(writing.before) ?? []
  if (name === undefined || typed === undefined || !/^[\p{L}\p{N}_-]{0,30}[\s|*_]*$/u.test(writing.after))
    return []
  if (sectionAt(writing.offset, report)?.id === 'timeline') return []
  if (name.toLowerCase() === 'status')
    return statuses.map((status) =>
      wholeWord('facet', status, sentence`status of the report`, typed, writing),
    )
  return severities.map(({ name: severity, template }) => {
    const detail = template === null ? sentence`severity` : sentence`template ${template}`
    return wholeWord('facet', severity, detail, typed, writing)
  })
}

import { sentenceOf } from '../../messages/sentence.ts'
import { templates } from '../../templates/index.ts'
import { renderReport } from '../../templates/render.ts'
import { defaultStyle } from '../../templates/style.ts'
import { type Completion, type Writing, wholeLine } from './completion.ts'

/** In a document that is empty, but for the beginning of a title perhaps. */
export function wholeReports(writing: Writing): readonly Completion[] {
  if (!/^\s{0,3}#?\s?\p{L}{0,20}$/u.test(writing.before) || writing.after.trim() !== '') return []
  return templates.map((template) =>
    wholeLine('template', `${template.name} postmortem`, sentenceOf(template.description), writing, {
      text: renderReport(template, defaultStyle),
      lead: /^\W*/.exec(writing.before)?.[0] ?? '',
    }),
  )
}

import { sentenceOf } from '../../messages/sentence.ts'
import { templates } from '../../templates/index.ts'
import { renderReport } from '../../templates/render.ts'
import { defaultStyle } from '../../templates/style.ts'
import { type Completion, type CursorContext, wholeLine } from './completion.ts'

/** One report for each template, in a document that is empty or has only the beginning of a title. */
export function wholeReports(cursor: CursorContext): readonly Completion[] {
  if (!/^\s{0,3}#?\s?\p{L}{0,20}$/u.test(cursor.before) || cursor.after.trim() !== '') return []
  return templates.map((template) =>
    wholeLine('template', `${template.name} postmortem`, sentenceOf(template.description), cursor, {
      text: renderReport(template, defaultStyle),
      lead: /^\W*/.exec(cursor.before)?.[0] ?? '',
    }),
  )
}

import { absentSections } from '../../editing/insertSections.ts'
import { sentenceOf } from '../../messages/sentence.ts'
import { renderSection } from '../../templates/render.ts'
import { type FindCompletions, wholeLine } from './completion.ts'

/** Missing sections, on an empty line, after the hashes of a heading, or after the asterisks of a bold title. */
export const sections: FindCompletions = (report, cursor) => {
  const lead = /^(\s{0,3}(?:#{1,6}\s{0,2}|\*\*)?)(?:\p{L}[\p{L} ]{0,40})?$/u.exec(cursor.before)?.[1]
  const isTitle = lead !== undefined && (lead.trim() !== '' || !cursor.before.includes(' '))
  if (!isTitle || cursor.after.trim() !== '') return []
  return absentSections(report).map((section) =>
    wholeLine('section', section.title, sentenceOf(section.guidance), cursor, {
      text: renderSection(section, report.style),
      lead,
    }),
  )
}

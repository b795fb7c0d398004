import { absentSections } from '../../editing/insertSections.ts'
import { sentenceOf } from '../../messages/sentence.ts'
import { renderSection } from '../../templates/render.ts'
import { type FindCompletions, wholeLine } from './completion.ts'

/** On a line of its own, after the hashes of a heading, or after the asterisks of a bold title. */
export const sections: FindCompletions = (report, writing) => {
  const lead = /^(\s{0,3}(?:#{1,6}\s{0,2}|\*\*)?)(?:\p{L}[\p{L} ]{0,40})?$/u.exec(writing.before)?.[1]
  const isTitle = lead !== undefined && (lead.trim() !== '' || !writing.before.includes(' '))
  if (!isTitle || writing.after.trim() !== '') return []
  return absentSections(report).map((section) =>
    wholeLine('section', section.title, sentenceOf(section.guidance), writing, {
      text: renderSection(section, report.style),
      lead,
    }),
  )
}

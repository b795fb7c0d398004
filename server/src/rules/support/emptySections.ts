import { eachTitle } from '../../editing/sectionTitles.ts'
import { countWhile } from '../../lists/countWhile.ts'
import type { Report } from '../../postmortem/report.ts'
import type { Section } from '../../postmortem/sections/section.ts'

/** The sections with nothing below their title, one for each title. */
export function findEmptySections(report: Report): readonly Section[] {
  return eachTitle(report.sections).filter(
    (section, index, sections) =>
      section.empty && !isTitleOf(section, sections[index + 1]) && !opensOwnPart(section, report),
  )
}

/** True if the next section is a subsection, which makes this one a title for it rather than empty. */
function isTitleOf(section: Section, next: Section | undefined): boolean {
  return next !== undefined && next.start <= section.end && next.level > section.level
}

/** A heading of the author's own that follows at once may be a part of the section, whatever its level. */
function opensOwnPart({ end }: Section, { lines }: Report): boolean {
  const next = lines[countWhile(lines, (line) => line.range.start < end)]
  return next !== undefined && next.line.heading !== null && next.marks.length === 0
}

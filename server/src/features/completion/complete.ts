import { isWithin } from '../../postmortem/ranges.ts'
import type { Report } from '../../postmortem/report.ts'
import type { Completion, FindCompletions, Vocabulary, Writing } from './completion.ts'
import { dueDates } from './dueDates.ts'
import { entries } from './entries.ts'
import { facets } from './facets.ts'
import { fields } from './fields.ts'
import { owners } from './owners.ts'
import { sections } from './sections.ts'
import { isInComment, suppressions } from './suppressions.ts'
import { wholeReports } from './wholeReports.ts'
import { zones } from './zones.ts'

/** Behind a word that asks for one of these, nothing else fits. */
const answers: readonly FindCompletions[] = [zones, owners, dueDates, facets]

const lines: readonly FindCompletions[] = [sections, entries, fields]

/** In a report what fits the place; in an empty document whole reports; elsewhere nothing. */
export function complete(report: Report, writing: Writing, vocabulary: Vocabulary): readonly Completion[] {
  if (!report.recognition.postmortem) return writing.isAlone ? wholeReports(writing) : []
  if (isInFrontMatter(report, writing) || isWithin(writing.offset, report.markup.code)) return []
  if (isInComment(writing)) return suppressions(report, writing, vocabulary)
  const found = answers.map((find) => find(report, writing, vocabulary)).find((each) => each.length > 0)
  return found ?? lines.flatMap((find) => find(report, writing, vocabulary))
}

/** What belongs there is said by configuration. */
function isInFrontMatter({ frontMatter }: Report, { offset }: Writing): boolean {
  return frontMatter !== null && offset <= frontMatter.end
}

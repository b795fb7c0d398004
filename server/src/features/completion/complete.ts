import { isWithin } from '../../postmortem/lines/passage.ts'
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
  const placeholder = /\{\{[^{}]*\}\}$/.exec(writing.before)?.[0]
  if (placeholder !== undefined) return fillIn(placeholder, report, writing, vocabulary)
  return (
    findAnswers(report, writing, vocabulary) ?? lines.flatMap((find) => find(report, writing, vocabulary))
  )
}

function findAnswers(...context: Parameters<FindCompletions>): readonly Completion[] | undefined {
  return answers.map((find) => find(...context)).find((each) => each.length > 0)
}

/** The cursor is where a placeholder ends, as it is when that is selected: what answers it takes its place. */
function fillIn(placeholder: string, report: Report, writing: Writing, vocabulary: Vocabulary) {
  const before = writing.before.slice(0, -placeholder.length)
  const blank = { ...writing, before, offset: writing.offset - placeholder.length }
  return (findAnswers(report, blank, vocabulary) ?? []).map((each): Completion => {
    const range = { start: each.range.start, end: writing.offset }
    return { ...each, range, filter: writing.before.slice(range.start - range.end) }
  })
}

/** What belongs there is said by configuration. */
function isInFrontMatter({ frontMatter }: Report, { offset }: Writing): boolean {
  return frontMatter !== null && offset <= frontMatter.end
}

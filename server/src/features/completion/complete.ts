import { isWithin } from '../../postmortem/lines/passage.ts'
import type { Report } from '../../postmortem/report.ts'
import type { Completion, CursorContext, FindCompletions, KnownNames } from './completion.ts'
import { dueDates } from './dueDates.ts'
import { entries } from './entries.ts'
import { facets } from './facets.ts'
import { fields } from './fields.ts'
import { owners } from './owners.ts'
import { sections } from './sections.ts'
import { isInComment, suppressions } from './suppressions.ts'
import { wholeReports } from './wholeReports.ts'
import { zones } from './zones.ts'

/** Completions for a word that asks for a value. Where one of them applies, nothing else does. */
const answers: readonly FindCompletions[] = [zones, owners, dueDates, facets]

/** Completions for the beginning of a line. */
const lines: readonly FindCompletions[] = [sections, entries, fields]

/** Offers whatever fits at the cursor of a report, whole reports in an empty document, and nothing elsewhere. */
export function complete(report: Report, cursor: CursorContext, names: KnownNames): readonly Completion[] {
  if (!report.recognition.postmortem) return cursor.isAlone ? wholeReports(cursor) : []
  if (isInFrontMatter(report, cursor) || isWithin(cursor.offset, report.markup.code)) return []
  if (isInComment(cursor)) return suppressions(report, cursor, names)
  const placeholder = /\{\{[^{}]*\}\}$/.exec(cursor.before)?.[0]
  if (placeholder !== undefined) return fillIn(placeholder, report, cursor, names)
  return findAnswers(report, cursor, names) ?? lines.flatMap((find) => find(report, cursor, names))
}

function findAnswers(...context: Parameters<FindCompletions>): readonly Completion[] | undefined {
  return answers.map((find) => find(...context)).find((each) => each.length > 0)
}

/** Replaces the placeholder before the cursor: a selected placeholder has the cursor at its end. */
function fillIn(placeholder: string, report: Report, cursor: CursorContext, names: KnownNames) {
  const before = cursor.before.slice(0, -placeholder.length)
  const blank = { ...cursor, before, offset: cursor.offset - placeholder.length }
  return (findAnswers(report, blank, names) ?? []).map((each): Completion => {
    const range = { start: each.range.start, end: cursor.offset }
    return { ...each, range, filter: cursor.before.slice(range.start - range.end) }
  })
}

/** Completions in front matter come from the configuration. */
function isInFrontMatter({ frontMatter }: Report, { offset }: CursorContext): boolean {
  return frontMatter !== null && offset <= frontMatter.end
}

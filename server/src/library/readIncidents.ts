import { maskSecrets } from '../postmortem/disclosures/secretMask.ts'
import type { ProfileValue } from '../postmortem/fields/profile.ts'
import type { Passage } from '../postmortem/lines/passage.ts'
import type { Report } from '../postmortem/report.ts'
import type { ActionItem } from '../postmortem/tasks/actionItem.ts'
import { findCheckbox } from '../postmortem/tasks/checkbox.ts'
import { deadlineOf, dueDayOf } from '../postmortem/tasks/dueDay.ts'
import { dropMarks } from '../postmortem/tasks/taskWords.ts'
import { readConfiguredWords } from './configuredWords.ts'
import { readDurations } from './durations/readDurations.ts'
import { isEdition } from './edition.ts'
import type { Incident, Known, Task } from './incident.ts'
import type { Origin } from './origin.ts'
import { readDay } from './readDay.ts'
import { nameOfFile } from './reportPath.ts'
import { shortTitle } from './shortTitle.ts'
import { isDraftTitle, isKindOnly, titlesOfParts } from './titleOf.ts'

/**
 * The incidents that a document reports on: none if it is no report or a copy of one, and several if it is about
 * several.
 */
export function readIncidents(report: Report, origin: Origin): readonly Incident[] {
  if (!report.recognition.postmortem || isEdition(report)) return []
  const parts = partsOf(report)
  const titles = titlesOfParts(parts)
  return parts.map((part, index) =>
    readIncident(part, titles[index] ?? null, {
      ...origin,
      findings: index === 0 || origin.findings === null ? origin.findings : 0,
    }),
  )
}

/** The reports on each of its incidents: the report itself if it is about one. */
export function partsOf(report: Report): readonly Report[] {
  return report.incidents.length > 0 ? report.incidents : [report]
}

function readIncident(report: Report, name: string | null, origin: Origin): Incident {
  const { profile, title, region, fields } = report
  const known = (value: ProfileValue | null) => (value === null ? null : toKnown(value, origin))
  const day = readDay(report, name, origin)
  const durations = readDurations(report, origin.lineAt)
  const words = readConfiguredWords(report, origin.words, (found) => toKnown(found, origin))
  return {
    file: origin.file,
    line: origin.lineAt((title ?? region).start),
    title: titleToShow(name, origin),
    id: known(profile.id),
    date: day.date,
    severity: known(profile.severity),
    status: known(profile.status) ?? draftOf(report, name, origin),
    ...words,
    related: profile.related.flatMap((each) => known(each) ?? []),
    isNearMiss: profile.isNearMiss,
    ...durations.values,
    tasks: tasksIn(report).map((item) => toTask(item, report, origin)),
    words: report.words,
    findings: origin.findings,
    unread: [...day.unread, ...durations.unread],
    text: describe(profile.trigger, fields.impact, ...causesOf(report)),
  }
}

/** The name of the file says more than "Postmortem" does, but not more than "Incident 42". */
function titleToShow(name: string | null, { file }: Origin): string {
  const isNamed = name !== null && (!isKindOnly(name) || /\d$/.test(name))
  return clean(isNamed ? shortTitle(name) : nameOfFile(file))
}

/** A value that is still a placeholder says nothing. */
export function isFilledIn({ text }: ProfileValue): boolean {
  return !text.includes('{{')
}

function toKnown(value: ProfileValue, { lineAt }: Origin): Known<string> | null {
  const { text, start, source } = value
  if (!isFilledIn(value)) return null
  return { value: clean(text), line: lineAt(start), certainty: source === 'text' ? 'assumed' : 'certain' }
}

/** A title that calls the report a draft is not a label, so the status is only assumed. */
function draftOf(report: Report, title: string | null, { lineAt }: Origin): Incident['status'] {
  if (title === null || !isDraftTitle(title)) return null
  return { value: 'draft', line: lineAt((report.title ?? report.region).start), certainty: 'assumed' }
}

/** Without a list of tasks, the improvements that tell what to do are the tasks. */
export function tasksIn({ actionItems, corrective }: Report): readonly ActionItem[] {
  return actionItems.length > 0
    ? actionItems
    : corrective.suggested.filter(({ text }) => !text.text.includes('{{'))
}

function toTask(item: ActionItem, { markup }: Report, { lineAt }: Origin): Task {
  const textOf = (passage: Passage | null) =>
    passage === null || passage.text.includes('{{') ? null : clean(passage.text)
  return {
    text: taskText(item),
    line: lineAt(item.start),
    done: item.done,
    hasCheckbox: findCheckbox(item, markup) !== null,
    owner: textOf(item.owner),
    due: textOf(item.due)?.replace(/\.$/, '') ?? null,
    dueDay: dueDayOf(item),
    deadline: deadlineOf(item),
    ticket: textOf(item.ticket),
  }
}

/** Bullets that Markdown does not know are part of the text, as are emoji that stand for one. */
export function taskText({ text, continuation }: ActionItem): string {
  return clean(`${dropMarks(text.text.replace(/^[-–•*·\s]+/, ''))} ${continuation}`)
}

function causesOf({ statements, fields }: Report): readonly (Passage | null)[] {
  const stated = statements.filter(({ subject }) => subject === 'cause').flatMap(({ passages }) => passages)
  return stated.length > 0 ? stated : [fields.rootCause]
}

/** More words than these make incidents no easier to compare, and thousands of reports are kept in memory. */
const maxTextLength = 1200

function describe(...passages: readonly (Passage | null)[]): string {
  const texts = passages.flatMap((each) => (each === null ? [] : [each.text]))
  return clean(texts.join(' ').slice(0, maxTextLength))
}

function clean(text: string): string {
  return maskSecrets(text.replace(/\s+/g, ' ').trim())
}

import { type Sentence, sentence } from '../../messages/sentence.ts'
import { inEnglish, type Translate } from '../../messages/translate.ts'
import { shortDuration } from '../../time/repair/print.ts'
import type { Incident } from '../incident.ts'
import type { Measure } from '../measures.ts'
import { describeSpread } from '../output/sentences.ts'
import { byDate, isOverdue, makeOverview, type Overview } from '../overview.ts'
import { listTasks } from '../taskList.ts'
import { countClasses, drawBars } from './bars.ts'
import { behaviour } from './behaviour.ts'
import { writeDocument } from './document.ts'
import { type Html, html, nothing } from './html.ts'
import { drawQuarters } from './quarters.ts'
import { style } from './style.ts'
import { writeIncidentTable, writeTaskTable, writeUnread } from './tables.ts'
import { drawTimeAxis } from './timeAxis.ts'
import type { Writing } from './writing.ts'

export interface PageOptions {
  readonly now: number
  /** The SHA-256 hash of a text in Base64, by which the page permits its own style and script and nothing else. */
  readonly hash: (text: string) => string
}

/** All incidents as a page that needs nothing but itself. */
export function writePage(overview: Overview, { now, hash }: PageOptions): string {
  const body = writeBody(overview, { now, translate: inEnglish })
  return writeDocument({ title: 'Incidents', body, style, script: behaviour, hash })
}

/** The parts of the page, for a place that has a page around them and decides what may run in it. */
export interface PageParts {
  readonly style: string
  readonly script: string
  readonly body: string
}

export interface PartsOptions extends Writing {
  /** Of more incidents, only the latest are shown. */
  readonly most: number
}

export function writeParts(incidents: readonly Incident[], { most, ...writing }: PartsOptions): PageParts {
  const shown = incidents.length > most ? [...incidents].sort(byDate).slice(0, most) : incidents
  const overview = makeOverview(shown, { by: null, since: null, hasMeans: false, now: writing.now })
  return { style, script: behaviour, body: writeBody(overview, writing, incidents.length).html }
}

/** `total` is the number of all incidents. */
function writeBody(overview: Overview, writing: Writing, total = overview.incidents.length): Html {
  const { now, translate } = writing
  const { incidents } = overview
  const tasks = listTasks(incidents, now, { isDoneShown: false, isOnlyOverdue: false })
  const section = (id: string, title: Sentence, content: Html) =>
    html`<section aria-labelledby="${id}"><h2 id="${id}">${translate(title)}</h2>
${content}</section>`
  const ages = tasks.map(({ ageDays }) => ageDays)
  const overdue = tasks.filter(({ task }) => isOverdue(task, now)).length
  const about = [describePeriod(overview, now), ...describeRest(incidents.length, total)]
  const marks = sentence`Each mark is an incident and leads to its report. Open marks are near misses, or have no known duration.`
  return html`<h1>${translate(sentence`Incidents`)}</h1>
<p class="quiet">${about.map(translate).join(' · ')}</p>
${writeFigures(overview, translate)}
${section(
  'when',
  sentence`When, and how long`,
  html`${drawBoth(overview, translate)}
<p class="quiet">${translate(marks)}</p>`,
)}
${section('durations', sentence`Durations`, writeDurations(overview, translate))}
${section('quarters', sentence`Detection and resolution`, drawQuarters(incidents, translate))}
${section(
  'open',
  sentence`Open action items`,
  html`${drawAges(ages, overdue, translate)}
${writeTaskTable(tasks, translate)}`,
)}
${section(
  'all',
  sentence`All incidents`,
  html`${writeIncidentTable(incidents, writing)}
${writeUnread(overview, translate)}`,
)}`
}

/** Text on a phone would be too small if the picture were only scaled down. */
function drawBoth({ incidents }: Overview, translate: Translate): Html {
  return html`${drawTimeAxis(incidents, 960, 'wide', translate)}${drawTimeAxis(incidents, 360, 'narrow', translate)}`
}

function describePeriod({ incidents }: Overview, now: number): Sentence {
  const days = incidents.flatMap(({ date }) => date?.value ?? []).sort()
  const [first, last] = [days[0], days.at(-1)]
  const today = new Date(now).toISOString().slice(0, 10)
  if (first === undefined || last === undefined) return sentence`as of ${today}`
  return first === last ? sentence`${first} · as of ${today}` : sentence`${first} to ${last} · as of ${today}`
}

function describeRest(shown: number, total: number): readonly Sentence[] {
  if (shown === total) return []
  return [
    sentence`the latest ${shown} of ${total} incidents, because this page follows what you type; "postmortem report --format html" shows them all`,
  ]
}

function writeFigures({ incidents, spreads, tasks }: Overview, translate: Translate): Html {
  const figure = (name: Sentence, value: string, note: Sentence | null) =>
    html`<div><dt>${translate(name)}</dt><dd>${value}</dd>${note === null ? nothing : html`<dd class="note">${translate(note)}</dd>`}</div>`
  const median = (name: Sentence, measure: Measure) => {
    const spread = spreads[measure]
    return spread === null
      ? nothing
      : figure(name, shortDuration(spread.median), sentence`known for ${spread.count} of ${incidents.length}`)
  }
  const overdue = tasks.overdue === 0 ? null : sentence`${tasks.overdue} overdue`
  return html`<dl class="figures">${figure(sentence`Incidents`, String(incidents.length), null)}${median(sentence`Median duration`, 'duration')}${median(sentence`Median to detect`, 'timeToDetect')}${median(sentence`Median to resolve`, 'timeToResolve')}${figure(sentence`Open action items`, String(tasks.open), overdue)}</dl>`
}

const durationClasses = [
  [5, sentence`under 5 min`],
  [15, sentence`5 to 15 min`],
  [60, sentence`15 min to 1 h`],
  [240, sentence`1 to 4 h`],
  [1440, sentence`4 to 24 h`],
  [10_080, sentence`1 to 7 days`],
  [Number.POSITIVE_INFINITY, sentence`a week or more`],
] as const

function writeDurations({ incidents, spreads }: Overview, translate: Translate): Html {
  const values = incidents.flatMap(({ duration }) => duration?.value ?? [])
  if (spreads.duration === null) return html`<p>${translate(sentence`No duration is known.`)}</p>`
  const caption = sentence`Duration: ${describeSpread(spreads.duration)} (${values.length} of ${incidents.length})`
  return drawBars(caption, sentence`Duration`, countClasses(values, durationClasses), translate)
}

const ageClasses = [
  [30, sentence`under 30 days`],
  [90, sentence`30 to 89 days`],
  [180, sentence`90 to 179 days`],
  [365, sentence`180 to 364 days`],
  [Number.POSITIVE_INFINITY, sentence`a year or more`],
] as const

function drawAges(ages: readonly (number | null)[], overdue: number, translate: Translate): Html {
  if (ages.length === 0) return nothing
  const known = ages.flatMap((age) => age ?? [])
  const unknown = ages.length - known.length
  const bars = [
    ...countClasses(known, ageClasses),
    ...(unknown === 0 ? [] : [{ label: sentence`age unknown`, count: unknown }]),
  ]
  return drawBars(sentence`By days since the incident; ${overdue} overdue`, sentence`Age`, bars, translate)
}

import { shortDuration } from '../../time/repair/print.ts'
import type { Incident } from '../incident.ts'
import { describeSpread } from '../output/sentences.ts'
import { byDate, isOverdue, type Measure, makeOverview, type Overview } from '../overview.ts'
import { listTasks } from '../taskList.ts'
import { countClasses, drawBars } from './bars.ts'
import { behaviour } from './behaviour.ts'
import { writeDocument } from './document.ts'
import { type Html, html, nothing } from './html.ts'
import { drawQuarters } from './quarters.ts'
import { style } from './style.ts'
import { writeIncidentTable, writeTaskTable, writeUnread } from './tables.ts'
import { drawTimeAxis } from './timeAxis.ts'

export interface PageOptions {
  readonly now: number
  /** The SHA-256 hash of a text in Base64, by which the page permits its own style and script and nothing else. */
  readonly hash: (text: string) => string
}

/** All incidents as a page that needs nothing but itself. */
export function writePage(overview: Overview, { now, hash }: PageOptions): string {
  return writeDocument({ title: 'Incidents', body: writeBody(overview, now), style, script: behaviour, hash })
}

/** The parts of the page, for a place that has a page around them and decides what may run in it. */
export interface PageParts {
  readonly style: string
  readonly script: string
  readonly body: string
}

export interface PartsOptions {
  readonly now: number
  /** Of more incidents, only the latest are shown. */
  readonly most: number
}

export function writeParts(incidents: readonly Incident[], { now, most }: PartsOptions): PageParts {
  const shown = incidents.length > most ? [...incidents].sort(byDate).slice(0, most) : incidents
  const overview = makeOverview(shown, { by: null, since: null, hasMeans: false, now })
  return { style, script: behaviour, body: writeBody(overview, now, incidents.length).html }
}

/** `total` is the number of all incidents. */
function writeBody(overview: Overview, now: number, total = overview.incidents.length): Html {
  const { incidents } = overview
  const tasks = listTasks(incidents, now, { isDoneShown: false, isOnlyOverdue: false })
  return html`<h1>Incidents</h1>
<p class="quiet">${describePeriod(overview, now)}${total > incidents.length ? ` · the latest ${incidents.length} of ${total} incidents` : ''}</p>
${writeFigures(overview)}
<section aria-labelledby="when"><h2 id="when">When, and how long</h2>
${drawBoth(overview)}
<p class="quiet">Each mark is an incident and leads to its report. Open marks are near misses, or have no known duration.</p></section>
<section aria-labelledby="durations"><h2 id="durations">Durations</h2>
${writeDurations(overview)}</section>
<section aria-labelledby="quarters"><h2 id="quarters">Detection and resolution</h2>
${drawQuarters(incidents)}</section>
<section aria-labelledby="open"><h2 id="open">Open action items</h2>
${drawAges(
  tasks.map(({ ageDays }) => ageDays),
  tasks.filter(({ task }) => isOverdue(task, now)).length,
)}
${writeTaskTable(tasks)}</section>
<section aria-labelledby="all"><h2 id="all">All incidents</h2>
${writeIncidentTable(incidents, now)}
${writeUnread(overview)}</section>`
}

/** Text on a phone would be too small if the picture were only scaled down. */
function drawBoth({ incidents }: Overview): Html {
  return html`${drawTimeAxis(incidents, 960, 'wide')}${drawTimeAxis(incidents, 360, 'narrow')}`
}

function describePeriod({ incidents }: Overview, now: number): string {
  const days = incidents.flatMap(({ date }) => date?.value ?? []).sort()
  const [first, last] = [days[0], days.at(-1)]
  const period =
    first === undefined || last === undefined ? '' : first === last ? `${first} · ` : `${first} to ${last} · `
  return `${period}as of ${new Date(now).toISOString().slice(0, 10)}`
}

function writeFigures({ incidents, spreads, tasks }: Overview): Html {
  const median = (name: string, measure: Measure) => {
    const spread = spreads[measure]
    return spread === null
      ? nothing
      : figure(name, shortDuration(spread.median), `known for ${spread.count} of ${incidents.length}`)
  }
  return html`<dl class="figures">${figure('Incidents', String(incidents.length))}${median('Median duration', 'duration')}${median('Median to detect', 'timeToDetect')}${median('Median to resolve', 'timeToResolve')}${figure('Open action items', String(tasks.open), tasks.overdue === 0 ? undefined : `${tasks.overdue} overdue`)}</dl>`
}

function figure(name: string, value: string, note?: string): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd>${note === undefined ? nothing : html`<dd class="note">${note}</dd>`}</div>`
}

const durationClasses = [
  [5, 'under 5 min'],
  [15, '5 to 15 min'],
  [60, '15 min to 1 h'],
  [240, '1 to 4 h'],
  [1440, '4 to 24 h'],
  [10_080, '1 to 7 days'],
  [Number.POSITIVE_INFINITY, 'a week or more'],
] as const

function writeDurations({ incidents, spreads }: Overview): Html {
  const values = incidents.flatMap(({ duration }) => duration?.value ?? [])
  if (spreads.duration === null) return html`<p>No duration is known.</p>`
  return drawBars(
    `Duration: ${describeSpread(spreads.duration)} (${values.length} of ${incidents.length})`,
    'Duration',
    countClasses(values, durationClasses),
  )
}

const ageClasses = [
  [30, 'under 30 days'],
  [90, '30 to 89 days'],
  [180, '90 to 179 days'],
  [365, '180 to 364 days'],
  [Number.POSITIVE_INFINITY, 'a year or more'],
] as const

function drawAges(ages: readonly (number | null)[], overdue: number): Html {
  if (ages.length === 0) return nothing
  const known = ages.flatMap((age) => age ?? [])
  const unknown = ages.length - known.length
  const bars = [
    ...countClasses(known, ageClasses),
    ...(unknown === 0 ? [] : [{ label: 'age unknown', count: unknown }]),
  ]
  return drawBars(`By days since the incident; ${overdue} overdue`, 'Age', bars)
}

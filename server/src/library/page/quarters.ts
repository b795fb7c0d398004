import { type Sentence, sentence } from '../../messages/sentence.ts'
import type { Translate } from '../../messages/translate.ts'
import { shortDuration } from '../../time/repair/print.ts'
import type { Incident } from '../incident.ts'
import { type Spread, spreadOf } from '../statistics.ts'
import { type Html, html, nothing } from './html.ts'
import { durationScale } from './scales.ts'

/**
 * How long it took to detect and to resolve in each quarter: the median as a dot, and half of the incidents as a line.
 * Nothing connects the quarters, because a few incidents make no trend.
 */
export function drawQuarters(incidents: readonly Incident[], translate: Translate): Html {
  const quarters = new Map<string, Incident[]>()
  for (const incident of incidents) {
    if (incident.date === null) continue
    const name = quarterOf(incident.date.value)
    const quarter = quarters.get(name)
    if (quarter === undefined) quarters.set(name, [incident])
    else quarter.push(incident)
  }
  if (quarters.size === 0) return nothing
  const values = (of: readonly Incident[], measure: 'timeToDetect' | 'timeToResolve') =>
    of.flatMap((each) => each[measure]?.value ?? [])
  const most = Math.max(1, ...values(incidents, 'timeToDetect'), ...values(incidents, 'timeToResolve'))
  const rows = [...quarters].sort(([one], [other]) => (one > other ? -1 : 1))
  return html`<table class="quarters"><caption>${translate(caption)}</caption><thead><tr>${titles.map((title) => html`<th scope="col">${translate(title)}</th>`)}</tr></thead><tbody>${rows.map(
    ([name, of]) =>
      html`<tr><th scope="row">${translate(describeQuarter(name))}</th><td>${of.length}</td>${(['timeToDetect', 'timeToResolve'] as const).map((measure) => drawCell(spreadOf(values(of, measure)), most, translate))}</tr>`,
  )}</tbody></table>`
}

const caption = sentence`Detected and resolved after, by quarter: the median, and the range of the middle half`

const titles = [sentence`Quarter`, sentence`Incidents`, sentence`To detect`, sentence`To resolve`]

function drawCell(spread: Spread | null, most: number, translate: Translate): Html {
  if (spread === null) return html`<td><span class="none">${translate(sentence`not known`)}</span></td>`
  const x = durationScale(most, 4, 96)
  const [from, median, to] = [spread.lowerQuartile, spread.median, spread.upperQuartile].map(
    (value) => Math.round(x(value) * 10) / 10,
  ) as [number, number, number]
  return html`<td><svg class="range" viewBox="0 0 100 12" aria-hidden="true"><line class="rail" x1="4" x2="96" y1="6" y2="6"/><line class="middle" x1="${from}" x2="${Math.max(to, from + 0.1)}" y1="6" y2="6"/><circle cx="${median}" cy="6" r="3.5"/></svg><span>${shortDuration(spread.median)} <small>(${spread.count})</small></span></td>`
}

/** `2024-05-10` → `2024-2` */
function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

function describeQuarter(name: string): Sentence {
  return sentence`${name.slice(0, 4)} Q${name.slice(5)}`
}

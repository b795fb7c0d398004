import { largest, smallest } from '../../lists/extremes.ts'
import { sentence } from '../../messages/sentence.ts'
import type { Translate } from '../../messages/translate.ts'
import { shortDuration } from '../../time/repair/print.ts'
import { millisecondsPerDay } from '../../time/written/calendar.ts'
import type { Incident } from '../incident.ts'
import { type Html, html, nothing } from './html.ts'
import { addressOf } from './links.ts'
import { durationScale, durationSteps, timeScale, timeTicks } from './scales.ts'

const height = 260
const edge = { left: 72, right: 28, top: 12, bottom: 46 } as const

/** Where the incidents are whose duration nobody knows. */
const unknownY = height - 32

/** Every incident with a date: to the right the later, up the longer. Each mark leads to its report. */
export function drawTimeAxis(
  incidents: readonly Incident[],
  width: number,
  name: 'wide' | 'narrow',
  translate: Translate,
): Html {
  const dated = incidents.flatMap((incident) =>
    incident.date === null
      ? []
      : [{ incident, day: Date.parse(`${incident.date.value}T00:00:00Z`) / millisecondsPerDay }],
  )
  if (dated.length === 0) return nothing
  const days = dated.map(({ day }) => day)
  // A margin of a few days keeps marks off the edge, also if there is only one.
  const margin = Math.max(7, (largest(days) - smallest(days)) / 30)
  const [first, last] = [smallest(days) - margin, largest(days) + margin]
  const most = Math.max(60, ...dated.map(({ incident }) => incident.duration?.value ?? 0))
  const x = timeScale(first, last, edge.left, width - edge.right)
  const y = durationScale(most, height - edge.bottom, edge.top)
  const lines = durationSteps.filter(([minutes]) => minutes <= most)
  return html`<svg class="axis ${name}" viewBox="0 0 ${width} ${height}" role="group" aria-label="${translate(sentence`Incidents by date and duration`)}">
<g aria-hidden="true">${lines.map(
    ([minutes, label]) =>
      html`<line class="grid" x1="${edge.left}" x2="${width - edge.right}" y1="${round(y(minutes))}" y2="${round(y(minutes))}"/><text class="label" text-anchor="end" x="${edge.left - 8}" y="${round(y(minutes) + 4)}">${translate(label)}</text>`,
  )}<text class="label" text-anchor="end" x="${edge.left - 8}" y="${unknownY + 4}">${translate(sentence`unknown`)}</text>${timeTicks(
    first,
    last,
    Math.floor(width / 90),
  ).map(
    ({ day, label }) =>
      html`<line class="tick" x1="${round(x(day))}" x2="${round(x(day))}" y1="${height - edge.bottom}" y2="${height - edge.bottom + 5}"/><text class="label" text-anchor="middle" x="${round(x(day))}" y="${height - 6}">${label}</text>`,
  )}</g>
${dated.map(({ incident, day }) => drawMark(incident, x(day), incident.duration === null ? unknownY : y(incident.duration.value), translate))}
</svg>`
}

function drawMark(incident: Incident, x: number, y: number, translate: Translate): Html {
  const { file, line, title, duration, severity, date, isNearMiss } = incident
  const details = [
    ...(date === null ? [] : [date.value]),
    ...(severity === null ? [] : [severity.value]),
    isNearMiss
      ? translate(sentence`near miss`)
      : duration === null
        ? translate(sentence`duration unknown`)
        : shortDuration(duration.value),
  ]
  const label = `${title}: ${details.join(', ')}`
  return html`<a href="${addressOf({ file, line })}" data-file="${file}" data-line="${line}" aria-label="${label}"><circle class="${isNearMiss || duration === null ? 'mark open' : 'mark'}" cx="${round(x)}" cy="${round(y)}" r="5"/><title>${label}</title></a>
`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

import { shortDuration } from '../../time/repair/print.ts'
import type { Unread } from '../incident.ts'
import type { Measure, Overview, TaskCounts } from '../overview.ts'
import type { Spread } from '../statistics.ts'
import { plural } from './plural.ts'

/** The names of columns within sentences. */
const columnNames: Readonly<Record<Unread['column'], string>> = {
  date: 'date',
  duration: 'duration',
  timeToDetect: 'time to detect',
  timeToResolve: 'time to resolve',
}

const measureNames: readonly (readonly [Measure, string])[] = [
  ['duration', 'Duration'],
  ['timeToDetect', 'Time to detect'],
  ['timeToMitigate', 'Time to mitigate'],
  ['timeToResolve', 'Time to resolve'],
]

/** The figures below the table, one sentence each. */
export function describeOverview({ incidents, spreads, means, tasks }: Overview): readonly string[] {
  const nearMisses = incidents.filter(({ isNearMiss }) => isNearMiss).length
  return [
    `${plural(incidents.length, 'incident')}${nearMisses === 0 ? '' : `, ${plural(nearMisses, 'near miss', 'near misses')} among them`}.`,
    ...measureNames.flatMap(([measure, name]) => {
      const spread = spreads[measure]
      const mean = means?.[measure] ?? null
      if (spread === null) return []
      const ending = mean === null ? '' : `; mean ${shortDuration(mean)}`
      return [`${name}: ${describeSpread(spread)}${ending} (${spread.count} of ${incidents.length}).`]
    }),
    ...(tasks.open + tasks.done === 0 ? [] : [`${describeTasks(tasks)}.`]),
  ]
}

/** Quartiles of two or three values would only repeat them. */
const minForQuartiles = 4

export function describeSpread({ count, least, lowerQuartile, median, upperQuartile, most }: Spread): string {
  const middle = `median ${shortDuration(median)}`
  if (count === 1 || least === most) return shortDuration(median)
  const range = `${shortDuration(least)} to ${shortDuration(most)}`
  return count < minForQuartiles
    ? `${middle}, ${range}`
    : `${middle}, half of them ${shortDuration(lowerQuartile)} to ${shortDuration(upperQuartile)}, all ${range}`
}

export function describeTasks({ open, overdue, done }: TaskCounts): string {
  return `${plural(open, 'open action item')}${describeOverdue(open, overdue)}; ${done} done`
}

function describeOverdue(open: number, overdue: number): string {
  if (overdue === 0) return ''
  return open === 1 ? ', which is overdue' : `, ${overdue} of them overdue`
}

export function describeUnread({ column, reason }: Unread): string {
  return `${columnNames[column]}: ${reason}`
}

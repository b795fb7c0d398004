import { joinWithAnd, type Sentence, type SentencePart, sentence } from '../../messages/sentence.ts'
import { inEnglish } from '../../messages/translate.ts'
import { shortDuration } from '../../time/repair/print.ts'
import type { Unread } from '../incident.ts'
import type { Measure } from '../measures.ts'
import type { Overview, TaskCounts } from '../overview.ts'
import type { Spread } from '../statistics.ts'
import { plural } from './plural.ts'

const unreadColumns: Readonly<Record<Unread['column'], Sentence>> = {
  date: sentence`date`,
  duration: sentence`duration`,
  timeToDetect: sentence`time to detect`,
  timeToMitigate: sentence`time to mitigate`,
  timeToResolve: sentence`time to resolve`,
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
      return [
        `${name}: ${inEnglish(describeSpread(spread))}${ending} (${spread.count} of ${incidents.length}).`,
      ]
    }),
    ...(tasks.open + tasks.done === 0 ? [] : [`${describeTasks(tasks)}.`]),
  ]
}

/** Quartiles of two or three values would only repeat them. */
const minForQuartiles = 4

export function describeSpread(spread: Spread): SentencePart {
  const { count } = spread
  const [least, lower, median, upper, most] = [
    spread.least,
    spread.lowerQuartile,
    spread.median,
    spread.upperQuartile,
    spread.most,
  ].map(shortDuration) as [string, string, string, string, string]
  if (count === 1 || spread.least === spread.most) return median
  return count < minForQuartiles
    ? sentence`median ${median}, ${least} to ${most}`
    : sentence`median ${median}, half of them ${lower} to ${upper}, all ${least} to ${most}`
}

export function describeTasks({ open, overdue, done }: TaskCounts): string {
  return `${plural(open, 'open action item')}${describeOverdue(open, overdue)}; ${done} done`
}

function describeOverdue(open: number, overdue: number): string {
  if (overdue === 0) return ''
  return open === 1 ? ', which is overdue' : `, ${overdue} of them overdue`
}

/** The values of one report that could not be read for the same reason. */
export interface UnreadGroup extends Pick<UnreadInFile, 'file' | 'line' | 'reason'> {
  readonly columns: readonly Unread['column'][]
}

type UnreadInFile = Overview['unread'][number]

/** They are next to each other, in the order of the columns. */
export function groupUnread(unread: readonly UnreadInFile[]): readonly UnreadGroup[] {
  const groups: UnreadGroup[] = []
  for (const { file, line, reason, column } of unread) {
    const last = groups.at(-1)
    const isSame = last?.file === file && last.line === line && inEnglish(last.reason) === inEnglish(reason)
    if (isSame) groups[groups.length - 1] = { ...last, columns: [...last.columns, column] }
    else groups.push({ file, line, reason, columns: [column] })
  }
  return groups
}

export function describeUnread({ columns, reason }: Pick<UnreadGroup, 'columns' | 'reason'>): Sentence {
  return sentence`${joinWithAnd(columns.map((each) => unreadColumns[each]))}: ${reason}`
}

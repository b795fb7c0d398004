import { isSame } from './lines/isSame.ts'
import type { Report } from './report.ts'

/** The parts of a report that consist of parts which change independently of one another. */
export const composedParts = [
  'fields',
  'timeline',
  'markup',
  'profile',
] as const satisfies readonly (keyof Report)[]

/**
 * The report with the parts of the one before it wherever they say the same, so that whatever was found in a part is
 * known to hold for as long as the part is the same object. Passages move with their lines, so a part that only moved
 * says the same as well.
 */
export function keepParts(before: Report, now: Report): Report {
  const kept = keepEqual(before, now)
  const composed = composedParts
    .filter((name) => kept[name] !== before[name])
    .map((name) => [name, keepEqual(before[name], now[name])] as const)
  const incidents = now.incidents.map((incident, index) => {
    const known = before.incidents[index]
    return known === undefined ? incident : keepParts(known, incident)
  })
  return keepTogether(before, now, { ...kept, ...Object.fromEntries(composed), incidents })
}

/** The object with the values of the one before it wherever they are the same; all of that one if all of them are. */
function keepEqual<Whole extends object>(before: Whole, now: Whole): Whole {
  const parts = Object.entries(now).map(([name, part]) => {
    const known = before[name as keyof Whole]
    return [name, isSame(known, part) ? known : part] as const
  })
  return parts.every(([name, part]) => part === before[name as keyof Whole])
    ? before
    : (Object.fromEntries(parts) as Whole)
}

/**
 * Parts that hold the same objects are kept together or not at all: the steps of a timeline hold its entries, its times
 * the zones of the summary, and the action items are some of the tasks.
 */
function keepTogether(before: Report, now: Report, kept: Report): Report {
  const { start, end } = kept.fields
  const { entries, steps, outOfOrder, context } = kept.timeline
  const areTimesKept =
    start === before.fields.start &&
    end === before.fields.end &&
    entries === before.timeline.entries &&
    steps === before.timeline.steps &&
    outOfOrder === before.timeline.outOfOrder &&
    context === before.timeline.context
  const areTasksKept = kept.corrective === before.corrective && kept.actionItems === before.actionItems
  return {
    ...kept,
    ...(areTimesKept
      ? {}
      : { fields: withTimes(kept.fields, now.fields), timeline: withSteps(kept.timeline, now.timeline) }),
    ...(areTasksKept ? {} : { corrective: now.corrective, actionItems: now.actionItems }),
  }
}

function withTimes(kept: Report['fields'], { start, end }: Report['fields']): Report['fields'] {
  return { ...kept, start, end }
}

function withSteps(
  kept: Report['timeline'],
  { entries, steps, outOfOrder, context }: Report['timeline'],
): Report['timeline'] {
  return { ...kept, entries, steps, outOfOrder, context }
}

import type { Passage } from '../../postmortem/lines/passage.ts'
import type { Report } from '../../postmortem/report.ts'
import type { TimelineEntry } from '../../postmortem/times/readTimeline.ts'
import type { ResolvedTime } from '../../time/resolved/resolved.ts'

/** A point that every incident passes, with the time that the report gives for it. */
export interface NamedMilestone {
  readonly kind: MilestoneKind
  readonly time: ResolvedTime
  readonly passage: Passage
  /**
   * True for "Resolved 15:56", as in a list of milestones; false for "15:56 - resolved", as in any timeline.
   */
  readonly isNameFirst: boolean
}

export type MilestoneKind = 'start' | 'detected' | 'declared' | 'mitigated' | 'resolved'

/**
 * The patterns match the whole text of an entry. A sentence about a detection may be about one that did not
 * happen.
 */
const names: readonly (readonly [kind: MilestoneKind, name: RegExp])[] = [
  ['start', /^(?:(?:incident|outage|impact|issue|problem) )?(?:start(?:ed)?|began|begins?)(?: at| time)?$/],
  [
    'detected',
    /^(?:(?:incident|outage|issue|problem) )?(?:first |initially )?(?:detected|detection|identified|noticed|reported|alerted)(?: at| on| time)?$/,
  ],
  [
    'declared',
    /^(?:(?:incident|outage|issue|problem) )?(?:declared|acknowledged|raised|opened|incident declared)(?: at| time)?$/,
  ],
  [
    'mitigated',
    /^(?:(?:incident|outage|issue|problem|service) )?(?:mitigated|repaired|fixed)(?: at| on| time)?$/,
  ],
  [
    'resolved',
    /^(?:(?:incident|outage|issue|problem|service) )?(?:resolved|restored|recovered|closed|ended|end)(?: at| on| time)?$/,
  ],
]

/** The milestones that the timeline lists under their names, in reading order. */
export function findNamedMilestones({ timeline }: Report): readonly NamedMilestone[] {
  return timeline.entries.flatMap((entry): NamedMilestone[] => {
    const { time, label } = entry
    if (time === null || time.wall === null || label === null) return []
    const kind = kindOf(entry.text.text, label.text)
    return kind === null ? [] : [{ kind, time, passage: label, isNameFirst: entry.text.start < label.start }]
  })
}

/** True if a list of milestones has one under a name that is not known: "Pods restarted 10:14". */
export function hasUnknownMilestones({ timeline }: Report): boolean {
  return timeline.entries.some(
    ({ time, label, text }) =>
      time !== null && label !== null && text.start < label.start && kindOf(text.text, label.text) === null,
  )
}

/**
 * True if the entry is only a milestone, with its name before its time. Such lists have an order of their
 * own.
 */
export function isListedMilestone({ text, label }: TimelineEntry): boolean {
  return label !== null && text.start < label.start && kindOf(text.text, label.text) !== null
}

/** A milestone is an entry of a few words. */
const maxEntryLength = 120

function kindOf(text: string, label: string): MilestoneKind | null {
  if (text.length > maxEntryLength) return null
  const name = text
    .replace(label, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\s]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
  if (name.length > 40) return null
  return names.find(([, pattern]) => pattern.test(name))?.[0] ?? null
}

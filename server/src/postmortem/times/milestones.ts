import type { ResolvedTime } from '../../time/resolved/resolved.ts'
import type { Passage } from '../lines/passage.ts'
import { splitSentences } from '../timeline/sayings.ts'
import { type Fields, minutesBetween } from './readFields.ts'
import type { TimelineEntry } from './readTimeline.ts'

/** A moment that a response is measured by, and the passage that states it. */
export interface Milestone {
  readonly passage: Passage
  /** Minutes from the start of the outage. */
  readonly minutes: number
}

export interface Milestones {
  readonly detection: Milestone | null
  readonly mitigation: Milestone | null
  readonly resolution: Milestone | null
}

/** A milestone is null if its distance from the start of the outage is unknown. */
export function findMilestones(
  { start: stated, end }: Pick<Fields, 'start' | 'end'>,
  entries: readonly TimelineEntry[],
): Milestones {
  const start = stated?.time ?? null
  const timed = entries.filter((entry) => entry.time !== null)
  return {
    detection: milestoneOf(
      timed.find((entry) => entry.facts.includes('detection')),
      start,
    ),
    mitigation: milestoneOf(findMitigation(timed, end), start),
    resolution:
      end === null
        ? milestoneOf(
            timed.findLast((entry) => entry.facts.includes('resolution')),
            start,
          )
        : toMilestone(end, end.time, start),
  }
}

const mitigated = [
  /\bmitigat(?:ed|ion (?:applied|in place|complete))\b/i,
  /^\W{0,8}(?:temporary|interim) (?:fix|workaround)\W{0,4}:/i,
  /\b(?:temporary|interim) (?:fix|workaround|solution) (?:(?:was|is|has been) )?(?:successfully )?(?:applied|implemented|deployed|released|rolled out|put in place|in place)\b/i,
  /\b(?:applied|implemented|deployed|released|rolled out|put in place) (?:a|the|an) (?:temporary|interim) (?:fix|workaround|solution)\b/i,
]

/**
 * The first entry that says that the incident is mitigated, else the one that says that the service is back although the
 * report gives a later end, because something was still to be done.
 */
export function findMitigation(
  entries: readonly TimelineEntry[],
  end: Fields['end'],
): TimelineEntry | undefined {
  const timed = entries.filter(({ time }) => time !== null)
  const stated = timed.find(isMitigation)
  if (stated !== undefined || end === null) return stated
  // Whoever says it twice has seen it fail again.
  const [first, again] = timed.filter(isServiceBack)
  if (first === undefined || again !== undefined) return undefined
  return (minutesBetween(first.time, end.time) ?? 0) > 0 ? first : undefined
}

function isMitigation({ text }: TimelineEntry): boolean {
  return mitigated.some((pattern) => pattern.test(text.text))
}

function isServiceBack({ text }: TimelineEntry): boolean {
  return splitSentences(text.text).some((each) => back.test(each) && !notQuiteBack.test(each))
}

const back =
  /\b(?:services?|(?:web ?)?sites?|functionality|access|applications?|apps?|platforms?|systems?|traffic|operations?) (?:(?:was|were|is|are|has been|have been|came|is now|are now) )?(?:(?:fully|completely|100 ?%|successfully) )?(?:restored|recovered|back(?: (?:up|online|to normal|in service))?)\b(?! (?:to|from|by|if|when|end|online (?:shop|store)))/i

/** A time within the sentence is another one than that of the entry. */
const notQuiteBack =
  /\d:\d\d|\b(?:not|n['’]t|never|partial(?:ly)?|partly|gradual(?:ly)?|slowly|temporar(?:y|ily)|briefly|intermittent(?:ly)?|some|most|many|beg[ai]n|beginning|starts?|started|starting|almost|nearly|once|until|before|to be|will be|internal|staging)\b/i

function milestoneOf(entry: TimelineEntry | undefined, start: ResolvedTime | null): Milestone | null {
  return entry === undefined ? null : toMilestone(entry.label ?? entry.text, entry.time, start)
}

function toMilestone(
  passage: Passage,
  time: ResolvedTime | null,
  start: ResolvedTime | null,
): Milestone | null {
  const minutes = minutesBetween(start, time)
  return minutes === null ? null : { passage, minutes }
}

/** Minutes from the start of the outage; null if the milestone is unknown. */
export interface Metrics {
  readonly timeToDetect: number | null
  readonly timeToMitigate: number | null
  readonly timeToResolve: number | null
}

export function computeMetrics(
  times: Pick<Fields, 'start' | 'end'>,
  entries: readonly TimelineEntry[],
): Metrics {
  const { detection, mitigation, resolution } = findMilestones(times, entries)
  return {
    timeToDetect: detection?.minutes ?? null,
    timeToMitigate: mitigation?.minutes ?? null,
    timeToResolve: resolution?.minutes ?? null,
  }
}

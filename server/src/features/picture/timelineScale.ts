import { largest, smallest } from '../../lists/extremes.ts'
import { formatElapsed } from '../../time/repair/print.ts'
import { millisecondsPerMinute, minutesPerDay } from '../../time/written/calendar.ts'
import type { Clock, Incident } from './incident.ts'

/** The range of time that is drawn, in minutes since the origin. */
export interface Scale {
  readonly from: number
  readonly to: number
}

export interface Tick {
  readonly minutes: number
  readonly label: string
  /** The day that begins here, or at the left end of the scale. */
  readonly day: string | null
}

/** Events further away than this, in lengths of the outage, are not drawn to scale. */
const maxDistance = 0.75

/** The margin on either side of a single moment, in minutes. */
const singleMomentMargin = 15

/**
 * Covers the outage and the events around it. A release the week before or a note the week after would shrink the
 * outage to nothing, so they lie beyond the scale.
 */
export function findScale({ moments, events }: Pick<Incident, 'moments' | 'events'>): Scale {
  const all = [...moments, ...events].map(({ minutes }) => minutes)
  const ends = events.flatMap(({ until }) => until ?? [])
  const [from, to] = outageOf(moments) ?? [smallest(all), largest([...all, ...ends])]
  const slack = (to - from) * maxDistance
  const near = [...all, ...ends].filter((minutes) => minutes >= from - slack && minutes <= to + slack)
  const [first, last] = [smallest([from, ...near]), largest([to, ...near])]
  const margin = last > first ? (last - first) * 0.03 : singleMomentMargin
  return { from: first - margin, to: last + margin }
}

function outageOf(moments: Incident['moments']): readonly [number, number] | null {
  const start = moments.find(({ kind }) => kind === 'started')?.minutes
  const end = moments.find(({ kind }) => kind === 'resolved')?.minutes
  return start === undefined || end === undefined || end <= start ? null : [start, end]
}

/** Intervals that read naturally on an axis, in minutes. */
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 10_080, 20_160, 43_200, 86_400]
/** More would be a ruler. */
const maxTicks = 10

/** At most ten round clock times, and no more than there is room for. */
export function findTicks(scale: Scale, clock: Clock, room: number): readonly Tick[] {
  const length = scale.to - scale.from
  const most = Math.max(1, Math.min(maxTicks, room))
  const step = steps.find((each) => length / each <= most) ?? Math.ceil(length / most / 1440) * 1440
  const shift = (clock.wall ?? 0) / millisecondsPerMinute
  const ticks: Tick[] = []
  let day: string | null = null
  for (let at = Math.ceil((scale.from + shift) / step) * step; at <= scale.to + shift; at += step) {
    const today = dayAt(at, clock)
    ticks.push({ minutes: at - shift, label: labelAt(at, step, clock), day: today === day ? null : today })
    day = today
  }
  return ticks
}

function labelAt(minutes: number, step: number, { wall, calendar }: Clock): string {
  if (wall === null) return formatElapsed(minutes)
  if (step >= minutesPerDay && calendar !== 'undated') return ''
  return new Date(minutes * millisecondsPerMinute).toISOString().slice(11, 16)
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function dayAt(minutes: number, { wall, calendar }: Clock): string | null {
  if (wall === null || calendar === 'undated') return null
  const date = new Date(minutes * millisecondsPerMinute)
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]}`
}

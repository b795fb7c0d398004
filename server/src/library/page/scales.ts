import { type Sentence, sentence } from '../../messages/sentence.ts'
import { millisecondsPerDay } from '../../time/written/calendar.ts'

/** Maps values to places on a picture. */
export type Scale = (value: number) => number

/** Ten minutes and a week both matter, so durations are shown by their order of magnitude. */
export function durationScale(most: number, from: number, to: number): Scale {
  const largest = Math.log10(Math.max(most, 60) + 1)
  return (minutes) => from + (Math.log10(Math.max(minutes, 0) + 1) / largest) * (to - from)
}

/** Durations that people think in, for the lines of a picture. */
export const durationSteps: readonly (readonly [minutes: number, label: Sentence])[] = [
  [1, sentence`1 min`],
  [10, sentence`10 min`],
  [60, sentence`1 h`],
  [360, sentence`6 h`],
  [1440, sentence`1 d`],
  [10_080, sentence`1 week`],
  [43_200, sentence`30 d`],
  [525_600, sentence`1 year`],
]

export function timeScale(first: number, last: number, from: number, to: number): Scale {
  const span = Math.max(1, last - first)
  return (day) => from + ((day - first) / span) * (to - from)
}

export interface Tick {
  /** Days since 1 January 1970. */
  readonly day: number
  readonly label: string
}

/** The beginnings of months, quarters or years between two days: as many as there is room for. */
export function timeTicks(first: number, last: number, most: number): readonly Tick[] {
  const steps = [1, 3, 6, 12, 24, 60, 120, 240]
  const all = steps.map((step) => beginnings(first, last, step))
  return all.find((ticks) => ticks.length <= most) ?? []
}

function beginnings(first: number, last: number, step: number): readonly Tick[] {
  const start = new Date(first * millisecondsPerDay)
  const ticks: Tick[] = []
  const firstMonth = start.getUTCFullYear() * 12 + start.getUTCMonth()
  for (let month = Math.ceil(firstMonth / step) * step; ; month += step) {
    const [year, index] = [Math.floor(month / 12), month % 12]
    const day = Date.UTC(year, index, 1) / millisecondsPerDay
    if (day > last) return ticks
    if (day >= first)
      ticks.push({ day, label: step >= 12 ? String(year) : `${year}-${String(index + 1).padStart(2, '0')}` })
  }
}

import type { ResolvedTime } from '../time/resolved.ts'

/**
 * ISO 8601 as far as the time is known: with the offset where the zone is known, without it where it is not,
 * a date alone for a day, a clock alone where the day is unknown. Null for what is no time at all.
 */
export function formatTime({ wall, precision, date, offsetMinutes, written }: ResolvedTime): string | null {
  if (wall === null) return null
  const iso = new Date(wall).toISOString()
  const day =
    date.calendar === 'dated' ? iso.slice(0, 10) : date.calendar === 'yearless' ? `-${iso.slice(4, 10)}` : ''
  if (precision === 'day' || (written.clock === null && written.relativeMinutes === null))
    return day === '' ? null : day
  const clock = iso.slice(11, 19)
  const offset = offsetMinutes === null ? '' : formatOffset(offsetMinutes)
  return day === '' ? `T${clock}${offset}` : `${day}T${clock}${offset}`
}

function formatOffset(minutes: number): string {
  const size = Math.abs(Math.round(minutes))
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

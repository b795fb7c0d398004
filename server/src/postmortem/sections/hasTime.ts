import type { PlacedLine } from '../blocks/placedLine.ts'

/** A time or a date in the author's own words, not in code or a quotation. */
export function hasTime(lines: readonly PlacedLine[]): boolean {
  return lines.some(
    ({ line, times }) =>
      line.kind !== 'meta' &&
      !line.quoted &&
      times.some(
        (time) =>
          (time.clock !== null || (time.date?.readings.length ?? 0) > 0) &&
          !line.code.some(({ start, end }) => start <= time.start && time.start < end),
      ),
  )
}

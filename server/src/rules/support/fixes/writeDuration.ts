import { formatDuration } from '../../../time/repair/print.ts'

/** A duration in the format of the author's `model`: `3h 30m`, `3:30`, `210 minutes` or in words. */
export function writeDuration(minutes: number, model: string): string {
  const whole = Math.round(minutes)
  const hours = Math.floor(whole / 60)
  const rest = whole % 60
  if (/^\D{0,3}\d{1,3}:\d{2}(?!\d)/.test(model)) return `${hours}:${String(rest).padStart(2, '0')}`
  if (/^\D{0,3}\d+(?:\.\d+)?\s?min/i.test(model))
    return `${whole} ${/min(?:ute)?s?\b/i.exec(model)?.[0] ?? 'minutes'}`
  const compact = /\d(\s?)h(?![\p{L}])(\s{0,3})(?:\d{1,2}\s?m(?!\p{L}))?/iu.exec(model)
  if (compact === null) return formatDuration(minutes)
  const gap = compact[2] === '' && /m/i.test(compact[0]) ? '' : ' '
  return [hours === 0 ? '' : `${hours}${compact[1]}h`, rest === 0 ? '' : `${rest}${compact[1]}m`]
    .filter((part) => part !== '')
    .join(gap)
}

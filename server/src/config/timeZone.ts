import { distance } from 'fastest-levenshtein'

/**
 * Configuration accepts UTC and the regions of the time zone database. It refuses abbreviations because
 * several regions share them.
 */
export function isTimeZone(name: string): boolean {
  if (name === 'UTC') return true
  if (!/^[A-Z][A-Za-z]{1,20}(?:\/[A-Za-z][A-Za-z0-9_+-]{1,30}){1,2}$/.test(name)) return false
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** The zone that was probably meant: a city without its continent, or a name that is a typo or two away. */
export function findNearestZone(written: string): string | null {
  if (written.length < 5 || written.length > 60) return null
  const wanted = written.toLowerCase().replaceAll(' ', '_')
  const zones = Intl.supportedValuesOf('timeZone').filter(isTimeZone)
  const exact = zones.find(
    (zone) => zone.toLowerCase() === wanted || zone.toLowerCase().endsWith(`/${wanted}`),
  )
  if (exact !== undefined || !wanted.includes('/')) return exact ?? null
  const near = zones.filter((zone) => distance(wanted, zone.toLowerCase()) <= 2)
  return near.length === 1 ? (near[0] ?? null) : null
}

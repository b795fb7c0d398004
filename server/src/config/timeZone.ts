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

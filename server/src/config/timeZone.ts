/**
 * Whether a zone can be named in configuration: UTC, or a region of the time zone database. Abbreviations are
 * refused because several regions use them.
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

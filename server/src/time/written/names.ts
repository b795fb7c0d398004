/** The names of months and weekdays, as patterns and as numbers. */

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

export const monthPattern =
  '(?: jan(?:uary)? | feb(?:ruary)? | mar(?:ch)? | apr(?:il)? | may | june? | july? | aug(?:ust)?' +
  '| sept? (?:ember)? | oct(?:ober)? | nov(?:ember)? | dec(?:ember)? )'

export const weekdayPattern =
  '(?: sun(?:day)? | mon(?:day)? | tue(?:s(?:day)?)? | wed(?:s|nesday)? | thu(?:r(?:s(?:day)?)?)?' +
  '| fri(?:day)? | sat(?:urday)? )'

/** From 1 to 12. The name has been matched by the pattern above, so its first three letters decide. */
export function monthNumber(name: string): number {
  return indexByPrefix(months, name) + 1
}

/** 0 is Sunday. */
export function weekdayNumber(name: string): number {
  return indexByPrefix(weekdays, name)
}

/** The full name or its first three letters, whichever the model is, in the model's letter case. */
export function monthNameLike(month: number, model: string): string {
  return nameLike(months[month - 1] ?? '', model)
}

export function weekdayNameLike(weekday: number, model: string): string {
  return nameLike(weekdays[weekday] ?? '', model)
}

function indexByPrefix(names: readonly string[], name: string): number {
  return names.findIndex((candidate) => candidate.startsWith(name.slice(0, 3).toLowerCase()))
}

function nameLike(name: string, model: string): string {
  const isFull = [...months, ...weekdays].some((full) => full.length > 3 && full === model.toLowerCase())
  const chosen = isFull || name.length <= 3 || model.toLowerCase() === 'may' ? name : name.slice(0, 3)
  if (model === model.toUpperCase()) return chosen.toUpperCase()
  if (model === model.toLowerCase()) return chosen
  return chosen.charAt(0).toUpperCase() + chosen.slice(1)
}

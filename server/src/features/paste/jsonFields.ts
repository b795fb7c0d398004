/** Reads data of unknown shape. Anything missing or of another type is null. */

export function fieldOf(data: unknown, ...path: readonly string[]): unknown {
  let value = data
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return null
    value = (value as Readonly<Record<string, unknown>>)[name]
  }
  return value ?? null
}

export function textOf(data: unknown, ...path: readonly string[]): string | null {
  const value = fieldOf(data, ...path)
  return typeof value === 'string' && value.trim() !== '' ? value : null
}

export function numberOf(data: unknown, ...path: readonly string[]): number | null {
  const value = fieldOf(data, ...path)
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** The data itself if it is a list, the first of the named fields that is one, or the data as a single item. */
export function itemsOf(data: unknown, ...names: readonly string[]): readonly unknown[] {
  if (Array.isArray(data)) return data
  for (const name of names) {
    const list = fieldOf(data, ...name.split('.'))
    if (Array.isArray(list)) return list
  }
  return data === null ? [] : [data]
}

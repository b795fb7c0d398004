import type { Line } from './line.ts'

/**
 * Caches `read` per line. Lines live as long as their block, so an edit rereads only the lines of its blocks.
 */
export function perLine<Value>(read: (line: Line) => Value): (line: Line) => Value {
  const known = new WeakMap<Line, { readonly value: Value }>()
  return (line) => {
    let found = known.get(line)
    if (found === undefined) {
      found = { value: read(line) }
      known.set(line, found)
    }
    return found.value
  }
}

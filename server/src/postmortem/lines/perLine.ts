import type { Line } from './line.ts'

/** A reading of a line that is done once: lines live as long as their block, and so does what was read of them. */
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

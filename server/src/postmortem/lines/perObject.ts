import { Attached } from './attached.ts'

/**
 * Caches `read` by the identity of its argument, which must be immutable, and forgets an answer with its argument.
 * Lines and segments live as long as their block, so what is read from them is read once between two edits of it.
 */
export function perObject<Key extends object, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new Attached<Key, { readonly value: Value }>()
  return (key) => {
    let found = known.get(key)
    if (found === undefined) {
      found = { value: read(key) }
      known.set(key, found)
    }
    return found.value
  }
}

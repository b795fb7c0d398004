/** One property for all values, because objects with the same properties are read fastest. */
const values = Symbol('attached')

interface Holder {
  [values]?: Map<unknown, unknown>
}

/**
 * Values that are kept in the objects that they belong to. A `WeakMap` holds its values, with all that they refer to,
 * through each collection of young objects: of thousands of documents that are read one after another, all would stay in
 * memory until a full collection. These values live exactly as long as their keys, however long this does.
 */
export class Attached<Key extends object, Value> {
  get(key: Key): Value | undefined {
    return (key as Holder)[values]?.get(this) as Value | undefined
  }

  set(key: Key, value: Value): void {
    let known = (key as Holder)[values]
    if (known === undefined) {
      known = new Map()
      // It is not copied with the other properties, because a copy is another object.
      Object.defineProperty(key, values, { value: known })
    }
    known.set(this, value)
  }
}

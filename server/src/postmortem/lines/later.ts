/** A value that is computed once, when somebody asks first. */
export function later<Value>(compute: () => Value): () => Value {
  let found: { readonly value: Value } | undefined
  return () => {
    found ??= { value: compute() }
    return found.value
  }
}

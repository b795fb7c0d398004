const ways = Symbol('ways')

type Ways = Readonly<Record<string, () => unknown>>

type Computed<Given extends Ways> = { readonly [Name in keyof Given]: ReturnType<Given[Name]> }

/**
 * The object with properties that are computed whenever they are read, and become values in a copy. `get` in an object
 * literal would do the same, but makes functions for each object that outlive it, with everything that they see, until
 * the next full collection. These are the same for all objects.
 */
export function withComputed<Own extends object, Given extends Ways>(
  own: Own,
  given: Given,
): Own & Computed<Given> {
  Object.defineProperty(own, ways, { value: given })
  for (const name of Object.keys(given)) Object.defineProperty(own, name, propertyFor(name))
  return own as Own & Computed<Given>
}

const properties = new Map<string, PropertyDescriptor>()

function propertyFor(name: string): PropertyDescriptor {
  let property = properties.get(name)
  if (property === undefined) {
    property = {
      enumerable: true,
      get(this: { readonly [ways]: Ways }) {
        return this[ways][name]?.()
      },
    }
    properties.set(name, property)
  }
  return property
}

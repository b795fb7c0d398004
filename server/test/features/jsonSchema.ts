/** The part of JSON Schema that our own schemas use. An unknown keyword is an error, so that none is ignored. */
export interface JsonSchema {
  readonly [keyword: string]: unknown
}

const silent = new Set(['$schema', '$id', '$defs', 'title', 'description'])

/** The places at which the value violates the schema; empty if it conforms. */
export function findSchemaErrors(value: unknown, root: JsonSchema): readonly string[] {
  return check(value, root, root, '$')
}

function check(value: unknown, schema: JsonSchema, root: JsonSchema, path: string): readonly string[] {
  return Object.entries(schema).flatMap(([keyword, expected]) => {
    if (silent.has(keyword) || keyword === 'additionalProperties') return []
    const rule = rules[keyword]
    if (rule === undefined) return [`${path}: unknown keyword ${keyword}`]
    return rule({ value, expected, schema, root, path })
  })
}

interface Case {
  readonly value: unknown
  readonly expected: unknown
  readonly schema: JsonSchema
  readonly root: JsonSchema
  readonly path: string
}

const rules: Readonly<Record<string, (each: Case) => readonly string[]>> = {
  $ref: ({ value, expected, root, path }) => {
    const definitions = root.$defs as Readonly<Record<string, JsonSchema>>
    const name = String(expected).replace('#/$defs/', '')
    return check(value, definitions[name] ?? {}, root, path)
  },
  type: ({ value, expected, path }) => {
    const types = Array.isArray(expected) ? expected : [expected]
    return types.some((type) => isOfType(value, type)) ? [] : [`${path}: is no ${types.join(' or ')}`]
  },
  enum: ({ value, expected, path }) =>
    (expected as unknown[]).includes(value) ? [] : [`${path}: is not allowed`],
  minimum: ({ value, expected, path }) =>
    typeof value === 'number' && value < (expected as number) ? [`${path}: is too small`] : [],
  required: ({ value, expected, path }) =>
    (expected as string[])
      .filter((key) => isObject(value) && !(key in value))
      .map((key) => `${path}: lacks ${key}`),
  properties: ({ value, expected, schema, root, path }) => {
    if (!isObject(value)) return []
    const known = expected as Readonly<Record<string, JsonSchema>>
    return Object.entries(value).flatMap(([key, each]) => {
      const own = known[key]
      if (own !== undefined) return check(each, own, root, `${path}.${key}`)
      return schema.additionalProperties === false ? [`${path}: has ${key}`] : []
    })
  },
  items: ({ value, expected, root, path }) =>
    Array.isArray(value)
      ? value.flatMap((each, at) => check(each, expected as JsonSchema, root, `${path}[${at}]`))
      : [],
  oneOf: ({ value, expected, root, path }) => {
    const results = (expected as JsonSchema[]).map((each) => check(value, each, root, path))
    if (results.filter((errors) => errors.length === 0).length === 1) return []
    return [`${path}: follows not exactly one`, ...results.flat()]
  },
}

function isOfType(value: unknown, type: unknown): boolean {
  if (type === 'null') return value === null
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return isObject(value)
  if (type === 'integer') return Number.isInteger(value)
  return typeof value === type
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

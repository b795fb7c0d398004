import { configurationSchema } from './configurationSchema.ts'
import type { KnownRule } from './ruleSchema.ts'
import {
  findDescription,
  findNoun,
  type PipeItem,
  pipeOf,
  type SchemaNode,
  toSchemaNode,
} from './schemaKinds.ts'

type Json = Readonly<Record<string, unknown>>

/** The schema of a configuration file as JSON Schema, with which editors complete and explain its keys. */
export function makeJsonSchema(rules: readonly KnownRule[]): Json {
  const written: Written = { names: new Map(), ruleMaps: new Set() }
  const schema = write(toSchemaNode(configurationSchema(rules)), written)
  const definitions = [...written.names].map(([target, name]) => [name, write(target, written)])
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of Postmortem',
    ...schema,
    definitions: Object.fromEntries(definitions),
  }
}

/** The schemas that are referred to instead of being written again. */
interface Written {
  /** The names of those that contain themselves. */
  readonly names: Map<SchemaNode, string>
  /** The rules come first as a key of the file, and are too many to be repeated below another key. */
  readonly ruleMaps: Set<SchemaNode>
}

const writers: {
  readonly [Type in SchemaNode['type']]: (
    schema: Extract<SchemaNode, { readonly type: Type }>,
    written: Written,
  ) => Json
} = {
  string: (schema) => ({ type: 'string', ...requirements(schema) }),
  number: (schema) => ({ type: 'number', ...requirements(schema) }),
  boolean: () => ({ type: 'boolean' }),
  literal: ({ literal }) => ({ const: literal }),
  picklist: ({ options }) => ({ enum: options }),
  array: (schema, written) => ({
    type: 'array',
    ...requirements(schema),
    items: write(schema.item, written),
  }),
  strict_object: ({ entries }, written) => {
    const keys = Object.keys(entries)
    const required = keys.filter((key) => entries[key]?.type !== 'optional')
    return {
      type: 'object',
      ...(required.length > 0 && { required }),
      properties: Object.fromEntries(keys.map((key) => [key, write(entries[key] as SchemaNode, written)])),
      additionalProperties: false,
    }
  },
  record: ({ key, value }, written) => ({
    type: 'object',
    propertyNames: write(key, written),
    additionalProperties: write(value, written),
  }),
  optional: ({ wrapped }, written) => write(wrapped, written),
  nullable: ({ wrapped }, written) => ({ anyOf: [{ type: 'null' }, write(wrapped, written)] }),
  union: ({ options }, written) => ({ anyOf: options.map((option) => write(option, written)) }),
  variant: ({ options }, written) => ({ anyOf: options.map((option) => write(option, written)) }),
  // A schema that contains itself is written once and referred to by name.
  lazy: ({ getter }, written) => {
    const target = getter(undefined)
    const name = written.names.get(target) ?? `part${written.names.size === 0 ? '' : written.names.size + 1}`
    written.names.set(target, name)
    return { $ref: `#/definitions/${name}` }
  },
}

function write(schema: SchemaNode, written: Written): Json {
  if (written.ruleMaps.has(schema)) return { $ref: '#/properties/rules' }
  if (findNoun(schema) === 'rule') written.ruleMaps.add(schema)
  const description = findDescription(schema)
  const writer = writers[schema.type] as (schema: SchemaNode, written: Written) => Json
  return { ...(description !== null && { description }), ...writer(schema, written) }
}

/** The requirements that JSON Schema can express. The language server alone checks the rest. */
function requirements(schema: SchemaNode): Json {
  return Object.assign({}, ...pipeOf(schema).map(requirement))
}

/** Only lists have a greatest length. */
const keywords: Readonly<Record<string, string>> = {
  min_value: 'minimum',
  max_value: 'maximum',
  max_length: 'maxItems',
}

function requirement({ type, requirement: value }: PipeItem): Json {
  if (type === 'integer') return { type: 'integer' }
  if (type === 'regex' && value instanceof RegExp && !value.flags.includes('i'))
    return { pattern: value.source }
  const keyword = keywords[type]
  return keyword === undefined ? {} : { [keyword]: value }
}

import { configurationSchema } from './configurationSchema.ts'
import type { KnownRule } from './ruleSchema.ts'
import { findDescription, type PipeItem, pipeOf, type SchemaNode, toSchemaNode } from './schemaKinds.ts'

type Json = Readonly<Record<string, unknown>>

/** The schema of a configuration file as JSON Schema, with which editors complete and explain its keys. */
export function makeJsonSchema(rules: readonly KnownRule[]): Json {
  const named = new Map<SchemaNode, string>()
  const schema = write(toSchemaNode(configurationSchema(rules)), named)
  const definitions = [...named].map(([target, name]) => [name, write(target, named)])
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of Postmortem',
    ...schema,
    definitions: Object.fromEntries(definitions),
  }
}

type Named = Map<SchemaNode, string>

const writers: {
  readonly [Type in SchemaNode['type']]: (
    schema: Extract<SchemaNode, { readonly type: Type }>,
    named: Named,
  ) => Json
} = {
  string: (schema) => ({ type: 'string', ...requirements(schema) }),
  number: (schema) => ({ type: 'number', ...requirements(schema) }),
  boolean: () => ({ type: 'boolean' }),
  literal: ({ literal }) => ({ const: literal }),
  picklist: ({ options }) => ({ enum: options }),
  array: (schema, named) => ({ type: 'array', ...requirements(schema), items: write(schema.item, named) }),
  strict_object: ({ entries }, named) => {
    const keys = Object.keys(entries)
    const required = keys.filter((key) => entries[key]?.type !== 'optional')
    return {
      type: 'object',
      ...(required.length > 0 && { required }),
      properties: Object.fromEntries(keys.map((key) => [key, write(entries[key] as SchemaNode, named)])),
      additionalProperties: false,
    }
  },
  record: ({ key, value }, named) => ({
    type: 'object',
    propertyNames: write(key, named),
    additionalProperties: write(value, named),
  }),
  optional: ({ wrapped }, named) => write(wrapped, named),
  nullable: ({ wrapped }, named) => ({ anyOf: [{ type: 'null' }, write(wrapped, named)] }),
  union: ({ options }, named) => ({ anyOf: options.map((option) => write(option, named)) }),
  variant: ({ options }, named) => ({ anyOf: options.map((option) => write(option, named)) }),
  // A schema that contains itself is written once and referred to by name.
  lazy: ({ getter }, named) => {
    const target = getter(undefined)
    const name = named.get(target) ?? `part${named.size === 0 ? '' : named.size + 1}`
    named.set(target, name)
    return { $ref: `#/definitions/${name}` }
  },
}

function write(schema: SchemaNode, named: Named): Json {
  const description = findDescription(schema)
  const writer = writers[schema.type] as (schema: SchemaNode, named: Named) => Json
  return { ...(description !== null && { description }), ...writer(schema, named) }
}

/** The requirements that JSON Schema can express. The language server alone checks the rest. */
function requirements(schema: SchemaNode): Json {
  return Object.assign({}, ...pipeOf(schema).map(requirement))
}

const keywords: Readonly<Record<string, string>> = {
  min_value: 'minimum',
  max_value: 'maximum',
  min_length: 'minLength',
  max_length: 'maxLength',
}

function requirement({ type, requirement: value }: PipeItem): Json {
  if (type === 'integer') return { type: 'integer' }
  if (type === 'regex' && value instanceof RegExp && !value.flags.includes('i'))
    return { pattern: value.source }
  const keyword = keywords[type]
  return keyword === undefined ? {} : { [keyword]: value }
}

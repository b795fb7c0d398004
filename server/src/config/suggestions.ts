import { findDescription, type SchemaNode } from './schemaKinds.ts'
import { findYamlPlace } from './yamlPlace.ts'

/** A key or a value that could be written. */
export interface Suggestion {
  readonly kind: 'key' | 'value'
  readonly label: string
  /** What the schema says of a key. */
  readonly description: string | null
  readonly text: string
  /** So much of it stands before the cursor, and behind it. */
  readonly typed: string
  readonly rest: string
}

/** Words for values that may be any text, by their keys; for a map with any keys, words for its keys. */
export type Words = Readonly<Record<string, readonly string[]>>

/** What the form that the text has to have allows where the cursor is, in YAML that is not finished yet. */
export function suggest(form: SchemaNode, words: Words, text: string, offset: number): readonly Suggestion[] {
  const place = findYamlPlace(text, offset)
  if (place === null) return []
  const { kind, path, typed, others } = place
  const own = words[path.at(-1) ?? ''] ?? []
  const forms = path.reduce(
    (from: readonly SchemaNode[], key) => from.flatMap((each) => below(each, key)),
    [form],
  )
  const held = forms.flatMap(kind === 'item' ? itemsOf : unfold)
  const behind = text.slice(offset, offset + 80)
  const rest = /^[\w$./-]{0,60}/.exec(behind)?.[0] ?? ''
  const isFollowed = /^[ \t]*:/.test(behind.slice(rest.length))
  const keys = kind === 'value' ? [] : held.flatMap((each) => keysOf(each, own))
  const values = kind === 'key' ? [] : held.flatMap((each) => valuesOf(each, own))
  return [
    ...keys
      .filter(({ key }) => !others.includes(key))
      .map(({ key, description, ending }) => ({
        kind: 'key' as const,
        label: key,
        description,
        text: isFollowed ? key : `${key}${ending}`,
        typed,
        rest,
      })),
    ...[...new Set(values)]
      .filter((value) => !others.includes(value))
      .map((value) => ({
        kind: 'value' as const,
        label: value,
        description: null,
        text: value,
        typed,
        rest,
      })),
  ]
}

/** What a value can be, apart from being left out. */
function unfold(schema: SchemaNode): readonly SchemaNode[] {
  if (schema.type === 'optional' || schema.type === 'nullable') return unfold(schema.wrapped)
  if (schema.type === 'union' || schema.type === 'variant') return schema.options.flatMap(unfold)
  return schema.type === 'lazy' ? unfold(schema.getter(undefined)) : [schema]
}

function itemsOf(schema: SchemaNode): readonly SchemaNode[] {
  return unfold(schema).flatMap((each) => (each.type === 'array' ? unfold(each.item) : []))
}

/** What may stand at a key. The keys of a list are those of its items. */
function below(schema: SchemaNode, key: string): readonly SchemaNode[] {
  return unfold(schema).flatMap((each) => {
    if (each.type === 'record') return [each.value]
    if (each.type === 'array') return below(each.item, key)
    const found = each.type === 'strict_object' && Object.hasOwn(each.entries, key) ? each.entries[key] : null
    return found ? [found] : []
  })
}

interface Key {
  readonly key: string
  readonly description: string | null
  /** What stands behind it: a value goes on in its line, a map or a list below. */
  readonly ending: ': ' | ':'
}

function keysOf(schema: SchemaNode, words: readonly string[]): readonly Key[] {
  if (schema.type === 'array') return []
  if (schema.type === 'record') return words.map((key) => ({ key, description: null, ending: ': ' }))
  if (schema.type !== 'strict_object') return []
  return Object.entries(schema.entries).map(([key, value]) => ({
    key,
    description: describe(value),
    ending: unfold(value).every(isLarge) ? ':' : ': ',
  }))
}

function describe(schema: SchemaNode): string | null {
  return schema.type === 'optional' ? describe(schema.wrapped) : findDescription(schema)
}

function isLarge({ type }: SchemaNode): boolean {
  return type === 'strict_object' || type === 'record' || type === 'array'
}

function valuesOf(schema: SchemaNode, words: readonly string[]): readonly string[] {
  if (schema.type === 'picklist') return schema.options
  if (schema.type === 'literal') return [schema.literal]
  if (schema.type === 'boolean') return ['true', 'false']
  return schema.type === 'string' ? words : []
}

import { findDescription, type SchemaNode } from './schemaKinds.ts'
import { findYamlPlace } from './yamlPlace.ts'

/** A key or a value that could be written. */
export interface Suggestion {
  readonly kind: 'key' | 'value'
  readonly label: string
  /** The schema's description of a key; `null` for a value. */
  readonly description: string | null
  readonly text: string
  /** The part already written before the cursor. */
  readonly typed: string
  /** The part already written after the cursor. */
  readonly rest: string
}

/** Suggestions for free-text values, by key. For a map with arbitrary keys, they are its keys. */
export type Words = Readonly<Record<string, readonly string[]>>

/** The keys and values that the schema allows at the cursor, in YAML that may be unfinished. */
export function suggest(
  schema: SchemaNode,
  words: Words,
  text: string,
  offset: number,
): readonly Suggestion[] {
  const place = findYamlPlace(text, offset)
  if (place === null) return []
  const { kind, path, typed, others } = place
  const ownWords = words[path.at(-1) ?? ''] ?? []
  const schemas = path.reduce(
    (from: readonly SchemaNode[], key) => from.flatMap((each) => schemasAt(each, key)),
    [schema],
  )
  const allowed = schemas.flatMap(kind === 'item' ? itemsOf : unfold)
  const after = text.slice(offset, offset + 80)
  const rest = /^[\w$./-]{0,60}/.exec(after)?.[0] ?? ''
  const isFollowed = /^[ \t]*:/.test(after.slice(rest.length))
  const keys = kind === 'value' ? [] : allowed.flatMap((each) => keysOf(each, ownWords))
  const values = kind === 'key' ? [] : allowed.flatMap((each) => valuesOf(each, ownWords))
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

/** The schema's description of the key at the cursor, and its range; null where there is no known key. */
export function describeKey(
  schema: SchemaNode,
  text: string,
  offset: number,
): { readonly key: string; readonly description: string; readonly start: number } | null {
  const end = offset + (/^[\w$-]{0,60}/.exec(text.slice(offset, offset + 60))?.[0].length ?? 0)
  const place = findYamlPlace(text, end)
  if (place === null || place.kind === 'value' || !/^[ \t]*:/.test(text.slice(end, end + 80))) return null
  const allowed = place.path.reduce(
    (from: readonly SchemaNode[], key) => from.flatMap((each) => schemasAt(each, key)),
    [schema],
  )
  const found = allowed.flatMap(unfold).flatMap((each) => keysOf(each, []))
  const description = found.find(({ key }) => key === place.typed)?.description ?? null
  return description === null ? null : { key: place.typed, description, start: end - place.typed.length }
}

/** The schemas that a value may match, without the wrappers around them. */
function unfold(schema: SchemaNode): readonly SchemaNode[] {
  if (schema.type === 'optional' || schema.type === 'nullable') return unfold(schema.wrapped)
  if (schema.type === 'union' || schema.type === 'variant') return schema.options.flatMap(unfold)
  return schema.type === 'lazy' ? unfold(schema.getter(undefined)) : [schema]
}

function itemsOf(schema: SchemaNode): readonly SchemaNode[] {
  return unfold(schema).flatMap((each) => (each.type === 'array' ? unfold(each.item) : []))
}

/** The schemas for the value of a key. The keys of a list are those of its items. */
function schemasAt(schema: SchemaNode, key: string): readonly SchemaNode[] {
  return unfold(schema).flatMap((each) => {
    if (each.type === 'record') return [each.value]
    if (each.type === 'array') return schemasAt(each.item, key)
    const found = each.type === 'strict_object' && Object.hasOwn(each.entries, key) ? each.entries[key] : null
    return found ? [found] : []
  })
}

interface Key {
  readonly key: string
  readonly description: string | null
  /** The text after the key: a plain value continues on the line, a map or a list below it. */
  readonly ending: ': ' | ':'
}

function keysOf(schema: SchemaNode, words: readonly string[]): readonly Key[] {
  if (schema.type === 'array') return []
  if (schema.type === 'record') return words.map((key) => ({ key, description: null, ending: ': ' }))
  if (schema.type !== 'strict_object') return []
  return Object.entries(schema.entries).map(([key, value]) => ({
    key,
    description: describe(value),
    ending: unfold(value).every(isNested) ? ':' : ': ',
  }))
}

function describe(schema: SchemaNode): string | null {
  return schema.type === 'optional' ? describe(schema.wrapped) : findDescription(schema)
}

function isNested({ type }: SchemaNode): boolean {
  return type === 'strict_object' || type === 'record' || type === 'array'
}

function valuesOf(schema: SchemaNode, words: readonly string[]): readonly string[] {
  if (schema.type === 'picklist') return schema.options
  if (schema.type === 'literal') return [schema.literal]
  if (schema.type === 'boolean') return ['true', 'false']
  return schema.type === 'string' ? words : []
}

import type { GenericSchema } from 'valibot'

/**
 * The kinds of schema that describe configuration. `readValue.ts` reads files with them, `suggestions.ts`
 * completes keys and values, and `jsonSchema.ts` exports them for editors. Rules describe their options with
 * the same kinds.
 */
export type SchemaNode =
  | { readonly type: 'string' | 'number' | 'boolean'; readonly pipe?: readonly PipeItem[] }
  | { readonly type: 'literal'; readonly literal: string }
  | { readonly type: 'picklist'; readonly options: readonly string[] }
  | { readonly type: 'array'; readonly item: SchemaNode; readonly pipe?: readonly PipeItem[] }
  | ObjectNode
  | { readonly type: 'record'; readonly key: SchemaNode; readonly value: SchemaNode }
  | { readonly type: 'optional'; readonly wrapped: SchemaNode }
  | { readonly type: 'nullable'; readonly wrapped: SchemaNode }
  | { readonly type: 'union'; readonly options: readonly SchemaNode[] }
  | { readonly type: 'variant'; readonly key: string; readonly options: readonly ObjectNode[] }
  | { readonly type: 'lazy'; readonly getter: (input: unknown) => SchemaNode }

export interface ObjectNode {
  readonly type: 'strict_object'
  readonly entries: Readonly<Record<string, SchemaNode>>
}

/** A requirement on a value beyond its type, or metadata about the schema. */
export interface PipeItem {
  readonly kind: string
  readonly type: string
  readonly requirement?: unknown
  readonly message?: unknown
  readonly description?: string
  readonly metadata?: Readonly<Record<string, unknown>>
  readonly pipe?: readonly PipeItem[]
}

/** The cast is safe because a test checks that our schemas use these kinds only. */
export function toSchemaNode(schema: GenericSchema): SchemaNode {
  return schema as unknown as SchemaNode
}

export function findDescription(schema: SchemaNode): string | null {
  return pipeOf(schema).findLast(({ description }) => description !== undefined)?.description ?? null
}

/** The word for the keys of a map in messages. */
export type Noun = 'setting' | 'rule'

export function findNoun(schema: SchemaNode): Noun {
  return pipeOf(schema).some(({ metadata }) => metadata?.noun === 'rule') ? 'rule' : 'setting'
}

/** Finds the value that was probably meant by a wrong one, if the schema knows more values than it can list. */
export function findGuess(schema: SchemaNode): ((written: string) => string | null) | null {
  const guess = pipeOf(schema).find(({ metadata }) => metadata?.findNearest !== undefined)
  return (guess?.metadata?.findNearest as ((written: string) => string | null) | undefined) ?? null
}

/** All requirements and metadata of a schema, including those of the schema that its pipe starts with. */
export function pipeOf(schema: SchemaNode): readonly PipeItem[] {
  const pipe = 'pipe' in schema ? ((schema.pipe as readonly PipeItem[] | undefined) ?? []) : []
  return pipe.flatMap((item) => (item.pipe === undefined ? [item] : pipeOf(item as unknown as SchemaNode)))
}

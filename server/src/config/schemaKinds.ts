import type { GenericSchema } from 'valibot'

/**
 * The kinds of schemas that configuration is described with. Two readers walk over them: `readValue.ts` reads a
 * file by them, `jsonSchema.ts` writes them down for editors. Rules describe their options with the same kinds.
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

/** What a schema asks of a value beyond its type, and what it says about itself. */
export interface PipeItem {
  readonly kind: string
  readonly type: string
  readonly requirement?: unknown
  readonly message?: unknown
  readonly description?: string
  readonly metadata?: Readonly<Record<string, unknown>>
  readonly pipe?: readonly PipeItem[]
}

/** Schemas of other kinds have no reader; a test holds every schema of ours to these. */
export function toSchemaNode(schema: GenericSchema): SchemaNode {
  return schema as unknown as SchemaNode
}

export function findDescription(schema: SchemaNode): string | null {
  return pipeOf(schema).findLast(({ description }) => description !== undefined)?.description ?? null
}

/** How a writer calls the keys of a map. */
export type Noun = 'setting' | 'rule'

export function findNoun(schema: SchemaNode): Noun {
  return pipeOf(schema).some(({ metadata }) => metadata?.noun === 'rule') ? 'rule' : 'setting'
}

/** All that a schema asks for and says; a schema with requirements may be the beginning of another one. */
export function pipeOf(schema: SchemaNode): readonly PipeItem[] {
  const pipe = 'pipe' in schema ? ((schema.pipe as readonly PipeItem[] | undefined) ?? []) : []
  return pipe.flatMap((item) => (item.pipe === undefined ? [item] : pipeOf(item as unknown as SchemaNode)))
}

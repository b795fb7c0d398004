import { type GenericSchema, type InferOutput, safeParse } from 'valibot'
import { quote } from '../messages/quote.ts'
import {
  joinSentences,
  joinWithOr,
  type Sentence,
  type SentencePart,
  sentence,
  sentenceOf,
} from '../messages/sentence.ts'
import type { ConfigNode, Entry, ListNode, MapNode } from './configNode.ts'
import { findNearest } from './didYouMean.ts'
import { error, type Problem, warning } from './problem.ts'
import {
  findGuess,
  findNoun,
  type Noun,
  type ObjectNode,
  pipeOf,
  type SchemaNode,
  toSchemaNode,
} from './schemaKinds.ts'

/**
 * Reads a value against its schema. All problems are reported, each at its own range, and everything valid is
 * kept: a list loses only its invalid items, a map only its invalid keys.
 */
export function readValue<Schema extends GenericSchema>(
  schema: Schema,
  node: ConfigNode,
  problems: Problem[],
): InferOutput<Schema> | undefined {
  return read(toSchemaNode(schema), node, { name: null, problems }) as InferOutput<Schema> | undefined
}

interface Context {
  /** The key of the value, or of the list that contains it. */
  readonly name: string | null
  readonly problems: Problem[]
}

/** Returns `undefined` if there is no usable value. */
type Reader<Type extends SchemaNode['type']> = (
  schema: Extract<SchemaNode, { readonly type: Type }>,
  node: ConfigNode,
  context: Context,
) => unknown

const readers: { readonly [Type in SchemaNode['type']]: Reader<Type> } = {
  string: readLeaf,
  number: readLeaf,
  boolean: readLeaf,
  literal: readLeaf,
  picklist: readLeaf,
  array: readList,
  strict_object: readObject,
  record: readRecord,
  optional: (schema, node, context) => read(schema.wrapped, node, context),
  nullable: (schema, node, context) => (isNull(node) ? null : read(schema.wrapped, node, context)),
  union: readUnion,
  variant: readVariant,
  lazy: (schema, node, context) => read(schema.getter(undefined), node, context),
}

function read(schema: SchemaNode, node: ConfigNode, context: Context): unknown {
  const reader = readers[schema.type] as Reader<SchemaNode['type']>
  return reader(schema as never, node, context)
}

/** A key whose value has not been written yet says nothing. */
function isNull(node: ConfigNode): boolean {
  return node.kind === 'scalar' && node.value === null
}

function readLeaf(schema: SchemaNode, node: ConfigNode, context: Context): unknown {
  if (isNull(node)) return undefined
  if (node.kind === 'scalar') {
    const result = safeParse(schema as unknown as GenericSchema, node.value)
    if (result.success) return result.output
  }
  return refuse([schema], node, context)
}

function readList(
  schema: Extract<SchemaNode, { readonly type: 'array' }>,
  node: ConfigNode,
  context: Context,
): unknown {
  if (isNull(node)) return undefined
  if (node.kind !== 'list') return refuse([schema], node, context)
  return withoutExcess(schema, node, context)
    .map((item) => read(schema.item, item, context))
    .filter((item) => item !== undefined)
}

function withoutExcess(schema: SchemaNode, { items }: ListNode, context: Context): readonly ConfigNode[] {
  const most = pipeOf(schema).find(({ type }) => type === 'max_length')?.requirement
  if (typeof most !== 'number' || items.length <= most) return items
  const { start, end } = items[most] as ConfigNode
  const message = sentence`${quote(context.name ?? '')} has more than ${most} entries. Remove some.`
  context.problems.push(error({ start, end }, message))
  return items.slice(0, most)
}

function readObject(schema: ObjectNode, node: ConfigNode, context: Context): unknown {
  if (isNull(node)) return undefined
  if (node.kind !== 'map') return refuse([schema], node, context)
  const result: Record<string, unknown> = {}
  for (const entry of withoutRepeated(node, context)) {
    const { key, value } = entry
    const expected = Object.hasOwn(schema.entries, key) ? schema.entries[key] : undefined
    if (expected === undefined) {
      context.problems.push(refuseKey(entry, Object.keys(schema.entries), findNoun(schema), context))
      continue
    }
    const item = read(expected, value, { ...context, name: key })
    if (item !== undefined) result[key] = item
  }
  return isComplete(schema, result, node, context) ? result : undefined
}

function readRecord(
  schema: Extract<SchemaNode, { readonly type: 'record' }>,
  node: ConfigNode,
  context: Context,
): unknown {
  if (isNull(node)) return undefined
  if (node.kind !== 'map') return refuse([schema], node, context)
  const result: Record<string, unknown> = {}
  for (const { key, keyRange, value } of withoutRepeated(node, context)) {
    const name = read(schema.key, { kind: 'scalar', value: key, ...keyRange }, context)
    if (typeof name !== 'string') continue
    const item = read(schema.value, value, { ...context, name })
    if (item !== undefined) result[name] = item
  }
  return result
}

/**
 * Tries the alternatives that accept this kind of value. If there is only one, its own problems are reported.
 */
function readUnion(
  schema: Extract<SchemaNode, { readonly type: 'union' }>,
  node: ConfigNode,
  context: Context,
): unknown {
  if (isNull(node)) return undefined
  const fitting = schema.options.filter((option) => kindOf(option) === node.kind)
  if (fitting.length === 1) return read(fitting[0] as SchemaNode, node, context)
  for (const option of fitting) {
    const problems: Problem[] = []
    const result = read(option, node, { ...context, problems })
    if (problems.length === 0 && result !== undefined) return result
  }
  return refuse(fitting.length > 0 ? fitting : schema.options, node, context)
}

function readVariant(
  schema: Extract<SchemaNode, { readonly type: 'variant' }>,
  node: ConfigNode,
  context: Context,
): unknown {
  if (isNull(node)) return undefined
  if (node.kind !== 'map') return refuse([schema], node, context)
  const entry = node.entries.find(({ key }) => key === schema.key)
  if (entry === undefined) return reportMissing(schema.key, node, context)
  const kinds = schema.options.map((option) => option.entries[schema.key] as SchemaNode)
  const { value } = entry
  const index = kinds.findIndex(
    (kind) => kind.type === 'literal' && value.kind === 'scalar' && kind.literal === value.value,
  )
  const option = schema.options[index]
  if (option === undefined) return refuse(kinds, value, { ...context, name: schema.key })
  return read(option, node, context)
}

function kindOf(schema: SchemaNode): ConfigNode['kind'] {
  if (schema.type === 'array') return 'list'
  if (schema.type === 'optional' || schema.type === 'nullable') return kindOf(schema.wrapped)
  if (schema.type === 'lazy') return kindOf(schema.getter(undefined))
  return schema.type === 'strict_object' || schema.type === 'record' || schema.type === 'variant'
    ? 'map'
    : 'scalar'
}

function withoutRepeated({ entries }: MapNode, { problems }: Context): readonly Entry[] {
  const seen = new Set<string>()
  return entries.filter(({ key, keyRange }) => {
    if (seen.has(key)) problems.push(error(keyRange, sentence`${quote(key)} appears here twice. Remove one.`))
    return !seen.has(key) && seen.add(key)
  })
}

function isComplete(
  schema: ObjectNode,
  result: Readonly<Record<string, unknown>>,
  node: MapNode,
  context: Context,
): boolean {
  const missing = Object.keys(schema.entries).filter(
    (key) => schema.entries[key]?.type !== 'optional' && !Object.hasOwn(result, key),
  )
  for (const key of missing) {
    // A value that is present but invalid has already been reported.
    const there = node.entries.find((entry) => entry.key === key)
    if (there === undefined || isNull(there.value)) reportMissing(key, node, context)
  }
  return missing.length === 0
}

/** A missing key is reported at the first key beside which it belongs. */
function reportMissing(key: string, node: MapNode, { name, problems }: Context): undefined {
  const range = node.entries[0]?.keyRange ?? { start: node.start, end: node.end }
  const message =
    name === null
      ? sentence`${quote(key)} is missing. Add it.`
      : sentence`${quote(key)} is missing in ${quote(name)}. Add it.`
  problems.push(error(range, message))
}

function refuseKey(
  { key, keyRange }: Entry,
  keys: readonly string[],
  noun: Noun,
  { name }: Context,
): Problem {
  const nearest = findNearest(key, keys)
  const advice = nearest === null ? sentence`Remove it.` : sentence`Did you mean ${quote(nearest)}?`
  return warning(keyRange, joinSentences(describeUnknown(quote(key), noun, name), advice), nearest)
}

function describeUnknown(key: SentencePart, noun: Noun, place: string | null): Sentence {
  if (noun === 'rule') return sentence`There is no rule ${key}.`
  return place === null
    ? sentence`There is no setting ${key}.`
    : sentence`There is no setting ${key} in ${quote(place)}.`
}

function refuse(expected: readonly SchemaNode[], node: ConfigNode, { name, problems }: Context): undefined {
  const written = node.kind === 'scalar' ? String(node.value) : null
  const nearest = written === null ? null : findWord(written, expected)
  const found = describeNode(node)
  const mistake =
    name === null ? sentence`This is ${found}.` : sentence`The value of ${quote(name)} is ${found}.`
  const advice =
    nearest === null
      ? sentence`Write ${joinWithOr(expected.flatMap((each) => expectation(each, node)))}.`
      : sentence`Did you mean ${quote(nearest)}?`
  problems.push(error({ start: node.start, end: node.end }, joinSentences(mistake, advice), nearest))
}

/** The valid word that was probably meant, unless it is a word for having none. */
function findWord(written: string, expected: readonly SchemaNode[]): string | null {
  const guesses = expected.flatMap((schema) => findGuess(schema)?.(written) ?? [])
  const words = expected.flatMap(wordsOf).filter((word) => word !== 'none')
  return guesses[0] ?? findNearest(written, words)
}

function wordsOf(schema: SchemaNode): readonly string[] {
  if (schema.type === 'picklist') return schema.options
  return schema.type === 'literal' ? [schema.literal] : []
}

/** Descriptions of the valid values, to be joined into a list of alternatives. */
function expectation(schema: SchemaNode, node: ConfigNode): readonly SentencePart[] {
  if (schema.type === 'picklist' || schema.type === 'literal') return wordsOf(schema).map(quote)
  if (schema.type === 'optional' || schema.type === 'nullable') return expectation(schema.wrapped, node)
  if (schema.type === 'union') return schema.options.flatMap((option) => expectation(option, node))
  if (schema.type === 'lazy') return expectation(schema.getter(undefined), node)
  if (schema.type === 'array') return [sentence`a list`]
  if (kindOf(schema) === 'map') return [sentence`a map`]
  return [expectedOf(schema, node)]
}

const plainWords = {
  string: sentence`text`,
  number: sentence`a number`,
  boolean: sentence`true or false`,
} as const

/** The message of a requirement is an English noun phrase for what it asks for: "a time zone such as …". */
function expectedOf(schema: SchemaNode, node: ConfigNode): SentencePart {
  const requirement = pipeOf(schema).find(({ message }) => typeof message === 'string')
  if (typeof requirement?.message === 'string') return sentenceOf(requirement.message)
  const plain = plainWords[schema.type as keyof typeof plainWords]
  if (node.kind !== 'scalar') return plain
  const result = safeParse(schema as unknown as GenericSchema, node.value)
  const issue = result.success ? undefined : result.issues[0]
  return issue?.kind === 'validation' && issue.expected ? sentence`${plain} ${issue.expected}` : plain
}

function describeNode(node: ConfigNode): SentencePart {
  if (node.kind === 'map') return sentence`a map`
  if (node.kind === 'list') return sentence`a list`
  if (node.value === null) return sentence`empty`
  return typeof node.value === 'string' ? quote(node.value) : String(node.value)
}

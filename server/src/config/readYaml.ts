import { isAlias, isMap, isScalar, isSeq, type Pair, type ParsedNode, type YAMLError } from 'yaml'
import { sentence } from '../messages/sentence.ts'
import { parseYaml } from '../yaml/parseYaml.ts'
import { describeMistake } from '../yaml/yamlMistake.ts'
import type { ConfigNode, Entry, Source } from './configNode.ts'
import { error, type Problem, type Range } from './problem.ts'
import { maxProblems, nestedTooDeeply, withoutQuotes } from './readJson.ts'

/** Reads YAML as plain data: no tags, no aliases, no merge keys, so nothing in it can expand. */
export function readYaml(text: string): Source {
  const parsed = parseYaml(text)
  if (parsed.kind === 'too deep') {
    const range = clamp({ start: parsed.offset, end: parsed.offset + 1 }, text)
    return { root: null, problems: [error(range, nestedTooDeeply)], complete: false }
  }
  const [first, second] = parsed.documents
  if (first === undefined) return { root: null, problems: [], complete: true }
  const problems = first.errors.slice(0, maxProblems).map((each) => toProblem(each, text))
  if (second !== undefined) {
    problems.push(
      error(firstLine(rangeOf(second), text), sentence`Only one YAML document is read. Remove this one.`),
    )
  }
  const root = first.contents === null ? null : toConfigNode(first.contents, text, problems)
  return { root, problems, complete: first.errors.length === 0 }
}

function toProblem(mistake: YAMLError, text: string): Problem {
  const { what, start, end } = describeMistake(mistake, text)
  return error(clamp({ start, end }, text), sentence`This is not valid YAML (${what}). Correct it.`)
}

function toConfigNode(node: ParsedNode, text: string, problems: Problem[]): ConfigNode {
  const range = clamp(rangeOf(node), text)
  if (isMap(node)) {
    const entries = (node.items as readonly Pair<ParsedNode, ParsedNode | null>[]).flatMap((pair) =>
      toEntry(pair, text, problems),
    )
    return { kind: 'map', ...range, entries }
  }
  if (isSeq(node)) {
    const items = (node.items as readonly (ParsedNode | Pair<ParsedNode, ParsedNode | null>)[]).map((item) =>
      'range' in item
        ? toConfigNode(item, text, problems)
        : ({ kind: 'map', ...range, entries: toEntry(item, text, problems) } as const),
    )
    return { kind: 'list', ...range, items }
  }
  if (isAlias(node)) {
    problems.push(error(range, sentence`Aliases are not supported here. Write the value out.`))
    return { kind: 'scalar', ...range, value: null }
  }
  return { kind: 'scalar', ...withoutQuotes(range, text), value: toValue(node.value) }
}

function toEntry(
  { key, value }: Pair<ParsedNode, ParsedNode | null>,
  text: string,
  problems: Problem[],
): readonly Entry[] {
  const keyRange = withoutQuotes(clamp(rangeOf(key), text), text)
  if (!isScalar(key)) {
    problems.push(error(keyRange, sentence`Only text can be a key. Write a name.`))
    return []
  }
  const nothing: ConfigNode = { kind: 'scalar', value: null, start: keyRange.end, end: keyRange.end }
  return [
    {
      key: String(key.value),
      keyRange,
      value: value === null ? nothing : toConfigNode(value, text, problems),
    },
  ]
}

function toValue(value: unknown): string | number | boolean | null {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value
  return value === undefined ? null : String(value)
}

/** From the first character to the end of the value, without trailing white space. */
function rangeOf({ range }: { readonly range?: readonly number[] | null }): Range {
  return { start: range?.[0] ?? 0, end: range?.[1] ?? range?.[0] ?? 0 }
}

function clamp({ start, end }: Range, text: string): Range {
  const first = Math.max(0, Math.min(start, text.length))
  return { start: first, end: Math.max(first, Math.min(end, text.length)) }
}

function firstLine({ start }: Range, text: string): Range {
  const line = /^[^\r\n]{0,200}/.exec(text.slice(start))?.[0] ?? ''
  return clamp({ start, end: start + line.length }, text)
}

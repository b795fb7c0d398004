import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser'
import { sentence } from '../messages/sentence.ts'
import { maxNesting } from '../yaml/parseYaml.ts'
import type { ConfigNode, Entry, Source } from './configNode.ts'
import { error, type Problem, type Range } from './problem.ts'

/** Reads JSON. `comments` also allows trailing commas, as JSONC does. */
export function readJson(text: string, { comments }: { readonly comments: boolean }): Source {
  const tooDeep = findTooDeep(text)
  if (tooDeep !== null) return { root: null, problems: [error(tooDeep, nestedTooDeeply)], complete: false }
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, {
    disallowComments: !comments,
    allowTrailingComma: comments,
    allowEmptyContent: true,
  })
  const problems = errors.slice(0, maxProblems).map((each) => toProblem(each, text))
  return {
    root: tree === undefined ? null : toConfigNode(tree, text),
    problems,
    complete: errors.length === 0,
  }
}

export const nestedTooDeeply = sentence`This is nested too deeply. Write it with fewer levels.`

/** One syntax error causes many others, of which only the first few help. */
export const maxProblems = 20

/** A scanner ignores brackets inside strings and, unlike the parser, does not recurse. */
function findTooDeep(text: string): Range | null {
  const scanner = createScanner(text, true)
  let depth = 0
  for (;;) {
    scanner.scan()
    const start = scanner.getTokenOffset()
    const first = text[start]
    if (first === undefined) return null
    if (first === '{' || first === '[') depth += 1
    if (first === '}' || first === ']') depth -= 1
    if (depth > maxNesting) return { start, end: start + 1 }
  }
}

function toProblem({ error: code, offset, length }: ParseError, text: string): Problem {
  const start = Math.min(offset, text.length)
  const range = { start, end: Math.min(start + length, text.length) }
  const what = printParseErrorCode(code)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
  return error(range, sentence`This is not valid JSON (${what}). Correct it.`)
}

function toConfigNode(node: Node, text: string): ConfigNode {
  const range = { start: node.offset, end: node.offset + node.length }
  if (node.type === 'object') {
    return { kind: 'map', ...range, entries: (node.children ?? []).flatMap((each) => toEntry(each, text)) }
  }
  if (node.type === 'array') {
    return { kind: 'list', ...range, items: (node.children ?? []).map((each) => toConfigNode(each, text)) }
  }
  return { kind: 'scalar', ...withoutQuotes(range, text), value: node.value ?? null }
}

/** A property that is still being typed has no value yet. */
function toEntry(property: Node, text: string): readonly Entry[] {
  const [key, value] = property.children ?? []
  if (key === undefined) return []
  const range = { start: key.offset, end: key.offset + key.length }
  const nothing: ConfigNode = { kind: 'scalar', value: null, start: range.end, end: range.end }
  return [
    {
      key: String(key.value),
      keyRange: withoutQuotes(range, text),
      value: value === undefined ? nothing : toConfigNode(value, text),
    },
  ]
}

export function withoutQuotes({ start, end }: Range, text: string): Range {
  const quote = text[start]
  const isQuoted = (quote === '"' || quote === "'") && end - start >= 2 && text[end - 1] === quote
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end }
}

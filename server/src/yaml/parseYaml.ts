import { Composer, type CST, type Document, Parser } from 'yaml'

export type ParsedYaml =
  | { readonly kind: 'documents'; readonly documents: readonly Document.Parsed[] }
  /** `offset` is the start of a token that is nested too deeply. */
  | { readonly kind: 'too deep'; readonly offset: number }

/** Settings written by hand are never nested more deeply. */
export const maxNesting = 64

/**
 * Parses YAML as plain data: no tags, no merge keys. The composer calls itself for each level of nesting, and
 * a few kilobytes of brackets would exhaust the stack, so the depth of the tokens is measured first.
 */
export function parseYaml(text: string): ParsedYaml {
  const tokens = [...new Parser().parse(text)]
  const offset = findTooDeep(tokens)
  if (offset !== null) return { kind: 'too deep', offset }
  const composer = new Composer({ schema: 'core', uniqueKeys: false, prettyErrors: false })
  return { kind: 'documents', documents: [...composer.compose(tokens)] as readonly Document.Parsed[] }
}

/** Walks the tokens iteratively: recursion would overflow on the very input that this looks for. */
function findTooDeep(tokens: readonly CST.Token[]): number | null {
  const left: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }))
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { token, depth } = next
    if (depth > maxNesting) return token.offset
    for (const child of childrenOf(token)) left.push({ token: child, depth: depth + 1 })
  }
  return null
}

function childrenOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value === undefined ? [] : [token.value]
  if (!('items' in token)) return []
  return token.items.flatMap(({ key, value }) => [key, value].filter((each) => each != null))
}

import type { Parents, Root } from 'mdast'
import type { Extension, Handle } from 'mdast-util-from-markdown'
import { parse } from 'micromark'
import type { Construct, Event, Extension as MicromarkExtension, ParseContext } from 'micromark-util-types'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { type Excess, guardDensity, plainToken } from './dense.ts'
import { limitDepth } from './depth.ts'
import { joinAtOnce } from './joinText.ts'
import { rememberOpenTokens } from './lazyLines.ts'

/**
 * The language in which a run of lines is read. Only the first line can be in the language of front matter,
 * and micromark reads a document that opens front matter without closing it without any container: no list,
 * quote or footnote.
 */
export type Language = 'markdown' | 'markdown without containers' | 'front matter'

/** The extensions, listed once: what is parsed piece by piece must be what remark-parse does in one go. */
const remark = unified().use(remarkParse).use(remarkGfm).freeze()
const remarkWithFrontMatter = remark().use(remarkFrontmatter, ['yaml']).freeze()

/** micromark's tokenizers for each language, and the compiler from their events to a tree. */
export interface Grammar {
  readonly parsers: Readonly<Record<Language, ParseContext>>
  compile(events: Event[]): Root
}

export function createGrammar(): Grammar {
  const containers = ['list', 'blockQuote', 'gfmFootnoteDefinition']
  const extensions = remark.data('micromarkExtensions') ?? []
  const treeExtensions = (remarkWithFrontMatter.data('fromMarkdownExtensions') ?? []).flat()
  const compile = createCompiler([
    ...treeExtensions.map(({ transforms: _, ...rest }) => rest),
    { enter: { [plainToken.long]: note('long'), [plainToken.dense]: note('dense') } },
  ])
  const transforms = treeExtensions.flatMap((extension) => extension.transforms ?? [])
  return {
    parsers: {
      markdown: createParser(extensions),
      'markdown without containers': createParser([...extensions, { disable: { null: containers } }]),
      'front matter': createParser(remarkWithFrontMatter.data('micromarkExtensions') ?? []),
    },
    compile(events) {
      const root = compile(events)
      limitDepth(root)
      if (mayHoldAddress(root)) for (const transform of transforms) transform(root)
      return root
    },
  }
}

function createParser(extensions: MicromarkExtension[]): ParseContext {
  const plain = parse({ extensions })
  const { [-5]: cr, [-4]: lf, [-3]: crlf } = plain.constructs.text as Record<number, Construct[]>
  Object.assign(plain.constructs, { text: { [-5]: cr, [-4]: lf, [-3]: crlf } })
  const parser = parse({ extensions })
  parser.text = joinAtOnce(parser.text)
  return rememberOpenTokens(guardDensity(parser, plain))
}

function note(unread: Excess): Handle {
  return function () {
    const node = this.stack.at(-1)
    if (node !== undefined) node.data = { ...node.data, unread }
  }
}

/**
 * The one transform there is searches all text outside of links for addresses, which takes as long as making
 * the tree did. Most text plainly holds none.
 */
function mayHoldAddress(parent: Parents): boolean {
  return parent.children.some((child) => {
    if (child.type === 'text') return /@|www\.|https?:/i.test(child.value)
    return (
      'children' in child && child.type !== 'link' && child.type !== 'linkReference' && mayHoldAddress(child)
    )
  })
}

/**
 * remark-parse tokenizes a text and compiles the events, in one call. To compile events that were tokenized
 * line by line, it is given a blank line as text and one construct whose `resolveAll`, by which a construct
 * may replace all events of its content, hands over the events there are.
 */
function createCompiler(fromMarkdownExtensions: Extension[]): (events: Event[]) => Root {
  let handedOver: Event[] | undefined
  let given: Event[] = []
  const handOver: Construct = {
    name: 'handOver',
    tokenize: (_effects, ok, nok) => (code) => {
      if (handedOver === undefined) return nok(code)
      given = handedOver
      handedOver = undefined
      return ok(code)
    },
    continuation: { tokenize: (_effects, _ok, nok) => nok },
    exit: () => undefined,
    resolveAll: () => given,
  }
  const processor = unified()
    .use(remarkParse)
    .data('micromarkExtensions', [{ document: { null: handOver } }])
    .data('fromMarkdownExtensions', fromMarkdownExtensions)
    .freeze()
  return (events) => {
    handedOver = events
    return processor.parse('\n')
  }
}

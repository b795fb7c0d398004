import type { Nodes, Root, RootContent } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { countLineEndings } from './lines.ts'
import {
  blockOf,
  blocksOf,
  cursorAt,
  offsetAt,
  positionAt,
  type Sequence,
  sequenceOf,
  sliceSequence,
} from './sequence.ts'
import { shiftedNode } from './tree.ts'
import type { Block, BlockPlace, Change, Leaf, NodePlace, TextEdit, TextPosition } from './types.ts'

export type {
  Block,
  BlockPlace,
  Change,
  Continued,
  Leaf,
  NodePlace,
  TextEdit,
  TextPosition,
} from './types.ts'

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml']).freeze()

/** The text of a Markdown document together with its syntax tree, kept up to date edit by edit. */
export class MarkdownDocument {
  #sequence: Sequence

  private constructor(sequence: Sequence) {
    this.#sequence = sequence
  }

  static from(text: string): MarkdownDocument {
    return new MarkdownDocument(sequenceOf(blocksFrom(text)))
  }

  get length(): number {
    return this.#sequence.length
  }

  /** How many lines there are: one more than there are line endings. */
  get lineCount(): number {
    return this.#sequence.lineCount + 1
  }

  edit(edits: readonly TextEdit[]): Change {
    let text = this.text()
    for (const edit of edits) text = text.slice(0, edit.start) + edit.text + text.slice(edit.end)
    const removed = [...this.blocks()]
    this.#sequence = sequenceOf(blocksFrom(text))
    return { removed, added: [...this.blocks()] }
  }

  leaves(): readonly Leaf[] {
    return this.#sequence.leaves
  }

  blocks(): Iterable<Block> {
    return blocksOf(this.#sequence)
  }

  /** The block with the character behind `offset`; at the end, the last. Nothing in an empty document. */
  blockAt(offset: number): BlockPlace | undefined {
    const cursor = cursorAt(this.#sequence, offset)
    const block = blockOf(this.#sequence, cursor)
    if (block === undefined) return undefined
    const before = this.#sequence.leaves.slice(0, cursor.leaf)
    const index = before.reduce((sum, leaf) => sum + leaf.blocks.length, cursor.at)
    return { block, index, offset: cursor.offset, line: cursor.line }
  }

  /** The deepest node around the character behind `offset`. */
  nodeAt(offset: number): NodePlace | undefined {
    const place = this.blockAt(offset)
    if (place === undefined) return undefined
    const path = pathTo(place.block.nodes, offset - place.offset)
    const node = path.at(-1)
    if (node?.position === undefined) return undefined
    const start = place.offset + node.position.start.offset!
    const end = place.offset + node.position.end.offset!
    return { node, ancestors: path.slice(0, -1), start, end }
  }

  text(): string {
    return this.slice(0, this.length)
  }

  slice(start: number, end: number): string {
    return sliceSequence(this.#sequence, start, end)
  }

  positionAt(offset: number): TextPosition {
    return positionAt(this.#sequence, offset)
  }

  offsetAt(position: TextPosition): number {
    return offsetAt(this.#sequence, position)
  }

  /** The whole tree at absolute positions, equal to what remark-parse makes of the whole text. */
  tree(): Root {
    return processor.parse(this.text())
  }
}

function pathTo(nodes: readonly Nodes[], offset: number): Nodes[] {
  for (const node of nodes) {
    const { position } = node
    if (position === undefined) continue
    if (position.start.offset! > offset || position.end.offset! <= offset) continue
    return [node, ...('children' in node ? pathTo(node.children, offset) : [])]
  }
  return []
}

function blocksFrom(text: string): Block[] {
  const bom = text.startsWith('\uFEFF') ? 1 : 0
  const blocks: Block[] = bom ? [{ text: '\uFEFF', lineCount: 0, nodes: [], continues: null }] : []
  const nodes = processor.parse(text).children
  const starts = nodes.map((node) => bom + node.position!.start.offset! - node.position!.start.column + 1)
  starts[0] = bom
  for (const [index, start] of starts.entries()) {
    const own = text.slice(start, starts[index + 1])
    const node = nodes[index]
    const line = node === undefined ? 0 : node.position!.start.line - 1 - leadingLines(text, start, node)
    const shifted = node && (shiftedNode(node, -line, bom - start) as RootContent)
    blocks.push({
      text: own,
      lineCount: countLineEndings(own),
      nodes: shifted ? [shifted] : [],
      continues: null,
    })
  }
  return blocks.filter((block) => block.text !== '')
}

function leadingLines(text: string, start: number, node: RootContent): number {
  return countLineEndings(text.slice(start, node.position!.start.offset!))
}

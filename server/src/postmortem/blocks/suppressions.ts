import type { Nodes } from 'mdast'
import type { Block, Leaf, MarkdownDocument } from '../../markdown/document.ts'
import type { Passage, Range } from '../lines/passage.ts'
import { perObject } from '../lines/perObject.ts'

/** A comment that turns rules off: `<!-- postmortem-disable-line rule-id -->`. */
export interface Suppression {
  /** `unknown` begins like a suppression but is not a known command. */
  readonly kind: 'file' | 'line' | 'disable' | 'enable' | 'unknown'
  readonly comment: Range
  /** The first word of the comment. */
  readonly command: Passage
  /** Empty if the comment applies to all rules. */
  readonly rules: readonly Passage[]
  /** The range that it applies to. A `disable` also applies to everything up to the next `enable`. */
  readonly covers: Range
}

const kinds: Readonly<Record<string, Suppression['kind']>> = {
  'postmortem-disable-file': 'file',
  'postmortem-disable-line': 'line',
  'postmortem-disable-next-line': 'line',
  'postmortem-disable': 'disable',
  'postmortem-enable': 'enable',
}

/** The commands that a comment can begin with. */
export const suppressionCommands = Object.keys(kinds)

/** In reading order. */
export function readSuppressions(document: MarkdownDocument): readonly Suppression[] {
  const suppressions: Suppression[] = []
  let base = 0
  for (const leaf of document.leaves()) {
    for (const { comment, offset } of commentsIn(leaf))
      suppressions.push(readSuppression(comment, base + offset, document))
    base += leaf.length
  }
  return suppressions
}

interface Comment extends Range {
  readonly command: Passage
  readonly rules: readonly Passage[]
}

/** Positions are relative to the block. */
const commentsOf = perObject(({ text, nodes }: Block) =>
  text.includes('<!--') ? findComments(nodes, text) : [],
)

/** With the offset of the block in the leaf. */
const commentsIn = perObject(({ blocks }: Leaf) => {
  const found: { readonly comment: Comment; readonly offset: number }[] = []
  let offset = 0
  for (const block of blocks) {
    for (const comment of commentsOf(block)) found.push({ comment, offset })
    offset += block.text.length
  }
  return found
})

function findComments(nodes: readonly Nodes[], source: string): readonly Comment[] {
  return nodes.flatMap((node): readonly Comment[] => {
    if ('children' in node) return findComments(node.children, source)
    if (node.type !== 'html') return []
    const start = node.position?.start.offset ?? 0
    const html = source.slice(start, node.position?.end.offset)
    return [...html.matchAll(/<!--\s{0,40}(postmortem-(?!edition:)[\w-]{1,40})/g)].flatMap((match) => {
      const length = html.slice(match.index).indexOf('-->')
      return length === -1
        ? []
        : [readComment(html.slice(match.index, match.index + length), start + match.index)]
    })
  })
}

/** Anything after ` -- ` is the author's reason. */
function readComment(text: string, start: number): Comment {
  const instruction = text.slice(4).split(' -- ')[0] ?? ''
  const [command, ...rules] = [...instruction.matchAll(/[^\s,]+/g)].map((word): Passage => {
    const at = start + 4 + word.index
    return { text: word[0], start: at, end: at + word[0].length }
  })
  return { start, end: start + text.length + 3, command: command as Passage, rules }
}

function readSuppression(found: Comment, base: number, document: MarkdownDocument): Suppression {
  const place = <Placed extends Range>(range: Placed) => ({
    ...range,
    start: range.start + base,
    end: range.end + base,
  })
  const comment = place({ start: found.start, end: found.end })
  const kind = kinds[found.command.text] ?? 'unknown'
  return {
    kind,
    comment,
    command: place(found.command),
    rules: found.rules.map(place),
    covers: findCovered(found.command.text, kind, comment, document),
  }
}

function findCovered(
  command: string,
  kind: Suppression['kind'],
  comment: Range,
  document: MarkdownDocument,
): Range {
  if (kind === 'file') return { start: 0, end: document.length }
  if (kind !== 'line') return comment
  const { line } = document.positionAt(comment.end)
  return lineAt(command === 'postmortem-disable-line' ? line : findNextLine(line, document), document)
}

/** Skips blank lines between the comment and the line that it applies to. */
function findNextLine(line: number, document: MarkdownDocument): number {
  for (let next = line + 1; next < document.lineCount; next += 1) {
    const { start, end } = lineAt(next, document)
    if (document.slice(start, end).trim() !== '') return next
  }
  return line + 1
}

function lineAt(line: number, document: MarkdownDocument): Range {
  const start = document.offsetAt({ line, character: 0 })
  const next = document.offsetAt({ line: line + 1, character: 0 })
  return { start, end: next > start ? next - 1 : document.length }
}

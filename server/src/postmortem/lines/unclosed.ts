import type { Html, RootContent } from 'mdast'
import type { Block } from '../../markdown/types.ts'

/** HTML that blank lines do not end: unless it is closed, it reaches to the end of the document. */
const openHtml: readonly { readonly opens: RegExp; readonly closes: RegExp; readonly closing: string }[] = [
  { opens: /^<!--/, closes: /-->/, closing: '-->' },
  { opens: /^<\?/, closes: /\?>/, closing: '?>' },
  { opens: /^<!\[CDATA\[/, closes: /\]\]>/, closing: ']]>' },
  { opens: /^<![a-z]/i, closes: />/, closing: '>' },
  {
    opens: /^<(?:script|pre|style|textarea)(?=[\s>]|$)/i,
    closes: /<\/(?:script|pre|style|textarea)>/i,
    closing: '</pre>',
  },
]

/** The line that closes a fence or HTML that the block leaves open, so that text can be added after it. */
export function findUnclosed(block: Block): string | null {
  const last = block.nodes.at(-1)
  if (last?.type === 'code') return findUnclosedFence(last, block)
  if (last?.type === 'html') return findUnclosedHtml(last)
  return null
}

function findUnclosedFence(node: RootContent, block: Block): string | null {
  const source = block.text.slice(node.position?.start.offset)
  const fence = /^(?:`{3,}|~{3,})/.exec(source)?.[0]
  if (fence === undefined) return null
  const lines = source.trimEnd().split(/\r\n|\r|\n/)
  const isClosed = lines.length > 1 && closesFence(lines.at(-1)!, fence)
  return isClosed ? null : fence
}

export function closesFence(line: string, fence: string): boolean {
  const trimmed = line.trim()
  return trimmed.startsWith(fence) && trimmed.replaceAll(fence[0]!, '') === ''
}

function findUnclosedHtml({ value }: Html): string | null {
  const kind = openHtml.find(({ opens }) => opens.test(value))
  if (kind === undefined || kind.closes.test(value)) return null
  return kind.closing
}

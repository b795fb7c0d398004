import type { TextEdit } from '../../src/markdown/document.ts'

/** Reads an edit written as text with `«removed»inserted¦` in it. */
export function marked(source: string): { readonly text: string; readonly edit: TextEdit } {
  const open = source.indexOf('«')
  const middle = source.indexOf('»')
  const close = source.indexOf('¦')
  const removed = source.slice(open + 1, middle)
  const text = source.slice(0, open) + removed + source.slice(close + 1)
  return { text, edit: { start: open, end: open + removed.length, text: source.slice(middle + 1, close) } }
}

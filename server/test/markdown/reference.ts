import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import { bundleMarkdown, tinyUnits } from '../../../scripts/bundleMarkdown.mjs'
import type { MarkdownDocument, TextEdit } from '../../src/markdown/document.ts'
import type * as remark from './remark.ts'

/**
 * Everything is bundled as it is shipped: under the conditions of a test runner, remark's packages come with
 * assertions, one of which does not hold for a document that the fuzz found (`1.`, then `[x] a`).
 */
export const { referenceTree } = await bundleMarkdown<typeof remark>('server/test/markdown/remark.ts')
const entry = 'server/src/markdown/document.ts'
export const builds = {
  shipped: await bundleMarkdown(entry),
  /** So that a short document has as many boundaries as a long one. */
  tiny: await bundleMarkdown(entry, tinyUnits),
}

export function applied(text: string, edit: TextEdit): string {
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end)
}

/** Edits a document and compares its text and its whole tree with the reference after every edit. */
export function checkEdits(text: string, edits: readonly TextEdit[]): void {
  for (const { MarkdownDocument } of Object.values(builds)) {
    const document = MarkdownDocument.from(text)
    let current = text
    checkTree(document, current)
    for (const edit of edits) {
      document.edit([edit])
      current = applied(current, edit)
      checkTree(document, current)
    }
  }
}

export function checkTree(document: MarkdownDocument, text: string): void {
  expect(document.text()).toBe(text)
  const tree = document.tree()
  const expected = referenceTree(text)
  // The same comparison by Node is many times faster; the one below says where they differ.
  if (!isDeepStrictEqual(tree, expected)) expect(tree).toStrictEqual(expected)
}

/** An edit written down as text with `«removed»inserted¦` in it, and the text that it is made to. */
export function marked(source: string): { readonly text: string; readonly edit: TextEdit } {
  const open = source.indexOf('«')
  const middle = source.indexOf('»')
  const close = source.indexOf('¦')
  const removed = source.slice(open + 1, middle)
  const text = source.slice(0, open) + removed + source.slice(close + 1)
  return { text, edit: { start: open, end: open + removed.length, text: source.slice(middle + 1, close) } }
}

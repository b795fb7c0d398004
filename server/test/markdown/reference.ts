import { isDeepStrictEqual } from 'node:util'
import type { Root } from 'mdast'
import { expect } from 'vitest'
import { bundleMarkdown, bundleVariants, tinyUnits } from '../../../scripts/bundleMarkdown.mjs'
import type { MarkdownDocument, TextEdit } from '../../src/markdown/document.ts'
import type * as remark from './remark.ts'

/**
 * Everything is bundled as it is shipped: under the conditions of a test runner, remark's packages come with
 * assertions, one of which does not hold for a document that the fuzz found (`1.`, then `[x] a`).
 */
export const { referenceTree } = await bundleMarkdown<typeof remark>('server/test/markdown/remark.ts')

/** What remark said of the texts of late: both builds are asked for the same ones, and undoing leads back to them. */
const known = new Map<string, Root>()
const mostKnown = 1_500

function knownReferenceTree(text: string): Root {
  const answer = known.get(text)
  if (answer !== undefined) return answer
  const tree = referenceTree(text)
  if (known.size === mostKnown) known.clear()
  known.set(text, tree)
  return tree
}

const [shipped, tiny] = await bundleVariants('server/src/markdown/document.ts', [[], tinyUnits])
/** Tiny units, so that a short document has as many boundaries as a long one. */
export const builds = { shipped: shipped!, tiny: tiny! }

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
  const expected = knownReferenceTree(text)
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

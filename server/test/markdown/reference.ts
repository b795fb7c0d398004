import { isDeepStrictEqual } from 'node:util'
import type { Root } from 'mdast'
import { expect } from 'vitest'
import { loadVariants } from '../../../scripts/markdown/loadVariants.mjs'
import type * as markdown from '../../src/markdown/document.ts'
import type { MarkdownDocument, TextEdit } from '../../src/markdown/document.ts'
import { tinyUnits } from './exactnessRules.ts'
import type * as remark from './remark.ts'

const [shipped, tiny] = await loadVariants<typeof markdown>('server/src/markdown/document.ts', [
  [],
  tinyUnits,
])
export const builds = { shipped: shipped!, tiny: tiny! }

/**
 * Like the parser, remark is bundled as it is shipped: under the conditions of a test runner its packages come
 * with assertions, one of which does not hold for every document (`1.`, then `[x] a`).
 */
const [reference] = await loadVariants<typeof remark>('server/test/markdown/remark.ts', [[]])

/** Recent trees: both builds are compared on the same texts, and undoing returns to earlier ones. */
const knownTrees = new Map<string, Root>()
const maxKnownTrees = 1_500

function referenceTree(text: string): Root {
  const known = knownTrees.get(text)
  if (known !== undefined) return known
  const tree = reference!.referenceTree(text)
  if (knownTrees.size === maxKnownTrees) knownTrees.clear()
  knownTrees.set(text, tree)
  return tree
}

export function applied(text: string, edit: TextEdit): string {
  return text.slice(0, edit.start) + edit.text + text.slice(edit.end)
}

/** After every edit, in both builds, the text and the whole tree must equal the reference. */
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
  // Node compares many times faster, and Vitest says where the trees differ.
  if (!isDeepStrictEqual(tree, expected)) expect(tree).toStrictEqual(expected)
}

import { describe, expect, it } from 'vitest'
import { loadVariants } from '../../../scripts/markdown/loadVariants.mjs'
import type * as markdown from '../../src/markdown/document.ts'
import { exactnessRules, tinyUnits } from './exactnessRules.ts'
import { marked } from './markedEdit.ts'
import { applied, checkEdits, checkTree } from './reference.ts'

describe('an awkward edit is exact', () => {
  for (const { name, wrong } of exactnessRules) {
    it(`because ${name}`, () => {
      const { text, edit } = marked(wrong)
      checkEdits(text, [edit])
    })
  }
})

const withoutOne = await loadVariants<typeof markdown>(
  'server/src/markdown/document.ts',
  exactnessRules.map(({ changes }) => [...tinyUnits, ...changes]),
)

describe('without the rule', () => {
  for (const [index, { name, wrong }] of exactnessRules.entries()) {
    it(`that ${name}, the edit goes wrong`, () => {
      const { MarkdownDocument } = withoutOne[index]!
      const { text, edit } = marked(wrong)
      expect(() => {
        const document = MarkdownDocument.from(text)
        checkTree(document, text)
        document.edit([edit])
        checkTree(document, applied(text, edit))
      }).toThrow()
    })
  }
})

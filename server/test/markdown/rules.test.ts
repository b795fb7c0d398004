import { describe, expect, it } from 'vitest'
import { bundleVariants, tinyUnits } from '../../../scripts/bundleMarkdown.mjs'
import { rules } from '../../../scripts/markdownRules.mjs'
import { applied, checkEdits, checkTree, marked } from './reference.ts'

describe('an awkward edit is exact', () => {
  for (const { name, wrong } of rules) {
    it(`because ${name}`, () => {
      const { text, edit } = marked(wrong)
      checkEdits(text, [edit])
    })
  }
})

const entry = 'server/src/markdown/document.ts'
const withoutOne = await bundleVariants(
  entry,
  rules.map(({ changes }) => [...tinyUnits, ...changes]),
)

describe('without the rule', () => {
  for (const [index, { name, wrong }] of rules.entries()) {
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

import { describe, expect, it } from 'vitest'
import { bundleMarkdown, tinyUnits } from '../../../scripts/bundleMarkdown.mjs'
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

describe('without the rule', () => {
  for (const { name, changes, wrong } of rules) {
    it(`that ${name}, the edit goes wrong`, async () => {
      const entry = 'server/src/markdown/document.ts'
      const { MarkdownDocument } = await bundleMarkdown(entry, [...tinyUnits, ...changes])
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

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MarkdownDocument } from '../../src/markdown/document.ts'
import { mayBeReport } from '../../src/postmortem/mayBeReport.ts'
import { readReport } from '../../src/postmortem/readReport.ts'
import { rules } from '../../src/rules/index.ts'
import { core } from '../../src/templates/core.ts'
import { holberton } from '../../src/templates/holberton.ts'
import { templates } from '../../src/templates/index.ts'
import { runs } from '../runs.ts'

const examples = rules.flatMap(({ examples: { good, bad } }) => [...good, ...bad].map(({ text }) => text))
const lines = [...new Set(examples.join('\n').split('\n'))].filter((line) => line.trim() !== '')

function isRecognized(document: MarkdownDocument): boolean {
  return readReport(document, holberton, { candidates: templates }).recognition.postmortem
}

describe('a document is dismissed without being read', () => {
  it('only if it is no report', () => {
    const piece = fc.oneof(fc.constantFrom(...lines), fc.constantFrom('', '# A title', '```', '> quoted'))
    const text = fc.oneof(
      fc.constantFrom(...examples),
      fc.array(piece, { maxLength: 12 }).map((found) => found.join('\n\n')),
    )
    let recognized = 0
    fc.assert(
      fc.property(text, (source) => {
        const document = MarkdownDocument.from(source)
        if (!isRecognized(document)) return
        recognized += 1
        expect(mayBeReport(document, core), source).toBe(true)
      }),
      { seed: 20_261_129, numRuns: runs(27) },
    )
    expect(recognized).toBeGreaterThan(5)
  })

  const dismissed: Readonly<Record<string, string>> = {
    'a manual': '# The manual\n\n## Options\n\nSet `level` to 2.\n\n## Timeline of releases\n\nNone.\n',
    'one title that reports have': '# Notes\n\n## Summary\n\nWe met at 10:00.\n',
    nothing: '',
  }
  for (const [name, text] of Object.entries(dismissed)) {
    it(`for ${name}`, () => {
      expect(mayBeReport(MarkdownDocument.from(text), core)).toBe(false)
    })
  }

  it('never with titles of a template of the team', () => {
    const own = { ...core, sections: [{ ...core.sections[0]!, title: 'What the customer saw', aliases: [] }] }
    expect(mayBeReport(MarkdownDocument.from('# Notes\n'), own)).toBe(true)
  })

  it('until an edit makes it one', () => {
    const document = MarkdownDocument.from('# Notes\n\nThe disk was full.\n')
    expect(mayBeReport(document, core)).toBe(false)
    document.edit([{ start: 2, end: 2, text: 'Postmortem: ' }])
    expect(mayBeReport(document, core)).toBe(true)
  })
})

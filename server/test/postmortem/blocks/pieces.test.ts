import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MarkdownDocument } from '../../../src/markdown/document.ts'
import { readReport } from '../../../src/postmortem/readReport.ts'
import { holberton } from '../../../src/templates/holberton.ts'
import { runs } from '../../runs.ts'

function places(document: MarkdownDocument) {
  const { head, sections } = readReport(document, holberton)
  return [head, ...sections].map(({ start, end, next, follows, unclosed }) => ({
    start,
    end,
    next,
    follows,
    unclosed,
  }))
}

const paragraph = (sentences: number) => 'The database was down. '.repeat(sentences).trim()

const report = (sentences: number, blanks: number) =>
  `# Postmortem: outage\n\n## Issue Summary\n\n${paragraph(sentences)}\n${'\n'.repeat(blanks)}## Root Cause and Resolution\n\nA full disk.\n`

describe('the place behind the content of a section', () => {
  it('is the same whatever was deleted before it', () => {
    fc.assert(
      fc.property(
        fc.nat(12),
        fc.integer({ min: 1, max: 6 }),
        fc.nat(300),
        fc.nat(200),
        (sentences, blanks, at, length) => {
          const before = report(sentences, blanks)
          const start = Math.min(at, before.length)
          const end = Math.min(before.length, start + length)
          const lived = MarkdownDocument.from(before)
          places(lived)
          lived.edit([{ start, end, text: '' }])
          const fresh = MarkdownDocument.from(before.slice(0, start) + before.slice(end))
          expect(places(lived)).toEqual(places(fresh))
        },
      ),
      { numRuns: runs(40) },
    )
  })

  it('is behind the last line with text, whatever the length of that line', () => {
    for (let sentences = 1; sentences <= 12; sentences += 1) {
      const text = report(sentences, 4)
      const section = readReport(MarkdownDocument.from(text), holberton).sections[0]!
      expect(section.next).toBe(text.indexOf(paragraph(sentences)) + paragraph(sentences).length + 1)
    }
  })

  it.each([
    ['closes nothing after code that is closed', '```\n\nThe logs of the night.\n', null],
    ['closes nothing right after code that is closed', '```\n', null],
    ['closes code that goes on to the end', 'restart --all\n', '```'],
    ['closes other code after code that is closed', '```\n\n~~~\nrestart --all\n', '~~~'],
  ])('%s, however long it is', (_, end, unclosed) => {
    for (const lines of [1, 40, 200]) {
      const text = `# Postmortem: outage\n\n## Issue Summary\n\n\`\`\`\n${'10:00 restart\n'.repeat(lines)}${end}`
      const { sections } = readReport(MarkdownDocument.from(text), holberton)
      expect(sections.map((section) => section.unclosed)).toEqual([unclosed])
    }
  })
})

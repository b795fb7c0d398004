import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { MarkdownDocument, TextEdit } from '../../src/markdown/document.ts'
import { runs } from '../runs.ts'
import { marked } from './markedEdit.ts'
import { pieces, shreds, switches } from './material.ts'
import { applied, builds, checkEdits, checkTree } from './reference.ts'

const endings = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r')
const indents = fc.constantFrom('', '', '', '', '', '', '  ', '    ', '> ', '- ')
const piece = fc.tuple(indents, fc.constantFrom(...pieces)).map(([indent, text]) => indent + text)
const top = fc.constantFrom('', '', '', '', '---\na: b\n---\n', '---\n', '\uFEFF')
const documentText = fc
  .tuple(top, fc.array(piece, { maxLength: 14 }), endings)
  .map(([head, parts, ending]) => (head + parts.join('')).replace(/\n/g, ending))

/** A place that fits texts of any length, because its offset is taken modulo the length. */
const place = fc.record({ at: fc.nat(10_000), isLine: fc.boolean() })
const typed = fc.constantFrom(...'abwh1 ,.*`[]>-|#\n')
const operation = fc.oneof(
  { weight: 4, arbitrary: fc.record({ place, length: fc.constant(0), text: typed }) },
  { weight: 2, arbitrary: fc.record({ place, length: fc.constant(0), text: fc.constantFrom(...shreds) }) },
  { weight: 2, arbitrary: fc.record({ place, length: fc.constant(0), text: fc.constantFrom(...switches) }) },
  { weight: 3, arbitrary: fc.record({ place, length: fc.nat(40), text: fc.constantFrom('', '', 'x') }) },
  { weight: 1, arbitrary: fc.record({ place, length: fc.nat(12), text: documentText }) },
)

describe('after any edit the tree is that of remark-parse', () => {
  for (const [name, { MarkdownDocument }] of Object.entries(builds)) {
    it(`in any document, with ${name} units, also after undoing`, () => {
      const property = fc.property(
        documentText,
        fc.array(operation, { maxLength: 10 }),
        (text, operations) => {
          const document = MarkdownDocument.from(text)
          checkTree(document, text)
          let current = text
          const undo: TextEdit[] = []
          for (const { place, length, text: inserted } of operations) {
            const edit = editAt(current, place, length, inserted)
            undo.push({
              ...edit,
              end: edit.start + inserted.length,
              text: current.slice(edit.start, edit.end),
            })
            current = step(document, current, edit)
          }
          for (const edit of undo.reverse()) current = step(document, current, edit)
          expect(current).toBe(text)
        },
      )
      fc.assert(property, { seed: 20_261_121, numRuns: runs(8) })
    })
  }

  it('in long documents', () => {
    const text = pieces.slice(0, 60).join('\n').repeat(6)
    const at = Math.floor(text.length / 2)
    checkEdits(text, [
      { start: at, end: at, text: '```\n' },
      { start: 10, end: 10, text: '[a]: /u\n\n' },
      { start: at, end: at + 8, text: '' },
      { start: at, end: at + 1_500, text: 'One\n\n- two\n' },
    ])
  })

  const endsOfAList = ['- one\n- two\n- three\n', '1. one\n2. two\n3. three\n', '* one\n\n* two\n\n* three\n']
  for (const list of endsOfAList) {
    it(`wherever something is typed in ${JSON.stringify(list)}`, () => {
      for (let at = 0; at <= list.length; at += 1) {
        for (const text of [' ', '\n', '\n\n', '    ', '```\n', '-', '#']) {
          checkEdits(list, [
            { start: at, end: at, text },
            { start: at, end: at + text.length, text: '' },
          ])
        }
      }
    })
  }
})

describe('where remark is inconsistent, the tree is the same', () => {
  const quirks = {
    'front matter that is not closed takes the containers out of the document': '---\n\n- a\n«»b¦\n',
    'a checkbox that no item holds is put on the root': '1.\n[x] a«»b¦\n\nc\n',
    'an item may end in the prefix of the next': '- ```\n      \n- b«»c¦\n',
    'a text after a task marker may start in a column that does not exist': '- [ ] \nfoo«»b¦\n',
    'offsets are counted from after a byte order mark': '\uFEFF# a«»b¦\n\nc\n',
  }
  for (const [name, source] of Object.entries(quirks)) {
    it(name, () => {
      const { text, edit } = marked(source)
      checkEdits(text, [edit])
    })
  }
})

/** Edits the document and the text alike, compares them, and returns the new text. */
function step(document: MarkdownDocument, text: string, edit: TextEdit): string {
  const kept = new Set(document.blocks())
  const change = document.edit([edit])
  const current = applied(text, edit)
  checkTree(document, current)
  for (const block of change.removed) expect(kept.delete(block)).toBe(true)
  for (const block of change.added) kept.add(block)
  expect(new Set(document.blocks())).toEqual(kept)
  const expected = TextDocument.create('file:///a.md', 'markdown', 0, current)
  expect(document.positionAt(edit.start)).toEqual(expected.positionAt(edit.start))
  return current
}

function editAt(
  text: string,
  place: { readonly at: number; readonly isLine: boolean },
  length: number,
  inserted: string,
): TextEdit {
  const at = place.at % (text.length + 1)
  const start = place.isLine
    ? Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1
    : at
  return { start, end: Math.min(text.length, start + length), text: inserted }
}

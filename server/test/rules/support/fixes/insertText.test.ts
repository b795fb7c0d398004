import { expect, it } from 'vitest'
import { MarkdownDocument } from '../../../../src/markdown/document.ts'
import { findContents, findPiece } from '../../../../src/postmortem/blocks/pieces.ts'
import { insertText } from '../../../../src/rules/support/fixes/insertText.ts'
import { read } from '../../../postmortem/read.ts'

it.each([
  ['a blank line', 'One.\n\n\n## Two\n', 'One.\n\nNew.\n\n\n## Two\n'],
  ['text', 'One.\n## Two\n', 'One.\n\nNew.\n\n## Two\n'],
  ['nothing, not even a line ending', 'One.', 'One.\n\nNew.'],
])('lines are inserted apart from what they follow and from what follows: %s', (_, text, expected) => {
  const document = MarkdownDocument.from(text)
  const end = text.includes('##') ? text.indexOf('##') : text.length
  const piece = findPiece(0, end, findContents(document), document)
  const edit = insertText(['New.'], piece, read(text))
  expect(text.slice(0, edit.start) + edit.text + text.slice(edit.end)).toBe(expected)
})

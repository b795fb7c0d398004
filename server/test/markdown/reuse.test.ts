import { describe, expect, it } from 'vitest'
import { type Change, MarkdownDocument } from '../../src/markdown/document.ts'
import { processorTime } from '../processorTime.ts'

/** The amount of text that an edit caused to be parsed again. */
function costOf(change: Change): { readonly blocks: number; readonly characters: number } {
  const characters = change.added.reduce((sum, block) => sum + block.text.length, 0)
  return { blocks: change.added.length, characters }
}

/** Types each character at the offset and deletes it again. No edit may cost more than `max`. */
function checkKeystrokes(
  document: MarkdownDocument,
  offset: number,
  max: { blocks: number; characters: number },
) {
  for (const character of ['a', '*', '`', ' ', '\n', '|', '[', '>', '#', '-', '1', '<']) {
    const typed = costOf(document.edit([{ start: offset, end: offset, text: character }]))
    const deleted = costOf(document.edit([{ start: offset, end: offset + 1, text: '' }]))
    for (const { blocks, characters } of [typed, deleted]) {
      expect(blocks, `blocks for ${JSON.stringify(character)}`).toBeLessThanOrEqual(max.blocks)
      expect(characters, `characters for ${JSON.stringify(character)}`).toBeLessThanOrEqual(max.characters)
    }
  }
}

const prose = 'The queue grew faster than the workers could drain it, and requests began to wait.'

describe('a keystroke parses again at most', () => {
  it('the paragraph and its neighbour in ordinary prose', () => {
    const text = `## What happened\n\n${prose} ${prose}\n\n`.repeat(200)
    checkKeystrokes(MarkdownDocument.from(text), 18_040, { blocks: 2, characters: 600 })
  })

  it('a few items in the middle of a list of 2,000', () => {
    const line = '- 14:02 a worker timed out\n'
    const document = MarkdownDocument.from(line.repeat(2_000))
    checkKeystrokes(document, line.length * 1_000 + 12, { blocks: 3, characters: 700 })
  })

  it('a few items in the middle of a numbered list of 2,000', () => {
    const line = '1. a worker timed out\n'
    const document = MarkdownDocument.from(line.repeat(2_000))
    checkKeystrokes(document, line.length * 1_000 + 12, { blocks: 3, characters: 700 })
  })

  it('a few notes in the middle of 2,000', () => {
    const note = (index: number) => `[^${index}]: see the log\n`
    const notes = Array.from({ length: 2_000 }, (_, index) => note(1_000 + index)).join('')
    const document = MarkdownDocument.from(notes)
    checkKeystrokes(document, note(1_000).length * 1_000 + 14, { blocks: 3, characters: 700 })
  })

  it('a few rows in the middle of a table of 2,000', () => {
    const row = '| 14:02 | slow |\n'
    const document = MarkdownDocument.from(`| time | what |\n| - | - |\n${row.repeat(2_000)}`)
    checkKeystrokes(document, row.length * 1_000 + 35, { blocks: 3, characters: 700 })
  })

  it('a few rows in the middle of a table of 2,000 without pipes at their ends', () => {
    const row = '14:02 | slow\n'
    const document = MarkdownDocument.from(`time | what\n---|---\n${row.repeat(2_000)}`)
    checkKeystrokes(document, row.length * 1_000 + 28, { blocks: 3, characters: 700 })
  })

  it('a few lines in the middle of a fenced log of 400 KB', () => {
    const line = '14:02:11 worker 3 timed out after 30 s\n'
    const document = MarkdownDocument.from(`\`\`\`\n${line.repeat(10_000)}\`\`\`\n`)
    checkKeystrokes(document, 4 + line.length * 5_000 + 20, { blocks: 2, characters: 1_200 })
  })

  it('the last block, at the end of a document', () => {
    const document = MarkdownDocument.from(`${prose}\n\n`.repeat(300))
    checkKeystrokes(document, document.length, { blocks: 2, characters: 500 })
  })
})

describe('a definition that is removed and restored', () => {
  it('causes only the blocks that use it to be parsed again', () => {
    const user = `${prose} See [the log][log].\n\n${prose} ${prose}\n\n`
    const other = `${prose} See [the log](https://example.org) or [nothing][].\n\n${prose} ${prose}\n\n`
    const definition = '[log]: https://logs.example.org/7\n'
    const text = `${other.repeat(100)}${user.repeat(10)}${other.repeat(100)}${definition}`
    const document = MarkdownDocument.from(text)
    const start = text.length - definition.length
    for (const edit of [
      { start, end: text.length, text: '' },
      { start, end: start, text: definition },
    ]) {
      const cost = costOf(document.edit([edit]))
      expect(cost.blocks).toBeGreaterThanOrEqual(10)
      expect(cost.blocks).toBeLessThanOrEqual(13)
    }
  })
})

describe('opening', () => {
  it('takes time in proportion to the length, even if lists and paragraphs alternate', () => {
    const piece = 'The workers stopped.\n\n- restarted one\n\n'
    MarkdownDocument.from(piece.repeat(100))
    const small = timeOf(() => MarkdownDocument.from(piece.repeat(100)))
    const large = timeOf(() => MarkdownDocument.from(piece.repeat(1_000)))
    expect(large / small).toBeLessThan(25)
  })
})

function timeOf(action: () => void): number {
  return Math.min(...[0, 1, 2].map(() => processorTime(action)))
}

import { describe, expect, it } from 'vitest'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { MarkdownDocument } from '../../src/markdown/document.ts'

const report = '# Outage\n\nThe *queue* grew.\n\n- one\n- two\n'

describe('a document', () => {
  it('is made of blocks whose texts are its text', () => {
    const text = `${report}${'- 14:02 a worker stopped\n'.repeat(100)}`
    const blocks = [...MarkdownDocument.from(text).blocks()]
    expect(blocks.length).toBeGreaterThan(5)
    expect(blocks.map((block) => block.text).join('')).toBe(text)
    expect(blocks.reduce((sum, block) => sum + block.lineCount, 0)).toBe(text.split('\n').length - 1)
  })

  it('may be empty', () => {
    const document = MarkdownDocument.from('')
    expect([...document.blocks()]).toEqual([])
    expect(document.blockAt(0)).toBeUndefined()
    expect(document.nodeAt(0)).toBeUndefined()
    expect(document.positionAt(7)).toEqual({ line: 0, character: 0 })
    expect(document.offsetAt({ line: 2, character: 2 })).toBe(0)
    document.edit([{ start: 0, end: 0, text: 'a' }])
    document.edit([{ start: 0, end: 1, text: '' }])
    expect(document.text()).toBe('')
    expect([...document.blocks()]).toEqual([])
  })

  it('counts positions from the start of each block', () => {
    const text = `${'Filler of a paragraph that is long enough. '.repeat(6)}\n\nA *word*.\n`
    const [, second] = [...MarkdownDocument.from(text).blocks()]
    expect(second?.text).toBe('A *word*.\n')
    expect(second?.nodes[0]?.position).toEqual({
      start: { line: 1, column: 1, offset: 0 },
      end: { line: 1, column: 10, offset: 9 },
    })
  })

  it('says which blocks continue a list, a table or a fence', () => {
    const texts = {
      list: '- 14:02 a worker stopped\n'.repeat(40),
      table: `| a | b |\n| - | - |\n${'| 14:02 | slow |\n'.repeat(60)}`,
      fence: `\`\`\`\n${'worker 3 timed out\n'.repeat(120)}\`\`\`\n`,
    }
    for (const [construct, text] of Object.entries(texts)) {
      const [first, ...others] = [...MarkdownDocument.from(text).blocks()]
      expect(first?.continues).toBeNull()
      expect(others.length).toBeGreaterThan(1)
      for (const block of others) expect(block.continues).toBe(construct)
    }
  })

  it('finds the block at an offset', () => {
    const text = `${'# Heading\n\nSome prose that is not short at all, so blocks end.\n\n'.repeat(40)}`
    const document = MarkdownDocument.from(text)
    const blocks = [...document.blocks()]
    let offset = 0
    let line = 0
    for (const [index, block] of blocks.entries()) {
      expect(document.blockAt(offset)).toEqual({ block, index, offset, line })
      expect(document.blockAt(offset + block.text.length - 1)?.index).toBe(index)
      offset += block.text.length
      line += block.lineCount
    }
    expect(document.blockAt(text.length)?.block).toBe(blocks.at(-1))
  })

  it('finds the deepest node at an offset, with its absolute range', () => {
    const document = MarkdownDocument.from(report)
    const at = report.indexOf('queue')
    const place = document.nodeAt(at)
    expect(place?.node).toMatchObject({ type: 'text', value: 'queue' })
    expect(place?.ancestors.map((node) => node.type)).toEqual(['paragraph', 'emphasis'])
    expect([place?.start, place?.end]).toEqual([at, at + 5])
    expect(document.nodeAt(report.indexOf('\n\nThe'))).toBeUndefined()
  })

  it('returns parts of its text', () => {
    const document = MarkdownDocument.from(report.repeat(50))
    const text = report.repeat(50)
    for (const [start, end] of [
      [0, 5],
      [3, 1200],
      [700, 701],
      [10, 3],
      [-4, 9],
      [5, 1e9],
    ] as const) {
      expect(document.slice(start, end)).toBe(text.slice(Math.max(0, start), Math.max(0, end)))
    }
  })

  it('counts lines and characters as text documents do', () => {
    for (const ending of ['\n', '\r\n', '\r']) {
      const text = `\uFEFF${report.repeat(30).replaceAll('\n', ending)}last 🙂 line`
      const document = MarkdownDocument.from(text)
      const expected = TextDocument.create('file:///a.md', 'markdown', 0, text)
      expect(document.lineCount).toBe(expected.lineCount)
      for (let offset = -2; offset < text.length + 3; offset += 1) {
        expect(document.positionAt(offset)).toEqual(expected.positionAt(offset))
      }
      for (let line = -1; line < expected.lineCount + 2; line += 7) {
        for (const character of [-1, 0, 3, 80]) {
          const position = { line, character }
          expect(document.offsetAt(position)).toBe(expected.offsetAt(position))
        }
      }
    }
  })
})

describe('an edit', () => {
  it('names the blocks that it removed and added, and keeps all others', () => {
    const document = MarkdownDocument.from('Some prose about the outage, and more of it.\n\n'.repeat(60))
    const before = new Set(document.blocks())
    const change = document.edit([{ start: 700, end: 700, text: '*' }])
    const expected = new Set([...before].filter((block) => !change.removed.includes(block)))
    for (const block of change.added) expected.add(block)
    expect(new Set(document.blocks())).toEqual(expected)
    expect(change.removed.length).toBeLessThan(3)
  })

  it('keeps the leaves that it does not touch', () => {
    const document = MarkdownDocument.from('Some prose about the outage, and more of it.\n\n'.repeat(900))
    const before = document.leaves()
    document.edit([{ start: 20_000, end: 20_000, text: 'new *words*\n\n' }])
    const kept = document.leaves().filter((leaf) => before.includes(leaf))
    expect(before.length).toBeGreaterThan(3)
    expect(kept.length).toBeGreaterThanOrEqual(before.length - 1)
  })

  it('applies to the result of the one before it, like the content changes of LSP', () => {
    const document = MarkdownDocument.from('one two\n')
    const change = document.edit([
      { start: 0, end: 3, text: 'three' },
      { start: 6, end: 9, text: 'four' },
    ])
    expect(document.text()).toBe('three four\n')
    expect(change.removed).toHaveLength(1)
    expect(change.added).toEqual([...document.blocks()])
  })

  it('changes nothing if it inserts the text that it removes', () => {
    const document = MarkdownDocument.from(report)
    const blocks = [...document.blocks()]
    expect(document.edit([{ start: 0, end: report.length, text: report }])).toEqual({
      removed: [],
      added: [],
    })
    expect([...document.blocks()]).toEqual(blocks)
  })

  it('is limited to the text', () => {
    const document = MarkdownDocument.from('abc')
    document.edit([{ start: 2, end: 99, text: 'd' }])
    document.edit([{ start: -5, end: 1, text: '' }])
    expect(document.text()).toBe('bd')
  })
})

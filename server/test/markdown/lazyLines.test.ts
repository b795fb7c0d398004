import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MarkdownDocument } from '../../src/markdown/document.ts'
import { isLinear, times } from '../growth.ts'
import { runs } from '../runs.ts'
import { checkEdits, checkTree } from './reference.ts'

describe('lines that continue an item or a quotation without its marker', () => {
  it.each(['- a\n', '> a\n> - b\n'])('take about twice as long for twice as many: %j', (start) => {
    const read = (count: number) => () => MarkdownDocument.from(`${start}${'b\n[-->'.repeat(count)}`)
    expect(isLinear(read(1_000), read(1_000 * times))).toBe(true)
  })

  const piece = fc.constantFrom(
    ...'- |> |  |a|b|\n|\n|\n|\n\n|```|| |: -|-|===|# |[^a]: |[a]: |<b>|1. '.split('|'),
    '|',
  )
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

  it('are read as remark-parse reads them', () => {
    fc.assert(
      fc.property(text, (some) => checkTree(MarkdownDocument.from(some), some)),
      { numRuns: runs(80) },
    )
  })

  it('are read again as remark-parse reads them', () => {
    const property = fc.property(text, fc.nat(), piece, (some, at, inserted) => {
      const start = at % (some.length + 1)
      checkEdits(some, [{ start, end: start, text: inserted }])
    })
    fc.assert(property, { numRuns: runs(40) })
  })
})

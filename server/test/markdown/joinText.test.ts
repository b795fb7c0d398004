import fc from 'fast-check'
import { parse } from 'micromark'
import { describe, expect, it } from 'vitest'
import { MarkdownDocument } from '../../src/markdown/document.ts'
import { joinAtOnce } from '../../src/markdown/joinText.ts'
import { isLinear, times } from '../growth.ts'
import { runs } from '../runs.ts'
import { checkTree } from './reference.ts'

const lineFeed = -4

describe('the pieces that a line of text is read in', () => {
  it('are joined all at once, and not line by line', () => {
    const tokenizer = joinAtOnce(parse().text)(undefined)
    const { splice } = tokenizer.events
    let joins = 0
    tokenizer.events.splice = (...bounds: [number, number]) => {
      joins += 1
      return splice(...bounds)
    }
    const events = tokenizer.write([...Array.from({ length: 100 }, () => ['a &b', lineFeed]).flat(), null])
    expect(joins).toBe(1)
    expect(events.filter(([kind, { type }]) => kind === 'enter' && type === 'data')).toHaveLength(100)
  })

  it('are joined in about twice the time for twice as much', () => {
    const read = (count: number) => () => MarkdownDocument.from('a_b@'.repeat(count))
    expect(isLinear(read(2_000), read(2_000 * times))).toBe(true)
  })

  it('are joined as remark-parse joins them', () => {
    const piece = fc.constantFrom(
      'a',
      '|',
      '@',
      '&',
      '\\',
      '!',
      ' ',
      '  \n',
      '\n',
      '*',
      '_',
      '~~',
      '[',
      ']',
      '`',
      '<',
    )
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => `a${pieces.join('')}`)
    fc.assert(
      fc.property(text, (some) => checkTree(MarkdownDocument.from(some), some)),
      { numRuns: runs(150) },
    )
  })
})

import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { loadVariants } from '../../../scripts/markdown/loadVariants.mjs'
import type * as markdown from '../../src/markdown/document.ts'
import { MarkdownDocument, type TextEdit } from '../../src/markdown/document.ts'
import { isLinear, times } from '../growth.ts'
import { processorTime } from '../processorTime.ts'
import { runs } from '../runs.ts'
import { tinyUnits } from './exactnessRules.ts'
import { applied, checkTree } from './reference.ts'

const repeat = (mark: string, length: number) => mark.repeat(length / mark.length)
const marks = ['*_', '~~a', 'a**b', ']', '[a](b "', 'a <!-- b ', '`', 'www.a.b/!!!!!!!!!!', '![']
const unreadIn = (node: Nodes): readonly string[] => [
  ...(node.data?.unread === undefined ? [] : [node.data.unread]),
  ...('children' in node ? node.children.flatMap(unreadIn) : []),
]

describe('a paragraph with a great many marks', () => {
  it('is plain text from a stated number of characters times marks on', () => {
    const document = MarkdownDocument.from(`*a*\n\n${repeat('*b* ', 12_000)}\n\n*c*`)
    const [before, dense, after] = document.tree().children
    expect(before).toMatchObject({ children: [{ type: 'emphasis' }] })
    expect(dense).toMatchObject({ data: { unread: 'dense' }, children: [{ type: 'text' }] })
    expect(after).toMatchObject({ children: [{ type: 'emphasis' }] })
  })

  it.each(['\n', '\r', '\r\n'])(
    'is plain text with more than 5,000 lines as well, whatever ends them: %j',
    (ending) => {
      const unread = (lines: number) =>
        unreadIn(MarkdownDocument.from(`the *disk*${`${ending}is full`.repeat(lines - 1)}${ending}`).tree())
      expect(unread(5_001)).toEqual([])
      expect(unread(5_002)).toEqual(['long'])
    },
  )

  it('counts underscores in a row, as a line to fill in has them, but none inside a word', () => {
    const unread = (text: string) => unreadIn(MarkdownDocument.from(text).tree())
    expect(unread(`${'_'.repeat(6_000)}*${'_'.repeat(6_000)}`)).toEqual(['dense'])
    expect(unread('pool_size=12 '.repeat(1_000))).toEqual([])
  })

  it.each(['**bold** words, and words without any weight at all. ', 'a_b_c=1 ', 'words '])(
    'is read if people could have written it: %s',
    (words) => {
      const text = repeat(words, 100 * words.length)
      const document = MarkdownDocument.from(text)
      checkTree(document, text)
      expect(unreadIn(document.tree())).toEqual([])
    },
  )

  it('costs little with each mark that is typed, however many lines it has', () => {
    const read = (lines: number) => {
      const document = MarkdownDocument.from('a\r'.repeat(lines))
      return () => document.edit([{ start: lines + 1, end: lines + 1, text: ' *' }])
    }
    const [few, many] = [read(5_000), read(50_000)]
    expect(Math.min(...[1, 2, 3].map(() => processorTime(many)))).toBeLessThan(
      Math.min(...[1, 2].map(() => processorTime(few))),
    )
  })

  it.each([...marks, '> ', '>', '1. ', '- '])('takes about twice as long for twice as much: %s', (mark) => {
    const read = (length: number) => () => MarkdownDocument.from(`x ${repeat(mark, length)}`)
    expect(isLinear(read(10_000), read(10_000 * times))).toBe(true)
  })
})

describe('a paragraph around a small limit', async () => {
  const small = [
    { file: 'dense.ts', find: 'const maxCost = 8_000_000', replace: 'const maxCost = 60' },
    { file: 'dense.ts', find: 'const maxLines = 5_000', replace: 'const maxLines = 3' },
  ]
  const byParserAlone = { file: 'plainNodes.ts', find: 'unreadParagraphOf(start, end, text) ??', replace: '' }
  const builds = await loadVariants<typeof markdown>('server/src/markdown/document.ts', [
    [...small, byParserAlone],
    small,
    [...small, ...tinyUnits],
  ])
  const piece = fc.constantFrom(
    ...'word |more |*a* |**|`|[a]|[a]: b|<b>|~~|\n|\r|\r\n|\n\n|- |> |x| |\t|\0|a@b.c |@|www.a.b |[ ] |==\n'.split(
      '|',
    ),
  )
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))
  const edit = fc.record({
    at: fc.nat(500),
    length: fc.constantFrom(0, 0, 1, 4),
    text: fc.oneof(piece, fc.constantFrom('', 'b')),
  })

  /**
   * Edits a document in each build, compares it each time with a fresh one of the first build, in which micromark reads
   * all paragraphs that are dense, and counts these.
   */
  function editAndCompare(start: string, edits: readonly TextEdit[]): number {
    let dense = 0
    for (const build of builds) {
      const document = build.MarkdownDocument.from(start)
      let current = start
      for (const each of edits) {
        document.edit([each])
        current = applied(current, each)
        const fresh = builds[0]!.MarkdownDocument.from(current).tree()
        dense += unreadIn(fresh).length
        if (!isDeepStrictEqual(document.tree(), fresh)) expect(document.tree()).toStrictEqual(fresh)
      }
    }
    return dense
  }

  it('is after any edits what it is when it is read afresh', () => {
    let dense = 0
    const property = fc.property(text, fc.array(edit, { maxLength: 12 }), (start, edits) => {
      let length = start.length
      const placed = edits.map((each): TextEdit => {
        const from = each.at % (length + 1)
        const end = Math.min(length, from + each.length)
        length += each.text.length - (end - from)
        return { start: from, end, text: each.text }
      })
      dense += editAndCompare(start, placed)
    })
    fc.assert(property, { seed: 20_261_129, numRuns: runs(20) })
    expect(dense).toBeGreaterThan(40)
  })

  it.each(['[a]: b\nc', '[a]', 'a@b.c', 'www.a.b', 'http://a.b', '*', '\t', '\0', '<b>', 'x  ', '  x'])(
    'is what micromark makes of it, with anything at the start of a line: %j',
    (special) => {
      for (const line of [0, 1, 5]) {
        const lines = ['c', 'd', 'e', 'f', 'g', 'h'].map((letter, at) =>
          at === line ? `${special} ${letter}` : letter,
        )
        expect(editAndCompare(lines.join('\n'), [{ start: 0, end: 0, text: '' }])).toBeGreaterThan(0)
      }
    },
  )

  it('becomes dense with a letter, and is read again without it', () => {
    const start = '*a* and words'
    const at = start.length
    const typed = Array.from({ length: 40 }, (_, by) => ({ start: at + by, end: at + by, text: 'x' }))
    const deleted = typed.map((each) => ({ start: each.start, end: each.start + 1, text: '' })).reverse()
    expect(editAndCompare(start, typed.slice(0, 10))).toBe(0)
    expect(editAndCompare(start, [...typed, ...deleted])).toBeGreaterThan(40)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { displayWidth } from '../../../src/cli/reporters/displayWidth.ts'
import { excerpt } from '../../../src/cli/reporters/excerpt.ts'
import { runs } from '../../runs.ts'

/** Checks the excerpt of a line, whose range is between two bars, and the marks below it. */
function check(line: string, expected: readonly string[], columns = 60) {
  const start = line.indexOf('|')
  const end = line.lastIndexOf('|') - 1
  const { shown, marks } = excerpt(line.replaceAll('|', ''), start, end, columns)
  expect([shown, ' '.repeat(marks.before) + '^'.repeat(marks.length)]).toEqual(expected)
}

describe('an excerpt', () => {
  it('marks the range in its line', () => {
    check('## |Timeline| (UTC)', ['## Timeline (UTC)', '   ^^^^^^^^'])
  })

  it('marks a place where something is missing', () => {
    check('- 14:02|| - An alert', ['- 14:02 - An alert', '       ^'])
    check('an end||', ['an end', '      ^'])
    check('||', ['', '^'])
  })

  it('has tabs of one width', () => {
    check('\t-\t|14:02|', ['    -    14:02', '         ^^^^^'])
  })

  it('takes the width of characters into account', () => {
    check('## 障害の|概要|です', ['## 障害の概要です', '         ^^^^'])
    check('\u{1f6a8} |pager|', ['\u{1f6a8} pager', '   ^^^^^'])
    check('cafe\u0301 |closed|', ['cafe\u0301 closed', '     ^^^^^^'])
    check('|\u{1f6a8}|', ['\u{1f6a8}', '^^'])
  })

  it('shows the part of a long line around the range', () => {
    const many = 'one two three four five six seven eight nine ten '
    check(`${many}|here| ${many}`, ['… nine ten here one two three …', '           ^^^^'], 31)
    check(`|here| ${many}`, ['here one two three four five s…', '^^^^'], 31)
    check(`${many}|here|`, ['… nine ten here', '           ^^^^'], 31)
    check(`a |${many}|`, ['a one two three four five six …', '  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^'], 31)
  })

  it('fits, marks something, and marks nothing outside it, whatever the line', () => {
    const line = fc.string({
      unit: fc.constantFrom('a', ' ', '\t', '障', '\u{1f6a8}', '\u0301', '\u200b', '\x1b', '\ud800'),
      maxLength: 300,
    })
    fc.assert(
      fc.property(
        line,
        fc.nat(300),
        fc.nat(300),
        fc.integer({ min: 20, max: 80 }),
        (text, one, two, columns) => {
          const [start = 0, end = 0] = [one % (text.length + 1), two % (text.length + 1)].sort(
            (a, b) => a - b,
          )
          const { shown, marks } = excerpt(text, start, end, columns)
          const width = [...shown].reduce((sum, each) => sum + displayWidth(each), 0)
          expect(width).toBeLessThanOrEqual(columns)
          expect(marks.length).toBeGreaterThan(0)
          expect(marks.before + marks.length).toBeLessThanOrEqual(Math.max(width, marks.before + 1))
          expect(shown).not.toMatch(/[\t\x1b]/)
        },
      ),
      { seed: 20_240_510, numRuns: runs(150) },
    )
  })
})

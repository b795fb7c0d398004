import fc from 'fast-check'
import { expect, it } from 'vitest'
import { linkBetween, resolveLink } from '../../src/library/reportPath.ts'

it('a link leads from the folder of its file', () => {
  expect(resolveLink('2026/a.md', 'b.md')).toBe('2026/b.md')
  expect(resolveLink('2026/a.md', '../2025/./b%20c.md#cause')).toBe('2025/b c.md')
  expect(resolveLink('a.md', '../other/b.md')).toBe('../other/b.md')
  expect(resolveLink('a.md', '100%.md')).toBe('100%.md')
})

it('a link between two files leads from one to the other', () => {
  const path = fc
    .array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 })
    .map((parts) => [...parts, 'x.md'].join('/'))
  fc.assert(
    fc.property(path, path, (from, to) => {
      expect(resolveLink(from, linkBetween(from, to))).toBe(to)
    }),
  )
})

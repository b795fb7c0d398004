import { describe, expect, it } from 'vitest'
import { parseYaml } from '../../src/yaml/parseYaml.ts'

describe('parseYaml', () => {
  it('reads plain data', () => {
    const parsed = parseYaml('title: Search\ntags: [search, disk]\n')
    expect(parsed.kind === 'documents' && parsed.documents[0]?.toJS()).toEqual({
      title: 'Search',
      tags: ['search', 'disk'],
    })
  })

  it.each([
    ['brackets', '['.repeat(8000)],
    ['braces', '{a: '.repeat(4000)],
    ['lists on one line', '- '.repeat(8000)],
  ])('does not follow %s to the end of the stack', (_, text) => {
    expect(parseYaml(text).kind).toBe('too deep')
  })
})

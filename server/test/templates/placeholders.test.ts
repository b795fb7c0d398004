import { describe, expect, it } from 'vitest'
import { toSnippet, toSnippets } from '../../src/templates/placeholders.ts'

describe('the placeholders of a text', () => {
  it('become tab stops in reading order', () => {
    expect(toSnippet('from {{start}} to {{end}}')).toBe('from ${1:{{start\\}\\}} to ${2:{{end\\}\\}}')
  })

  it('are apart even if they read the same, but for the zone, which is written once for all', () => {
    expect(toSnippet('{{HH:MM}} {{time zone}}, {{HH:MM}} {{time zone}}')).toBe(
      '${1:{{HH:MM\\}\\}} ${2:{{time zone\\}\\}}, ${3:{{HH:MM\\}\\}} ${2:{{time zone\\}\\}}',
    )
  })

  it('go on from one place to the next', () => {
    expect(toSnippets(['{{a}} {{time zone}}', '{{a}}', '{{time zone}}'])).toEqual([
      '${1:{{a\\}\\}} ${2:{{time zone\\}\\}}',
      '${3:{{a\\}\\}}',
      '${2:{{time zone\\}\\}}',
    ])
  })

  it('leave what means something in snippets as it is', () => {
    expect(toSnippet('$1 \\ }')).toBe('\\$1 \\\\ \\}')
  })
})

import { describe, expect, it } from 'vitest'
import { nameRelated } from '../../src/editing/nameRelated.ts'
import { createService } from '../../src/service.ts'
import { apply } from '../rules/findings.ts'

const service = createService({ logger: { warn: () => {}, error: () => {} }, clock: () => 0 })
const body = '# Postmortem: search is down\n\n## Timeline\n\n- 10:02 UTC - It was down.\n'

/** The text with another report named as related; null if it stays as it is. */
function name(text: string, link = 'old.md') {
  const edit = nameRelated(service.open(text).report, link)
  return edit && apply(text, [edit])
}

describe('a related report', () => {
  it.each([
    ['id: 1\n', 'id: 1\nrelated: [old.md]\n'],
    ['related: [a.md]\n', 'related: [a.md, old.md]\n'],
    ['related: [ a.md, b.md ]\nid: 1\n', 'related: [ a.md, b.md, old.md ]\nid: 1\n'],
    ['related: []\n', 'related: [old.md]\n'],
    ['related: a.md\n', 'related: [a.md, old.md]\n'],
    ['related:\n  - a.md\n  - b.md\nid: 1\n', 'related:\n  - a.md\n  - b.md\n  - old.md\nid: 1\n'],
    ['related:\n- a.md\n', 'related:\n- a.md\n- old.md\n'],
    ['postmortem:\n  related: [a.md]\n', 'postmortem:\n  related: [a.md, old.md]\n'],
  ])('is named in the front matter %j', (before, after) => {
    expect(name(`---\n${before}---\n\n${body}`)).toBe(`---\n${after}---\n\n${body}`)
  })

  it('is named with the line endings of the report', () => {
    const text = `---\nid: 1\n---\n\n${body}`.replaceAll('\n', '\r\n')
    expect(name(text)).toBe(text.replace('id: 1\r\n', 'id: 1\r\nrelated: [old.md]\r\n'))
  })

  it('is in quotation marks if YAML would read something else', () => {
    expect(name(`---\nid: 1\n---\n\n${body}`, '../a: b #1.md')).toContain('related: ["../a: b #1.md"]\n')
    expect(name(`---\nid: 1\n---\n\n${body}`, '../2024/a_b-1.md')).toContain('related: [../2024/a_b-1.md]\n')
  })

  it('is added to those that a label names', () => {
    const text = body.replace('## Time', '**Related incidents:** INC-1, INC-2\n\n## Time')
    expect(name(text)).toBe(text.replace('INC-2', 'INC-2, old.md'))
  })

  it('is not named where that would be a guess', () => {
    expect(name(body)).toBeNull()
    for (const value of ['[a.md,\n  b.md]', '&all [a.md]', '[[a.md]]', '{ a: b }'])
      expect(name(`---\nrelated: ${value}\n---\n\n${body}`)).toBeNull()
  })
})

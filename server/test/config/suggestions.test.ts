import { describe, expect, it } from 'vitest'
import { configurationSchema } from '../../src/config/configurationSchema.ts'
import { toSchemaNode } from '../../src/config/schemaKinds.ts'
import { suggest } from '../../src/config/suggestions.ts'
import { takesAtMost } from '../processorTime.ts'
import { knownRules } from './memoryFiles.ts'

const form = toSchemaNode(configurationSchema(knownRules))
const words = { defaultTimeZone: ['UTC', 'Asia/Tokyo'], templatesBySeverity: ['SEV1', 'SEV2'] }

/** What is offered at the bar, as it would be written. */
function offer(marked: string): readonly string[] {
  const offset = marked.indexOf('‸')
  return suggest(form, words, marked.replace('‸', ''), offset).map(({ text }) => text)
}

function check(marked: string, expected: readonly string[]) {
  expect(offer(marked)).toEqual(expected)
}

describe('what may be written in configuration', () => {
  it('is a key that is not there yet', () => {
    const all = offer('‸')
    expect(all).toContain('template: ')
    expect(all).toContain('rules:')
    expect(offer('template: holberton\n‸\nrules:\n')).toEqual(
      all.filter((text) => text !== 'template: ' && text !== 'rules:'),
    )
  })

  it('is a key of the map that its indentation puts it into', () => {
    check('actions:\n  require: [owner]\n  ‸\n', ['ticketPrefixes:', 'ticketUrl: '])
    check('rules:\n  sec‸\ntemplate: holberton\n', ['section-missing: ', 'section-order: '])
    check('rules:\n  # of ours\n  section-order: off\n\n  ‸', ['section-missing: '])
    check('rules:\n  section-missing:\n    ‸', ['severity: '])
    check('templatesBySeverity:\n  SEV1: holberton\n  ‸', ['SEV2: '])
  })

  it('is a key of an item in a list', () => {
    expect(offer('sections:\n  - id: timeline\n    ‸')).toEqual(offer('sections:\n- ‸').slice(1))
    expect(offer('sections:\n  - ‸\n')[0]).toBe('id: ')
    check('sections:\n  ‸', [])
    check('sections:\n  - id: a\n    body:\n      - { kind: task }\n      - kind: ‸', [
      'paragraph',
      'item',
      'field',
      'entry',
      'task',
      'heading',
    ])
  })

  it('is a value that its key can have', () => {
    check('dateOrder: ‸', ['DMY', 'MDY', 'YMD'])
    check('audience: "in‸', ['internal', 'public'])
    check('rules:\n  section-order: ‸', ['off', 'hint', 'information', 'warning', 'error'])
    check('rules:\n  section-order:\n    severity: w‸', ['off', 'hint', 'information', 'warning', 'error'])
    check('defaultTimeZone: ‸', ['UTC', 'Asia/Tokyo'])
    expect(offer('template: ‸')).toContain('google-sre')
    expect(offer('templatesBySeverity:\n  SEV1: ‸')).toContain('google-sre')
  })

  it('is an item of a list', () => {
    check('actions:\n  require: [owner, ‸]', ['due', 'ticket'])
    check('actions:\n  require:\n    - ‸', ['owner', 'due', 'ticket'])
  })

  it('leaves the colon that is there', () => {
    check('audi‸: public', [...offer('‸').map((text) => text.replace(/:.*$/, ''))])
  })

  it('is nothing in comments, in texts and below what nobody knows', () => {
    for (const text of ['# ‸', 'template: # ‸', 'title: ‸', 'anything:\n  ‸', 'rules: { ‸', 'a: b c: ‸'])
      check(text, [])
  })

  it('is found at once, however long the file is', () => {
    for (const line of [`${' '.repeat(2000)}\n`, '- '.repeat(1000), 'a '.repeat(1000), 'a: [b, '.repeat(300)])
      expect(takesAtMost(500, () => offer(`${line.repeat(100)}‸`))).toBe(true)
  })
})

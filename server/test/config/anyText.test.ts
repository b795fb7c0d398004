import fc from 'fast-check'
import { is } from 'valibot'
import { expect, it } from 'vitest'
import { configurationSchema } from '../../src/config/configurationSchema.ts'
import { createFrontMatterReader, findFrontMatter } from '../../src/config/frontMatter/frontMatter.ts'
import { makeJsonSchema } from '../../src/config/jsonSchema.ts'
import { createReader } from '../../src/config/readConfiguration.ts'
import { inEnglish } from '../../src/messages/translate.ts'
import { anyString } from '../anyString.ts'
import { runs } from '../runs.ts'
import { knownRules } from './memoryFiles.ts'

const read = createReader(knownRules)
const schema = configurationSchema(knownRules)
const keys = Object.keys(makeJsonSchema(knownRules).properties as object)

const words = fc.constantFrom(
  ...keys,
  ...[
    'id',
    'kind',
    'heading',
    'body',
    'text',
    'section-missing',
    'off',
    'severity',
    'min',
    'max',
    'holberton',
  ],
  ...[
    './a.yml',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ',',
    ': ',
    '- ',
    '? ',
    '\n',
    '\n  ',
    '\r\n',
    '&a ',
    '*a',
    '!!str ',
    '# ',
    '|\n ',
    '~',
  ],
  ...[
    '---\n',
    '...\n',
    '%YAML 1.2\n',
    '<<: ',
    '7',
    '-1',
    'null',
    '\t',
    '\uFEFF',
    '__proto__',
    'constructor',
    '//',
    '/*',
    '\u{1F600}',
  ],
)
const text = fc.oneof(
  anyString(80),
  fc.array(words, { maxLength: 40 }).map((list) => list.join('')),
)
const values = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    words,
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(words, tie('value'), { maxKeys: 5 }),
  ),
})).value

it('understands any text as far as it goes, and marks only what is in it', () => {
  const names = fc.constantFrom('.postmortem.yml', '.postmortem.json', '.postmortem.jsonc')
  const anyText = fc.oneof(
    text,
    values.map((value) => JSON.stringify(value)),
  )
  fc.assert(
    fc.property(anyText, names, (written, name) => {
      const file = read(`file:///${name}`, written)
      for (const { range, message } of file.problems) {
        expect(range.start).toBeGreaterThanOrEqual(0)
        expect(range.end).toBeGreaterThanOrEqual(range.start)
        expect(range.end).toBeLessThanOrEqual(written.length)
        expect(inEnglish(message)).toMatch(/[.?]$/)
      }
      expect(is(schema, file.written)).toBe(true)
    }),
    { seed: 3, numRuns: runs(150) },
  )
})

it('understands any front matter, and marks only what is in it', () => {
  const readFrontMatter = createFrontMatterReader(knownRules)
  fc.assert(
    fc.property(text, (written) => {
      const document = `---\npostmortem: ${written}\n---\n`
      const found = findFrontMatter(document)
      if (found === null) return
      for (const { range } of readFrontMatter(found.text, found.start).problems) {
        expect(range.start).toBeGreaterThanOrEqual(found.start)
        expect(range.end).toBeLessThanOrEqual(found.start + found.text.length)
      }
    }),
    { seed: 5, numRuns: runs(150) },
  )
})

import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createFrontMatterReader } from '../../src/config/frontMatter/frontMatter.ts'
import { makeJsonSchema } from '../../src/config/jsonSchema.ts'
import { createReader } from '../../src/config/readConfiguration.ts'
import { rules } from '../../src/rules/index.ts'
import { knownRules } from './memoryFiles.ts'

const root = resolve(import.meta.dirname, '../../..')
const page = readFileSync(join(root, 'docs/configuration.md'), 'utf8')
const examples = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1]!)

describe('the page about configuration', () => {
  it('has only examples that are right', () => {
    expect(examples.length).toBeGreaterThan(4)
    const read = createReader([...rules, ...knownRules])
    const readFrontMatter = createFrontMatterReader([...rules, ...knownRules])
    for (const text of examples) {
      const problems = /^postmortem:/m.test(text)
        ? readFrontMatter(text, 0).problems
        : read('file:///.postmortem.yml', text).problems
      expect(problems).toEqual([])
    }
  })

  it('explains every key', () => {
    const keys = Object.keys(makeJsonSchema([]).properties as object)
    for (const key of keys) expect(page).toMatch(new RegExp(`^\\|.*\`${key.replace('$', '\\$')}\``, 'm'))
  })
})

describe('the JSON Schema', () => {
  const schema = makeJsonSchema(knownRules)

  it('knows every rule, by its severity and by its map', () => {
    const { rules: ruleMap } = schema.properties as Record<string, { properties: object }>
    expect(ruleMap?.properties).toMatchObject({
      'section-missing': {
        description: 'A report has every section that its template requires.',
        anyOf: [
          { enum: ['off', 'hint', 'information', 'warning', 'error'] },
          { type: 'object', additionalProperties: false },
        ],
      },
    })
  })

  it('writes down what holds itself once, and refers to it', () => {
    expect(Object.keys(schema.definitions as object)).toEqual(['part'])
    expect(JSON.stringify(schema)).toContain('"$ref":"#/definitions/part"')
  })

  it('writes down the rules once, and refers to them in an override', () => {
    const { overrides } = schema.properties as Record<string, { items: { properties: object } }>
    expect(overrides?.items.properties).toMatchObject({ rules: { $ref: '#/properties/rules' } })
  })

  it('tells what is asked of a value in words that JSON Schema has', () => {
    const { words } = schema.properties as Record<string, object>
    expect(words).toMatchObject({
      anyOf: [
        { type: 'null' },
        { required: ['min', 'max'], properties: { min: { type: 'integer', minimum: 0 } } },
      ],
    })
  })
})

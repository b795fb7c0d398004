import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { templates } from '../../src/templates/index.ts'
import { renderReport } from '../../src/templates/render.ts'
import { defaultStyle } from '../../src/templates/style.ts'
import { inspect } from '../postmortem/read.ts'
import { afterAssignment, clean, invertedLevels, nestedLabels, plainLines } from '../postmortem/shapes.ts'
import { findSchemaErrors } from './jsonSchema.ts'

const schema = JSON.parse(
  readFileSync(new URL('../../../schemas/inspect.schema.json', import.meta.url), 'utf8'),
)
const drafts = templates.map((template) => renderReport(template, defaultStyle))
const documents = [
  '',
  '# A readme\n',
  plainLines,
  invertedLevels,
  clean,
  afterAssignment,
  nestedLabels,
  ...drafts,
]

describe('what inspect prints', () => {
  it.each(documents)('follows its schema (%#)', (text) => {
    expect(findSchemaErrors(inspect(text), schema)).toEqual([])
    expect(findSchemaErrors([inspect(text)], schema)).toEqual([])
  })

  it.each(documents)('is the same twice (%#)', (text) => {
    expect(JSON.stringify(inspect(text))).toBe(JSON.stringify(inspect(text)))
  })

  it('gives the line of everything', () => {
    expect(inspect(clean)).toMatchObject({
      file: 'report.md',
      postmortem: true,
      reason: 'sections',
      template: 'holberton',
      title: 'Postmortem for the Login Outage',
      region: { startLine: 1, endLine: 26 },
      missing: [],
      metrics: { timeToDetect: 0, timeToResolve: 150 },
      findings: 0,
    })
    expect(inspect(clean).sections[1]).toMatchObject({
      id: 'timeline',
      title: 'Timeline',
      line: 8,
      endLine: 13,
      empty: false,
    })
    expect(inspect(clean).timeline.entries[0]).toEqual({
      line: 9,
      time: '2024-06-07T02:00:00+00:00',
      label: '02:00 AM',
      text: 'Monitoring alert received about failed logins.',
      facts: ['detection', 'detectionMethod'],
    })
  })

  it('lists what is left to be filled in', () => {
    expect(inspect('# Postmortem: {{what}}\n\nStart: YYYY-MM-DD\n').placeholders).toEqual([
      { line: 1, text: '{{what}}' },
      { line: 3, text: 'YYYY-MM-DD' },
    ])
  })

  it('counts words as written, and as read', () => {
    const text =
      '# Postmortem: search\n\n## Timeline\n\n- **10:00** - It `went down`.\n\n```\nlog lines\n```\n'
    const { words, proseWords, sections } = inspect(text)
    expect({ words, proseWords }).toEqual({ words: 15, proseWords: 6 })
    expect(sections[0]).toMatchObject({ words: 12, proseWords: 3 })
  })

  it('has every property null or empty that does not apply', () => {
    const nothing = inspect('')
    expect(Object.values(nothing.fields).every((field) => field === null)).toBe(true)
    expect(nothing).toMatchObject({ title: null, words: 0, sections: [], actionItems: [], placeholders: [] })
    expect(nothing.timeline).toMatchObject({ style: null, entries: [], outOfOrder: [] })
  })
})

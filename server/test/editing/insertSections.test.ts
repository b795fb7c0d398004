import { describe, expect, it } from 'vitest'
import { noConfiguration } from '../../src/config/teamConfiguration.ts'
import { insertSections } from '../../src/editing/insertSections.ts'
import { createService } from '../../src/service.ts'
import type { Template } from '../../src/templates/template.ts'
import { apply } from '../rules/findings.ts'

const fail = (message: string) => {
  throw new Error(message)
}
const service = createService({ logger: { warn: fail, error: fail }, clock: () => 0 })
const sectionOf = (title: string) => ({
  id: title.toLowerCase(),
  title,
  aliases: [],
  required: true,
  guidance: '',
  body: [{ kind: 'paragraph' as const, text: 'New.' }],
})
const template: Template = {
  id: 'letters',
  name: 'Letters',
  description: '',
  title: '',
  words: null,
  sections: ['Alpha', 'Beta', 'Gamma', 'Delta'].map(sectionOf),
}

/** Inserts the sections with these titles into a report with this text. */
function insert(text: string, ...titles: readonly string[]) {
  const line = text.includes('\r\n') ? '\r\n' : '\n'
  const head = ['---', 'postmortem: true', '---', ''].join(line)
  const document = service.open(head + text, { team: { ...noConfiguration, template } })
  const wanted = document.report.template.sections.filter(({ title }) => titles.includes(title))
  const edits = insertSections(wanted, document.report)
  return { edits, text: apply(head + text, edits).slice(head.length) }
}

describe('inserting sections', () => {
  it('puts those with the same place there together, in the order of the template', () => {
    const { edits, text } = insert('# Title\n\n## Alpha\n\nText.\n\n## Delta\n\nText.\n', 'Gamma', 'Beta')
    expect(edits).toHaveLength(1)
    expect(text).toBe(
      '# Title\n\n## Alpha\n\nText.\n\n## Beta\n\nNew.\n\n## Gamma\n\nNew.\n\n## Delta\n\nText.\n',
    )
  })

  it('makes one edit for each place, in the order of the report', () => {
    const { edits, text } = insert('# Title\n\n## Beta\n\nText.\n', 'Alpha', 'Gamma')
    expect(edits.map(({ start }) => start)).toEqual(
      [...edits.map(({ start }) => start)].sort((a, b) => a - b),
    )
    expect(edits).toHaveLength(2)
    expect(text).toBe('# Title\n\n## Alpha\n\nNew.\n\n## Beta\n\nText.\n\n## Gamma\n\nNew.\n')
  })

  it('goes after the last of several sections that come before it', () => {
    expect(
      insert('# Title\n\n## Alpha\n\nOne.\n\n## Alpha\n\nTwo.\n\n## Gamma\n\nText.\n', 'Beta').text,
    ).toBe('# Title\n\n## Alpha\n\nOne.\n\n## Alpha\n\nTwo.\n\n## Beta\n\nNew.\n\n## Gamma\n\nText.\n')
  })

  it('goes after the section around the one that comes before it', () => {
    expect(
      insert('# Title\n\n## Beta\n\nText.\n\n### Alpha\n\nText.\n\n## Delta\n\nText.\n', 'Gamma').text,
    ).toBe('# Title\n\n## Beta\n\nText.\n\n### Alpha\n\nText.\n\n## Gamma\n\nNew.\n\n## Delta\n\nText.\n')
  })

  it('goes below the title where the report has no section, and at the end where it has only others', () => {
    expect(insert('# Title\n\nText.\n', 'Beta').text).toBe('# Title\n\nText.\n\n## Beta\n\nNew.\n')
    expect(insert('# Title\n\n## Other\n\nText.\n', 'Beta').text).toBe(
      '# Title\n\n## Other\n\nText.\n\n## Beta\n\nNew.\n',
    )
  })

  it.each([
    ['list', '- **Alpha**: text\n- **Gamma**: text\n- other'],
    ['list with blank lines', '- **Alpha**\n\n  text\n\n- **Gamma**\n\n  text'],
    ['table', '| Part | Text |\n| --- | --- |\n| **Alpha** | text |\n| **Gamma** | text |'],
  ])('goes after the whole %s in which its place would be', (_, block) => {
    for (const end of ['', '\n', '\n\n## Other\n\nText.\n']) {
      const { edits, text } = insert(`# Title\n\n${block}${end}`, 'Beta')
      expect(edits).toHaveLength(1)
      expect(text.startsWith(`# Title\n\n${block}\n\n`)).toBe(true)
      expect(text).toMatch(/^(?:- )?(?:\*\*)?Beta/m)
      expect(text.endsWith(end.trimStart())).toBe(true)
    }
  })

  it.each([
    ['list', '- other\n- **Delta**: text'],
    ['table', '| Part | Text |\n| --- | --- |\n| other | text |\n| **Delta** | text |'],
  ])('goes before the whole %s in which its place would be', (_, block) => {
    const { edits, text } = insert(`# Title\n\nBefore.\n\n${block}\n`, 'Beta')
    expect(edits).toHaveLength(1)
    expect(text.endsWith(`New.\n\n${block}\n`)).toBe(true)
    expect(text.startsWith('# Title\n\nBefore.\n\n')).toBe(true)
  })

  it('goes before the first section in the report that the template has after it', () => {
    const [head, rest] = ['# Title\n\n## Other\n\nText.\n\n', '## Delta\n\nText.\n\n## Gamma\n\nText.\n']
    expect(insert(head + rest, 'Beta').text).toBe(`${head}## Beta\n\nNew.\n\n${rest}`)
    expect(insert(`${head}## Gamma\n`, 'Beta').text).toBe(`${head}## Beta\n\nNew.\n\n## Gamma\n`)
  })

  it('makes its edits in the order of the report where that is another than the one of the template', () => {
    const { edits, text } = insert('## Gamma\n\nText.\n\n## Alpha\n\nText.\n', 'Beta', 'Delta')
    expect(text).toBe('## Gamma\n\nText.\n\n## Delta\n\nNew.\n\n## Alpha\n\nText.\n\n## Beta\n\nNew.\n')
    expect(edits[0]!.start).toBeLessThan(edits[1]!.start)
  })

  it('leaves the section around the one before it whole, unless that also holds the one after it', () => {
    const around = '## Delta\n\n### Alpha\n\nText.\n\n### Other\n\nText.\n\n'
    expect(insert(`${around}## End\n\nText.\n`, 'Beta').text).toBe(
      `${around}## Beta\n\nNew.\n\n## End\n\nText.\n`,
    )
    const [first, second] = ['## Alpha\n\n### Beta\n\nText.\n\n', '### Delta\n\nText.\n']
    const { text } = insert(first + second, 'Gamma')
    expect(text.startsWith(`${first}##`)).toBe(true)
    expect(text.endsWith(`Gamma\n\nNew.\n\n${second}`)).toBe(true)
  })

  it('goes before the first of several titles that are no headings', () => {
    expect(insert('# Title\n\n**Beta:** text\n\n**Gamma:** text\n', 'Alpha').text).toMatch(
      /^# Title\n\n\*\*Alpha:\*\*\n\nNew\.\n\n\*\*Beta:\*\* text\n\n\*\*Gamma:/,
    )
  })

  it('goes before a heading that is named like a field and has no value, and below a text without a section', () => {
    const rest = '## Status\n\nDone.\n\n## Beta\n\nText.\n'
    expect(insert(`# Title\n\n${rest}`, 'Alpha').text).toBe(`# Title\n\n## Alpha\n\nNew.\n\n${rest}`)
    expect(insert('# Title\n\nText.\n', 'Alpha').text).toBe('# Title\n\nText.\n\n## Alpha\n\nNew.\n')
  })

  it('keeps the line endings and the blank lines of the report', () => {
    const [before, after] = ['# Title\r\n\r\nBefore.\r\n', '\r\n\r\n- other\r\n- **Delta**: text\r\n']
    const { text } = insert(before + after, 'Beta')
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(text.startsWith(`${before}\r\n`)).toBe(true)
    expect(text.endsWith(after)).toBe(true)
    expect(text).not.toContain('\r\n\r\n\r\n\r\n')
  })

  it('goes after fields in front of the report, though they are headings, and before every section', () => {
    const [head, rest] = [
      '# Title\n\n## Date: 3 May 2024\n\n## Status: done\n\n',
      '## Other\n\nText.\n\n## Beta\n',
    ]
    expect(insert(head + rest, 'Alpha').text).toBe(`${head}## Alpha\n\nNew.\n\n${rest}`)
  })

  it.each([
    ['a blank line before the next section', '## Alpha\n\nText.\n\n## Gamma\n'],
    ['no blank line', '## Alpha\nText.\n## Gamma\n'],
    ['many blank lines', '## Alpha\n\nText.\n\n\n\n## Gamma\n'],
  ])('is set apart from what is around it, and adds no blank line more: %s', (_, text) => {
    expect(insert(text, 'Beta').text).toMatch(/Text\.\n\n## Beta\n\nNew\.\n\n(?:\n\n)?## Gamma\n$/)
  })
})

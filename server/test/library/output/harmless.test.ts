import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { writeCsv } from '../../../src/library/output/csv.ts'
import { writeIcs } from '../../../src/library/output/ics.ts'
import { writeJson } from '../../../src/library/output/json.ts'
import { escapeMarkdown, writeTable } from '../../../src/library/output/markdown.ts'
import { writeTasksMarkdown } from '../../../src/library/output/tasks.ts'
import { listTasks } from '../../../src/library/taskList.ts'
import { MarkdownDocument } from '../../../src/markdown/document.ts'
import { dayNumber, known, makeIncident, makeTask } from '../incidents.ts'

/** Texts that would do something if they were more than text. */
const hostile: readonly string[] = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[click](javascript:alert(1))',
  '![x](https://evil.example/track.png)',
  '| a | b |',
  'https://evil.example www.evil.example me@evil.example',
  '`code` *bold* _it_ ~~gone~~ # heading $x$',
  '=HYPERLINK("https://evil.example")',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\u001b[31mred\u001b]0;title\u0007',
  '\u202egnp.exe',
  'line\r\nBEGIN:VALARM',
  'a,b;c\\n',
  '&lt;b&gt;',
]

const text = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 40 }))

/** The types of all nodes in a Markdown text. */
function typesIn(markdown: string): readonly string[] {
  const types: string[] = []
  const visit = (node: Nodes): void => {
    types.push(node.type)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  for (const block of MarkdownDocument.from(markdown).blocks())
    for (const node of block.nodes) visit(node as Nodes)
  return types
}

describe('text from reports', () => {
  it('is only text in Markdown, in a cell as well', () => {
    fc.assert(
      fc.property(text, (written) => {
        const table = writeTable(['Title'], [[escapeMarkdown(written)]])
        const allowed = new Set(['table', 'tableRow', 'tableCell', 'text'])
        expect(typesIn(table).filter((type) => !allowed.has(type))).toEqual([])
        expect(table.split('\n')).toHaveLength(3)
      }),
    )
  })

  it('leads only to its report, whatever the report is called', () => {
    fc.assert(
      fc.property(text, text, (title, file) => {
        const incident = makeIncident({ title, file, tasks: [makeTask({ text: title, owner: title })] })
        const tasks = listTasks([incident], 0, { isDoneShown: false, isOnlyOverdue: false })
        const types = typesIn(writeTasksMarkdown(tasks, (path) => path))
        const allowed = new Set(['table', 'tableRow', 'tableCell', 'text', 'link'])
        expect(types.filter((type) => !allowed.has(type))).toEqual([])
        expect(types.filter((type) => type === 'link').length).toBeLessThanOrEqual(1)
      }),
    )
  })

  it('is no formula in a spreadsheet, and one cell', () => {
    for (const written of hostile) {
      const csv = writeCsv([[written]])
      expect(csv).toMatch(/^"(?![=+\-@\t\r|%])(?:[^"]|"")*"\r\n$/)
    }
    expect(writeCsv([['say "hi"', 3, null]])).toBe('"say ""hi""",3,\r\n')
  })

  it('does nothing to a terminal or a browser in JSON, and is read back unchanged', () => {
    fc.assert(
      fc.property(text, (written) => {
        const json = writeJson([written])
        expect(json).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f<\u2028-\u202e\u2066-\u2069]/)
        expect(JSON.parse(json)).toEqual([written])
      }),
    )
  })

  it('begins no line of a calendar, whose lines are short', () => {
    fc.assert(
      fc.property(text, (written) => {
        const incident = makeIncident({
          title: written,
          file: written,
          tasks: [makeTask({ text: written, owner: written })],
        })
        const ics = writeIcs(listTasks([incident], 0, { isDoneShown: true, isOnlyOverdue: false }), 0)
        const lines = ics.split('\r\n')
        expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
        const names = lines.filter((line) => !line.startsWith(' ')).map((line) => line.split(/[:;]/)[0])
        expect(names).toEqual([
          'BEGIN',
          'VERSION',
          'PRODID',
          'BEGIN',
          'UID',
          'DTSTAMP',
          'SUMMARY',
          'DESCRIPTION',
          'STATUS',
          'END',
          'END',
          '',
        ])
        expect(ics).not.toMatch(/[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]/)
      }),
    )
  })
})

describe('a calendar', () => {
  it('has each task as a to-do with its day, under an id that stays', () => {
    const incident = (line: number) =>
      makeIncident({
        title: 'Search is down',
        date: known('2024-05-10'),
        tasks: [makeTask({ line, text: 'Add an alert', owner: 'Kim', dueDay: dayNumber('2024-06-01') })],
      })
    const write = (line: number) =>
      writeIcs(
        listTasks([incident(line)], 0, { isDoneShown: false, isOnlyOverdue: false }),
        Date.UTC(2024, 4, 11, 9, 30),
      )
    const ics = write(9)
    expect(ics).toContain('DTSTAMP:20240511T093000Z\r\nSUMMARY:Add an alert\r\n')
    expect(ics).toContain('DUE;VALUE=DATE:20240601\r\nSTATUS:NEEDS-ACTION\r\n')
    const idOf = (calendar: string) => /UID:(.*)\r\n/.exec(calendar)?.[1]
    expect(idOf(write(12))).toBe(idOf(ics))
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspectReport } from '../../src/features/inspect.ts'
import { MarkdownDocument } from '../../src/markdown/document.ts'
import type { Range } from '../../src/postmortem/lines/passage.ts'
import { readReport } from '../../src/postmortem/readReport.ts'
import type { Report } from '../../src/postmortem/report.ts'
import { holberton } from '../../src/templates/holberton.ts'
import { anyString } from '../anyString.ts'
import { runs } from '../runs.ts'
import { afterAssignment, clean, invertedLevels, nestedLabels, plainLines } from './shapes.ts'

const shapes = [plainLines, invertedLevels, clean, afterAssignment, nestedLabels]
const pieces = [
  ...shapes.flatMap((shape) => shape.split('\n').filter((line) => line !== '')),
  '```',
  '| Time | Event |',
  '|---|---|',
  '| 10:00 | down |',
  '<h2>Timeline</h2>',
  '<!--',
  '---',
  '===',
  '> quote',
  '10:00 - a 10:05 - b 10:10 - c',
  '    indented',
  '\t- tab',
  '1. one',
  '𝗜𝗺𝗽𝗮𝗰𝘁: nobody could 𝘀𝗲𝗮𝗿𝗰𝗵 from 14:00 to 15:30, for 𝟮 hours',
  '',
  '',
  '',
  '\u{1f525} **Impact** &amp; `code` \\*',
]
const markdown = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((lines) => lines.join('\n')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((lines) => lines.join('\r\n')),
  anyString(200),
)

function rangesOf(report: Report): readonly Range[] {
  const { fields, timeline, corrective } = report
  return [
    report.region,
    report.head,
    ...[
      report.title,
      fields.start,
      fields.end,
      fields.duration?.passage,
      fields.timeZone,
      fields.impact,
    ].filter((each) => each != null),
    ...[fields.affected, fields.rootCause, fields.resolution].filter((each) => each !== null),
    ...report.sections.flatMap((section) => [section, section.title]),
    ...timeline.entries.flatMap((entry) => [
      entry,
      entry.text,
      ...(entry.label === null ? [] : [entry.label]),
    ]),
    ...Object.values(timeline.facts).flat(),
    ...corrective.improvements,
    ...report.actionItems.flatMap(({ text, owner, due, ticket, ...item }) => [
      item,
      text,
      ...[owner, due, ticket].filter((each) => each !== null),
    ]),
    ...report.placeholders,
  ]
}

const isInside = (inner: Range, outer: Range) => outer.start <= inner.start && inner.end <= outer.end

function plain(report: Report, document: MarkdownDocument): string {
  return JSON.stringify(inspectReport(report, document, { file: 'report.md', findings: 0 }))
}

describe('any text', () => {
  it('is read, its ranges lie inside the document, and they nest', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        const report = readReport(MarkdownDocument.from(text), holberton)
        const document = { start: 0, end: text.length }
        for (const range of rangesOf(report)) {
          expect(range.start).toBeLessThanOrEqual(range.end)
          expect(isInside(range, document)).toBe(true)
        }
        for (const section of report.sections) {
          expect(isInside(section.title, section)).toBe(true)
          expect(isInside(section, report.region)).toBe(true)
          for (const other of report.sections) {
            const isApart = other.end <= section.start || section.end <= other.start
            expect(isApart || isInside(section, other) || isInside(other, section)).toBe(true)
          }
        }
        for (const entry of report.timeline.entries) expect(isInside(entry.text, entry)).toBe(true)
      }),
      { numRuns: runs(34) },
    )
  })

  it('says the same however it was typed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shapes), fc.nat(), fc.nat(80), markdown, (shape, at, length, typed) => {
        const start = at % shape.length
        const end = Math.min(shape.length, start + length)
        const document = MarkdownDocument.from(shape)
        readReport(document, holberton)
        document.edit([{ start, end, text: typed }])
        const fresh = MarkdownDocument.from(shape.slice(0, start) + typed + shape.slice(end))
        expect(plain(readReport(document, holberton), document)).toBe(
          plain(readReport(fresh, holberton), fresh),
        )
      }),
      { numRuns: runs(7) },
    )
  })

  it('says the same typed letter by letter', () => {
    const document = MarkdownDocument.from('')
    const text = clean.slice(0, 400)
    for (let at = 0; at < text.length; at += 1) {
      document.edit([{ start: at, end: at, text: text.charAt(at) }])
      if (at % 20 === 0) readReport(document, holberton)
    }
    const fresh = MarkdownDocument.from(text)
    expect(plain(readReport(document, holberton), document)).toBe(plain(readReport(fresh, holberton), fresh))
  })
})

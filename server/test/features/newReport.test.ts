import { describe, expect, it } from 'vitest'
import { type Beginning, nameReport, writeNewReport } from '../../src/features/newReport.ts'
import { MarkdownDocument } from '../../src/markdown/document.ts'
import { readReport } from '../../src/postmortem/readReport.ts'
import { holberton } from '../../src/templates/holberton.ts'
import { templates } from '../../src/templates/index.ts'
import { readText } from './report.ts'

const nothing: Beginning = { title: null, severity: null, start: null, end: null }

function check(known: Partial<Beginning>, ...expected: readonly string[]) {
  const text = writeNewReport(holberton, { ...nothing, ...known })
  for (const each of expected) expect(text).toContain(each)
}

describe('a new report', () => {
  it('has the sections of its template, and placeholders for everything unknown', () => {
    for (const template of templates) {
      const report = readText(writeNewReport(template, nothing))
      expect(report.recognition.postmortem).toBe(true)
      expect(report.sections.map(({ id }) => id)).toEqual(
        expect.arrayContaining(template.sections.map(({ id }) => id)),
      )
      expect(report.placeholders.length).toBeGreaterThan(0)
    }
  })

  it('has its title, its severity and its start from the outset', () => {
    check(
      { title: 'Checkout down', severity: 'SEV1', start: '2026-03-14 09:05' },
      '---\nseverity: SEV1\n---\n\n# Postmortem: Checkout down\n',
      '2026-03-14 09:05 UTC to {{end}} UTC ({{how long}})',
      '- {{HH:MM}} UTC - {{',
    )
  })

  it('states the duration if the end is known as well', () => {
    const start = '2026-03-14 22:48'
    check({ start, end: '2026-03-14 23:33' }, ' 2026-03-14 22:48 UTC to 23:33 UTC (45 minutes)')
    check(
      { start, end: '2026-03-15 00:22' },
      ' 2026-03-14 22:48 UTC to 2026-03-15 00:22 UTC (1 hour 34 minutes)',
    )
  })

  it('names its time zone once beside each time, and the start and the end wherever the template does', () => {
    const known = { ...nothing, start: '2026-03-14 09:05', end: '2026-03-14 10:05' }
    for (const template of templates) {
      const text = writeNewReport(template, known)
      expect(text).not.toContain('UTC UTC')
      expect(text).not.toMatch(/\{\{(?:start|end|time zone|how long|day of)/)
    }
  })

  it('has no words but its title and its times', () => {
    const known = { ...nothing, start: '2026-03-14 09:05', end: '2026-03-14 10:05' }
    for (const template of templates) {
      const text = writeNewReport(template, known)
      const zones = template === holberton ? ['UTC', 'UTC+3', 'EAT', 'Europe/Paris'] : ['UTC']
      for (const zone of zones) {
        const inZone = text.replaceAll('}} UTC', `}} ${zone}`)
        const report = readReport(MarkdownDocument.from(inZone), template)
        const told = report.sections.filter(({ words }) => words > 0)
        const ofStart = told.filter(({ start, end }) => /2026-03-14 09:05 /.test(inZone.slice(start, end)))
        expect(told, `${template.id} in ${zone}`).toEqual(ofStart)
      }
    }
  })

  it('quotes a severity that front matter would read as something else', () => {
    check({ severity: 'no' }, 'severity: "no"\n')
    check({ severity: '2' }, 'severity: "2"\n')
    check({ severity: 'high: all' }, 'severity: "high: all"\n')
  })

  it('names its template if asked to', () => {
    const text = writeNewReport(holberton, nothing, true)
    expect(text).toMatch(/^---\npostmortem:\n {2}template: holberton\n---\n\n# /)
    expect(readText(text).recognition.postmortem).toBe(true)
  })

  it('is named after its title and the day, in UTC, of its start or else of today', () => {
    const now = Date.UTC(2026, 2, 14, 23, 59)
    expect(nameReport({ title: 'Checkout down: "all of it"', start: null }, now)).toBe(
      '2026-03-14-checkout-down-all-of-it.md',
    )
    expect(nameReport({ title: null, start: '2026-03-12 22:10' }, now)).toBe('2026-03-12-postmortem.md')
  })
})

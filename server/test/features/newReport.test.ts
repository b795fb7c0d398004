import { describe, expect, it } from 'vitest'
import { nameReport, writeNewReport } from '../../src/features/newReport.ts'
import { holberton } from '../../src/templates/holberton.ts'
import { templates } from '../../src/templates/index.ts'
import { readText } from './report.ts'

const nothing = { title: null, severity: null, start: null }

describe('a new report', () => {
  it('has the sections of its template, and placeholders for all that is not known', () => {
    for (const template of templates) {
      const report = readText(writeNewReport(template, nothing))
      expect(report.recognition.postmortem).toBe(true)
      expect(report.sections.map(({ id }) => id)).toEqual(
        expect.arrayContaining(template.sections.map(({ id }) => id)),
      )
      expect(report.placeholders.length).toBeGreaterThan(0)
    }
  })

  it('has its title, its severity and its start from the beginning', () => {
    const text = writeNewReport(holberton, {
      title: 'Checkout down',
      severity: 'SEV1',
      start: '2026-03-14 09:05',
    })
    expect(text).toMatch(/^---\nseverity: "SEV1"\n---\n\n# Postmortem: Checkout down\n/)
    expect(text).toContain('2026-03-14 09:05 UTC to {{end}} UTC ({{how long}})')
    expect(text).toContain('- {{HH:MM}} UTC - {{')
  })

  it('names its time zone once beside each time', () => {
    for (const template of templates) {
      expect(writeNewReport(template, { ...nothing, start: '2026-03-14 09:05' })).not.toContain('UTC UTC')
    }
  })

  it('is named after the day in UTC and its title', () => {
    const now = Date.UTC(2026, 2, 14, 23, 59)
    expect(nameReport('Checkout down: "all of it"', now)).toBe('2026-03-14-checkout-down-all-of-it.md')
    expect(nameReport(null, now)).toBe('2026-03-14-postmortem.md')
  })
})

import { describe, expect, it } from 'vitest'
import { MarkdownDocument } from '../../src/markdown/document.ts'
import { readReport } from '../../src/postmortem/readReport.ts'
import { defaultTemplate, findTemplate, templates } from '../../src/templates/index.ts'
import { renderReport, renderSection } from '../../src/templates/render.ts'
import { defaultStyle, type Style, type TitleStyle } from '../../src/templates/style.ts'

const titleStyles: readonly TitleStyle[] = [
  { markup: 'atx', level: 2, closed: false },
  { markup: 'atx', level: 1, closed: true },
  { markup: 'atx', level: 3, closed: false },
  { markup: 'setext', level: 2 },
  { markup: 'bold', colon: true },
  { markup: 'bold', colon: false },
  { markup: 'plain', colon: true },
  { markup: 'plain', colon: false },
]

describe('the built-in templates', () => {
  it('are eight, each under a name of its own', () => {
    expect(templates.map((template) => template.id)).toEqual([
      'holberton',
      'google-sre',
      'pagerduty',
      'atlassian',
      'aws-coe',
      'learning-review',
      'lightweight',
      'public',
    ])
  })

  it('are found by their names', () => {
    expect(findTemplate('google-sre')?.name).toBe('Google SRE')
    expect(findTemplate('no-such-template')).toBeUndefined()
    expect(defaultTemplate.id).toBe('holberton')
  })

  it('say of each section what belongs there', () => {
    for (const template of templates) {
      for (const section of template.sections) {
        expect(section.guidance, `${template.id}: ${section.id}`).toMatch(/^\p{Lu}.*\.$/u)
        expect(section.body.length, `${template.id}: ${section.id}`).toBeGreaterThan(0)
      }
    }
  })
})

describe.each(templates)('a new report after the template $id', (template) => {
  it.each(titleStyles)('has every section and lacks none, its titles written as %j', (title) => {
    const style: Style = { ...defaultStyle, title }
    const report = readReport(MarkdownDocument.from(renderReport(template, style)), template)
    const found = report.sections.map((section) => section.id)
    for (const section of template.sections) expect(found).toContain(section.id)
    expect(report.missing).toEqual([])
    expect(report.recognition.postmortem).toBe(true)
  })

  it('asks to be filled in', () => {
    const report = readReport(MarkdownDocument.from(renderReport(template, defaultStyle)), template)
    expect(report.placeholders.length).toBeGreaterThan(template.sections.length - 1)
  })

  it('is known for what it is when nobody chose a template', () => {
    const text = renderReport(template, defaultStyle)
    const report = readReport(MarkdownDocument.from(text), defaultTemplate, { candidates: templates })
    const isSmall = template.id === 'lightweight' || template.id === 'public'
    if (!isSmall) expect(report.template.id).toBe(template.id)
  })

  it('finds each of its sections where it stands alone', () => {
    for (const section of template.sections) {
      const text = `# Postmortem: outage\n\n${renderSection(section, defaultStyle)}\n`
      const report = readReport(MarkdownDocument.from(text), template)
      expect(report.sections.map((each) => each.id)).toContain(section.id)
    }
  })
})

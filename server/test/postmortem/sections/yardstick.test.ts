import { describe, expect, it } from 'vitest'
import { MarkdownDocument } from '../../../src/markdown/document.ts'
import { readReport } from '../../../src/postmortem/readReport.ts'
import { holberton } from '../../../src/templates/holberton.ts'
import { defaultTemplate, findTemplate, templates } from '../../../src/templates/index.ts'

/** The report that nobody chose a template for. */
function readFreely(text: string) {
  return readReport(MarkdownDocument.from(text), defaultTemplate, { candidates: templates })
}

function titled(...titles: readonly string[]): string {
  return `# Postmortem: search is down\n\n${titles.map((title) => `## ${title}\n\nText of the section.\n`).join('\n')}`
}

const sre = [
  'Summary',
  'Impact',
  'Root Causes',
  'Resolution',
  'Detection',
  'Action Items',
  'Lessons Learned',
  'Timeline',
]

describe('the template that a report is checked against', () => {
  it('is the one that somebody chose, whatever the report looks like', () => {
    const report = readReport(MarkdownDocument.from(titled(...sre)), holberton)
    expect(report.yardstick).toMatchObject({ basis: 'chosen', template: holberton })
  })

  it('is a built-in one that the report plainly follows, even if a section of it is missing', () => {
    const { yardstick, missing } = readFreely(titled(...sre))
    expect(yardstick).toMatchObject({
      basis: 'followed',
      template: findTemplate('google-sre'),
      present: 8,
      required: 9,
    })
    expect(missing).toEqual([])
  })

  it('then asks only for what serves an essential purpose', () => {
    const { missing } = readFreely(titled(...sre.filter((title) => title !== 'Timeline')))
    expect(missing.map(({ id }) => id)).toEqual(['timeline'])
  })

  it('is the base template for a first report, in full', () => {
    for (const text of [
      '# Postmortem: search is down\n',
      titled('Summary', 'Timeline'),
      titled('Root Cause'),
    ]) {
      const { yardstick, missing } = readFreely(text)
      expect(yardstick).toMatchObject({ basis: 'basic', template: holberton })
      expect(missing.length + yardstick.present).toBeGreaterThanOrEqual(3)
    }
  })

  it('is the base template for a report with its titles, even half of them and with others beside them', () => {
    const { yardstick } = readFreely(
      titled('Issue Summary', 'Corrective and Preventative Measures', 'A word about our logo'),
    )
    expect(yardstick).toMatchObject({ basis: 'basic', present: 2, required: 4 })
  })

  it.each([
    [['Summary', 'Timeline', 'What went well', 'What went wrong', 'Action items']],
    [['Severity', 'Impact', 'Issue Summary', 'Timeline', 'Corrective and Preventative Measures', 'Security']],
    [['Overview', 'The night of the third', 'Thanks']],
  ])('is none for a report with a shape of its own: %j', (titles) => {
    expect(readFreely(titled(...titles)).yardstick).toMatchObject({ basis: 'own-shape' })
  })

  it('is none for a long report without the titles of the base template', () => {
    const long = titled('Summary', 'Timeline', 'Root Cause').replaceAll('Text', 'word '.repeat(400))
    expect(readFreely(long).yardstick.basis).toBe('own-shape')
  })
})

describe('a report with a shape of its own', () => {
  const lessons = '## What went well\n\nThe backup.\n\n## What went wrong\n\nThe alert was off.\n'
  const missingFrom = (text: string) => readFreely(text).missing.map(({ id }) => id)

  it('has a summary if it begins with a text, a block of fields, or one in its front matter', () => {
    const lead = 'The search was down for an hour, because the disk of the index was full of logs.'
    const start = '# Postmortem: search is down on 10 May 2024\n\n'
    expect(missingFrom(`${start}${lessons}`)).toEqual(['summary', 'timeline'])
    expect(missingFrom(`${start}${lead}\n\n${lessons}`)).toEqual(['timeline'])
    expect(missingFrom(`---\nsummary: A full disk.\n---\n\n${start}${lessons}`)).toEqual(['timeline'])
  })

  it('has a timeline if lines begin with times, whatever their title', () => {
    const list = '## The night\n\n- 14:02 UTC - The disk is full.\n- 15:00 UTC - The logs are deleted.\n\n'
    expect(missingFrom(`# Postmortem: search is down\n\n${list}${lessons}`)).toEqual(['summary'])
  })
})

describe('a summary that only lacks its title', () => {
  it('is no missing section of a basic report', () => {
    const fields =
      'Duration: 14:00 to 15:00 UTC\n\nImpact: nobody could search.\n\nRoot Cause: a full disk.\n\n'
    const rest = titled('Timeline', 'Root Cause and Resolution', 'Corrective and Preventative Measures')
    const [title, ...sections] = rest.split('\n\n')
    const text = [title, fields.trim(), ...sections].join('\n\n')
    expect(readFreely(text).missing).toEqual([])
    expect(readFreely(rest).missing.map(({ id }) => id)).toEqual(['summary'])
  })
})

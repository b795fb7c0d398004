import { describe, expect, it } from 'vitest'
import { countReport } from '../../src/features/wordCount.ts'
import { holberton } from '../../src/templates/holberton.ts'
import { templates } from '../../src/templates/index.ts'
import { renderReport, renderSection } from '../../src/templates/render.ts'
import { defaultStyle } from '../../src/templates/style.ts'
import { readText, reportWith } from './report.ts'

const fresh = renderReport(holberton, defaultStyle)

function count(text: string) {
  const counted = countReport(readText(text))
  if (counted === null) throw new Error('This is no report.')
  return counted
}

describe('the word count of a report after its template', () => {
  it.each(templates)('is 0 as long as nothing is written, in $id', (template) => {
    const { words, sections } = count(renderReport(template, defaultStyle))
    expect(words).toBe(0)
    expect(sections.filter((section) => section.words > 0)).toEqual([])
  })

  it('is 0 as well in bold titles and plain labels', () => {
    const plain = { ...defaultStyle, label: 'plain', bullet: '*' } as const
    expect(count(renderReport(holberton, plain)).words).toBe(0)
  })

  it('grows by a line, and by the title above it, once one of its places is filled in', () => {
    const text = fresh.replace('{{the cause, in one sentence}}', 'A full disk.')
    // "Issue Summary", "Root Cause: A full disk."
    expect(count(text).words).toBe(2 + 5)
  })

  it('grows by what the author writes beside a place that is left', () => {
    const text = fresh.replace(
      '{{which service was down or slow, and what its users experienced}}',
      'Search failed',
    )
    // "Issue Summary", "Impact: Search failed; … % of users were affected"
    expect(count(text).words).toBe(2 + 7)
  })

  it('counts every word of a report without places', () => {
    expect(count(reportWith('50 minutes', '- 13:10 UTC - It broke.')).words).toBe(44)
  })
})

describe('the places that are filled in', () => {
  const places = (text: string) => count(text).places

  it('are counted from none to all but one', () => {
    expect(places(fresh)).toEqual({ filled: 0, total: 32 })
    const some = fresh.replace('{{start, with date}}', '2026-02-03 09:10').replaceAll('{{time zone}}', 'UTC')
    expect(places(some)).toEqual({ filled: 7, total: 32 })
  })

  it('are no more than there are, if the author adds entries with places', () => {
    const entry = '- {{HH:MM}} {{time zone}} - {{Which misleading path was taken.}}\n'
    expect(places(fresh.replace(entry, entry + entry))).toEqual({ filled: 0, total: 35 })
  })

  it('are not counted once none is left', () => {
    expect(places(fresh.replace(/\{\{[^{}]*\}\}/g, 'It is told here.'))).toBeNull()
  })

  it('are not counted in a report with sections of its own, such as one that lacked a section', () => {
    const own = reportWith('50 minutes', '- 13:10 UTC - It broke.').replace(
      '## Timeline',
      '## Timeline of events',
    )
    const section = holberton.sections.find(({ id }) => id === 'corrective')!
    expect(places(`${own}\n${renderSection(section, defaultStyle)}\n`)).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { findFolds } from '../../src/features/folding.ts'
import { findSectionHover } from '../../src/features/sectionHover.ts'
import { findSelectionRanges } from '../../src/features/selectionRanges.ts'
import { listSymbols, type ReportSymbol } from '../../src/features/symbols.ts'
import { readText, reportWith } from './report.ts'

const text = reportWith(
  'from February 3, 2026, 13:10 to 14:00 UTC',
  '- 13:10 UTC - It broke.\n- 13:25 UTC - An alert fired.',
)
const report = readText(text)
const ordinary = readText('# Widgets\n\nA library.\n')

describe('folding', () => {
  it('also folds sections whose titles are not headings', () => {
    const bold = '# Postmortem\n\n**Issue Summary**\n\nText.\n\n\n**Timeline**\n\n- 09:00 UTC - It broke.\n'
    const folds = findFolds(readText(bold)).map(({ start, end }) => bold.slice(start, end))
    expect(folds.map((fold) => fold.replace(/^\W+/, ''))).toEqual([
      'Issue Summary**\n\nText.',
      'Timeline**\n\n- 09:00 UTC - It broke.',
    ])
  })

  it('folds nothing in a document that is not a report', () => {
    expect(findFolds(ordinary)).toEqual([])
  })
})

describe('the hover of a title', () => {
  it('says what the template expects of the section', () => {
    expect(findSectionHover(report, text.indexOf('Timeline') + 2)).toMatchObject({
      title: 'Timeline',
      template: 'Holberton',
      guidance: expect.stringContaining('One bullet per event'),
      required: true,
    })
  })

  it('appears only on titles', () => {
    expect(findSectionHover(report, text.indexOf('It broke'))).toBeNull()
    expect(findSectionHover(ordinary, 3)).toBeNull()
  })
})

describe('the symbols of a report', () => {
  it('are its sections, with entries and tasks below them', () => {
    const show = ({ name, children }: ReportSymbol): string =>
      children.length === 0 ? name : `${name} (${children.map(show).join(', ')})`
    expect(listSymbols(report).map(show)).toEqual([
      'Issue Summary',
      'Timeline (13:10 UTC, 13:25 UTC)',
      'Root Cause and Resolution',
      'Corrective and Preventative Measures (Refuse an empty export.)',
    ])
  })

  it('select a part of their range, and have a name, as editors demand', () => {
    const all = (symbols: readonly ReportSymbol[]): readonly ReportSymbol[] =>
      symbols.flatMap((symbol) => [symbol, ...all(symbol.children)])
    for (const { name, range, selection } of all(listSymbols(report))) {
      expect(name).not.toBe('')
      expect(range.start).toBeLessThanOrEqual(selection.start)
      expect(selection.end).toBeLessThanOrEqual(range.end)
    }
  })

  it('are absent from a document that is not a report', () => {
    expect(listSymbols(ordinary)).toEqual([])
  })
})

describe('a growing selection', () => {
  it('takes in the text of an entry, the entry, its section and the report', () => {
    const ranges = findSelectionRanges(report, text.indexOf('alert'))
    const shown = ranges.map(({ start, end }) => text.slice(start, end).replace(/\n[\s\S]*$/, ' …'))
    expect(shown[0]).toBe('An alert fired.')
    expect(shown.at(-2)).toBe('## Timeline …')
    expect(shown.at(-1)).toBe('# Postmortem: Search down …')
  })

  it('is left to others in a document that is not a report', () => {
    expect(findSelectionRanges(ordinary, 3)).toEqual([])
  })
})

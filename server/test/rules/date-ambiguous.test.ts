import { describe, expect, it } from 'vitest'
import { severitiesOf } from './findings.ts'

describe('the order of a date in numbers', () => {
  const ambiguous = (dates: string) =>
    severitiesOf('date-ambiguous', `# Postmortem\n\n## Summary\n\nIt began on ${dates}.\n`)

  it('is known from a date that leaves no choice', () => {
    expect(ambiguous('28/08/2018 and lasted until 05/09/2018')).toEqual([])
    expect(ambiguous('02/02/2018 and lasted until 05/09/2018')).toEqual(['warning'])
  })
})

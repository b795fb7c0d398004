import { describe, expect, it } from 'vitest'
import { apply, findingsIn, severitiesOf } from './findings.ts'

const findingsOf = (text: string) => findingsIn(text).filter(({ rule }) => rule === 'time-zone-ambiguous')
const report = (timeline: string) => `# Postmortem\n\n## Timeline\n\n${timeline}\n`

/** Applies the fix with this offset; `expected` is what becomes of the timeline. */
function check(timeline: string, offset: string, expected: string) {
  const text = report(timeline)
  const [finding, ...others] = findingsOf(text)
  expect(others).toEqual([])
  const fix = finding?.fixes.find(({ title }) => title.includes(offset))
  const fixed = apply(text, fix?.edits ?? [])
  expect(fixed).toBe(report(expected))
  expect(findingsOf(fixed)).toEqual([])
}

describe('time-zone-ambiguous', () => {
  it('writes the offset at every time, whatever stands behind it', () => {
    check(
      '- 14:00 IST: detected\n- 14:10 (IST) - paged\n- **15:00 IST** fixed',
      'UTC+05:30',
      '- 14:00 UTC+05:30: detected\n- 14:10 (UTC+05:30) - paged\n- **15:00 UTC+05:30** fixed',
    )
  })

  it('writes the offset where it is said of all times', () => {
    check(
      'All times in CST.\n\n- 14:00 - detected',
      'UTC+08:00',
      'All times in UTC+08:00.\n\n- 14:00 - detected',
    )
  })

  it('reports each name once', () => {
    const found = findingsOf(report('- 14:00 IST - a\n- 15:00 IST - b\n- 16:00 GST - c'))
    expect(found.map(({ message }) => message.slice(1, 4))).toEqual(['IST', 'GST'])
  })

  it('leaves names alone that other zones of the report explain, and those that nearly everybody reads alike', () => {
    expect(findingsOf(report('- 14:00 MST - a\n- 15:00 PST - b'))).toEqual([])
    expect(findingsOf(report('- 14:00 BST - a\n- 15:00 EST - b'))).toEqual([])
  })

  it('is only an information if nothing in the report depends on it', () => {
    expect(
      severitiesOf('time-zone-ambiguous', report('All times in CST.\n\n- 14:00 - a\n- 15:00 - b')),
    ).toEqual(['information'])
    expect(severitiesOf('time-zone-ambiguous', report('- 14:00 IST - a\n- 15:00 UTC - b'))).toEqual([
      'warning',
    ])
  })
})

import { describe, expect, it } from 'vitest'
import { type Completion, complete } from '../../src/features/completion.ts'
import { readText, reportWith } from './report.ts'

const now = Date.UTC(2026, 1, 3, 13, 30)

/** What is offered at the bar. */
function offer(marked: string): readonly Completion[] {
  const offset = marked.indexOf('‸')
  const text = marked.replace('‸', '')
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  const [after = ''] = text.slice(offset).split('\n')
  const isAlone = text.trim() === before.trim()
  return complete(readText(text), { offset, before, after, isAlone, now })
}

function check(marked: string, expected: readonly string[]) {
  expect(offer(marked).map(({ kind, label }) => `${kind}: ${label}`)).toEqual(expected)
}

/** The text after the first offer was taken. */
function take(marked: string): string {
  const [first] = offer(marked)
  const text = marked.replace('‸', '')
  return text.slice(0, first!.range.start) + first!.text + text.slice(first!.range.end)
}

const report = reportWith(
  'from February 3, 2026, 13:10 to 14:00 UTC',
  '- 13:10 UTC - It broke.\n- 13:25 UTC - An alert fired.',
)
const short = '# Postmortem\n\n## Issue Summary\n\nText.\n\n## Timeline\n\n- 13:10 UTC - It broke.\n'

describe('completion', () => {
  it('offers the sections that are not there, on a line of their own', () => {
    const missing = ['section: Root Cause and Resolution', 'section: Corrective and Preventative Measures']
    check(`${short}\n‸\n`, missing)
    check(`${short}\n## ‸\n`, missing)
    check(`${short}\n## Roo‸\n`, missing)
    check(`${short}\nText goes on ‸\n`, [])
  })

  it('writes a section over the hashes that were typed', () => {
    expect(take(`${short}\n## Roo‸\n`)).toMatch(
      /It broke\.\n\n## Root Cause and Resolution\n\n- \*\*Root Cause:\*\* \{\{/,
    )
  })

  it('offers the labels that a section has not', () => {
    const marked = report.replace('\n\n## Timeline', '\n- ‸\n\n## Timeline')
    check(marked, ['field: Start Time', 'field: End Time', 'field: Affected Users', 'field: Root Cause'])
    expect(take(marked)).toContain('\n- **Start Time:** {{start, with date}} {{time zone}}\n')
  })

  it('offers the present and what is not told yet, in the timeline', () => {
    const marked = report.replace('alert fired.', 'alert fired.\n- ‸')
    const [time, ...rest] = offer(marked)
    expect(time).toMatchObject({ kind: 'time', label: '13:30 UTC', text: '13:30 UTC - ' })
    expect(rest.map(({ label }) => label)).toContain('To which team or person it was escalated.')
  })

  it('offers time zones behind a time of day, that of the report first', () => {
    const [first, ...others] = offer(report.replace('13:25 UTC', '13:25 ‸')).map(({ label }) => label)
    expect(first).toBe('UTC')
    expect(others).toContain('Europe/Paris')
  })

  it('offers those whom the report names, where somebody is named', () => {
    const tasks = (text: string) => report.replace('- [ ] Refuse an empty export.', text)
    const named = '- [ ] Refuse it. (owner: @search-team)\n- [ ] Alert on it. (owner: '
    check(tasks(`${named}‸)`), ['owner: @search-team'])
    check(tasks(`${named}@‸)`), ['owner: @search-team'])
  })

  it('offers whole reports in an empty document', () => {
    const [first] = offer('‸')
    expect(first).toMatchObject({ kind: 'template', label: 'Holberton postmortem' })
    expect(first?.text).toMatch(/^# Postmortem: \{\{/)
    expect(offer('# po‸')).toHaveLength(offer('‸').length)
  })

  it('offers nothing in any other document', () => {
    for (const text of ['# Widgets\n\n‸', '# Widgets\n\n## ‸', 'A library of ‸', '- 10:00 ‸']) check(text, [])
  })
})

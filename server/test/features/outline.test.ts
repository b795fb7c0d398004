import { describe, expect, it } from 'vitest'
import { type Gap, type OutlineChild, outlineReport } from '../../src/features/outline.ts'
import { readText, reportWith } from './report.ts'

const timeline = '- 13:10 UTC - It broke.\n- 13:25 UTC - An alert fired.'
const report = reportWith('50 minutes, from February 3, 2026, 13:10 to 14:00 UTC', timeline)

/** Each section with its state and, indented, its children. */
function check(text: string, expected: readonly string[], gaps: readonly Gap[] = []) {
  const sections = outlineReport(readText(text), gaps) ?? []
  const shown = sections.flatMap(({ title, state, children }) => [
    `${title}: ${state}`,
    ...children.map((child) => `  ${show(child)}`),
  ])
  expect(shown).toEqual(expected)
}

function show(child: OutlineChild): string {
  switch (child.kind) {
    case 'field':
      return `${child.field} = ${child.value}`
    case 'entry':
      return `${child.label} ${child.elapsed ?? '?'} ${child.text}`
    case 'task':
      return `[${child.done ? 'x' : ' '}] ${child.text} (${child.owner ?? 'nobody'})`
    case 'gap':
      return `! ${child.title}`
  }
}

describe('the outline of a report', () => {
  it('lists the contents of each section in reading order', () => {
    check(report, [
      'Issue Summary: complete',
      '  duration = 50 min',
      '  start = February 3, 2026, 13:10',
      '  end = 14:00 UTC',
      '  timeZone = UTC',
      '  impact = Search was down for 40% of users.',
      '  affected = 40%',
      'Timeline: complete',
      '  13:10 UTC +00:00 It broke.',
      '  13:25 UTC +00:15 An alert fired.',
      'Root Cause and Resolution: complete',
      '  rootCause = The index was rebuilt from an empty export, and put back.',
      'Corrective and Preventative Measures: complete',
      '  [ ] Refuse an empty export. (nobody)',
    ])
  })

  it('says who owns a task, and whether it is done', () => {
    const text = report.replace(
      '- [ ] Refuse an empty export.',
      '- [x] Refuse an empty export (owner: @search-team).',
    )
    const [, , , corrective] = outlineReport(readText(text)) ?? []
    expect(corrective?.children.map(show)).toEqual([
      '[x] Refuse an empty export (owner: @search-team). (@search-team)',
    ])
  })

  it('lists what is missing after what is there, and calls the section incomplete', () => {
    const at = report.indexOf('## Timeline')
    const [, incomplete] =
      outlineReport(readText(report), [
        { title: 'Insert "Escalation"', range: { start: at, end: at + 11 } },
      ]) ?? []
    expect(incomplete?.state).toBe('incomplete')
    expect(incomplete?.children.map(show)).toEqual([
      '13:10 UTC +00:00 It broke.',
      '13:25 UTC +00:15 An alert fired.',
      '! Insert "Escalation"',
    ])
  })

  it('calls a section incomplete as long as placeholders are left in it', () => {
    const text = report.replace('An alert fired.', '{{What happened.}}')
    const [summary, timeline] = outlineReport(readText(text)) ?? []
    expect([summary?.state, summary?.unfilled]).toEqual(['complete', 0])
    expect([timeline?.state, timeline?.unfilled]).toEqual(['incomplete', 1])
  })

  it('tells an empty section and a missing one apart', () => {
    check('# Postmortem\n\n## Issue Summary\n\n## Timeline\n\n- 09:00 UTC - It broke.\n', [
      'Issue Summary: empty',
      'Timeline: complete',
      '  09:00 UTC +00:00 It broke.',
      'Root Cause and Resolution: missing',
      'Corrective and Preventative Measures: missing',
    ])
  })

  it('says where each section can be moved to', () => {
    const text = '# Postmortem\n\n## Timeline\n\n- 09:00 UTC - It broke.\n\n## Issue Summary\n\nText.\n'
    const sections = outlineReport(readText(text)) ?? []
    expect(sections.map(({ title, moves }) => [title, ...moves])).toEqual([
      ['Timeline', 'down'],
      ['Issue Summary', 'up', 'to-its-place'],
      ['Root Cause and Resolution'],
      ['Corrective and Preventative Measures'],
    ])
  })

  it('does not exist for a document that is not a report', () => {
    expect(outlineReport(readText('# Widgets\n\nA library.\n'))).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { insertMermaid, writeMermaid } from '../../../src/features/picture/timelineMermaid.ts'
import { inEnglish } from '../../../src/messages/translate.ts'
import { readText, reportWith } from '../report.ts'

const outage = 'from March 14, 2026, 09:00 to 10:00 UTC'
const entries = '- 09:00 UTC - It broke.\n- 09:04 UTC - An alert fired.'

function check(duration: string, timeline: string, expected: readonly string[]) {
  expect(writeMermaid(readText(reportWith(duration, timeline)))).toBe(`${expected.join('\n')}\n`)
}

/** The document after the action offered within its timeline; undefined if none is offered. */
function act(text: string): { readonly title: string; readonly text: string } | undefined {
  const action = insertMermaid(readText(text), text.indexOf('- 09:0'))
  if (action === null) return undefined
  const { start, end, text: inserted } = action.edit
  return { title: inEnglish(action.title), text: text.slice(0, start) + inserted + text.slice(end) }
}

describe('the timeline as a Mermaid diagram', () => {
  it('has commas for semicolons, which would end a statement', () => {
    const diagram = writeMermaid(
      readText(
        reportWith(outage, '- 09:00 UTC - The node failed; the others took over;\n- 09:04 UTC - Alert.'),
      ),
    )
    expect(diagram).toContain('  The node failed, the others took over :milestone')
  })

  it('has phases, milestones and entries on one axis', () => {
    check(outage, `${entries}\n- 09:30 to 09:40 UTC - A restore.`, [
      'gantt',
      '%% Drawn from the timeline of this report.',
      'title Postmortem Search down (UTC)',
      'dateFormat YYYY-MM-DD HH:mm',
      'axisFormat %H:%M',
      'section Phases',
      '  Undetected :crit, 2026-03-14 09:00, 2026-03-14 09:04',
      '  Responding :active, 2026-03-14 09:04, 2026-03-14 10:00',
      'section Milestones',
      '  Started :milestone, 2026-03-14 09:00, 0m',
      '  Detected :milestone, 2026-03-14 09:04, 0m',
      '  Resolved :milestone, 2026-03-14 10:00, 0m',
      'section Timeline',
      '  It broke. :milestone, 2026-03-14 09:00, 0m',
      '  An alert fired. :milestone, 2026-03-14 09:04, 0m',
      '  A restore. :2026-03-14 09:30, 2026-03-14 09:40',
    ])
  })

  it('keeps characters with a meaning in Mermaid out of the names', () => {
    const diagram = writeMermaid(
      readText(reportWith(outage, '- 09:04 UTC - Alert: `db#1`; 100% of writes fail')),
    )
    expect(diagram).toContain('  Alert db 1, 100 of writes fail :milestone')
    const keyword = writeMermaid(readText(reportWith(outage, '- 09:04 UTC - Section 3 of the disk failed.')))
    expect(keyword).toContain('  – Section 3 of the disk failed. :milestone')
  })

  it('is inserted after the entries, set apart by blank lines', () => {
    const after = act(reportWith(outage, entries))
    expect(after?.title).toBe('Insert timeline as Mermaid diagram')
    expect(after?.text).toContain('An alert fired.\n\n```mermaid\ngantt\n')
    expect(after?.text).toContain(', 0m\n```\n\n## Root Cause')
  })

  it('does not change how the report is read', () => {
    const before = reportWith(outage, entries)
    const [report, after] = [readText(before), readText(act(before)?.text ?? '')]
    expect(after.words).toBe(report.words)
    expect(after.timeline.entries).toEqual(report.timeline.entries)
  })

  it('replaces an older diagram, and is not offered if nothing has changed', () => {
    const drawn = act(reportWith(outage, entries))?.text ?? ''
    expect(act(drawn)).toBeUndefined()
    const changed = act(drawn.replace('- 09:04 UTC', '- 09:06 UTC'))
    expect(changed?.title).toBe('Update the Mermaid diagram of the timeline')
    expect(changed?.text.match(/```mermaid/g)).toHaveLength(1)
    expect(changed?.text).toContain('An alert fired. :milestone, 2026-03-14 09:06, 0m')
  })

  it('is offered only within a timeline', () => {
    const text = reportWith(outage, entries)
    expect(insertMermaid(readText(text), text.indexOf('Refuse'))).toBeNull()
    expect(insertMermaid(readText('# Notes\n\n## Timeline\n\n- 09:00 Coffee\n'), 20)).toBeNull()
  })
})

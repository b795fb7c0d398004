import { describe, expect, it } from 'vitest'
import { findingsIn } from '../../rules/findings.ts'
import { sectionsOf } from '../read.ts'

const summary = '- **Duration:** 2026-02-03 09:10 to 10:00 UTC\n- **Impact:** 40% of users saw errors'
const entries = '- 09:10 UTC - An alert fired.\n- 10:00 UTC - The logs were deleted.'
const cause = '- **Root Cause:** The logs filled the disk.\n- **Resolution:** The logs were deleted.'
const tasks = '- [ ] Rotate the logs\n- [ ] Alert on disk space'

interface Titles {
  readonly summary?: string
  readonly timeline?: string
  readonly cause?: string
  readonly corrective?: string
}

function report(titles: Titles, timeline = entries): string {
  return [
    '# Postmortem: search is down',
    `## ${titles.summary ?? 'Issue Summary'}\n\n${summary}`,
    `## ${titles.timeline ?? 'Timeline'}\n\n${timeline}`,
    `## ${titles.cause ?? 'Root Cause and Resolution'}\n\n${cause}`,
    `## ${titles.corrective ?? 'Corrective and Preventative Measures'}\n\n${tasks}\n`,
  ].join('\n\n')
}

function messagesOf(text: string, rule: string): readonly unknown[] {
  return findingsIn(text).flatMap((finding) => (finding.rule === rule ? [String(finding.message)] : []))
}

describe('a title with several slips', () => {
  it.each([
    [{ summary: 'Isseu Sumry' }, 'summary: Isseu Sumry'],
    [{ timeline: 'Tiemlnie' }, 'timeline: Tiemlnie'],
    [{ timeline: 'Tmelne' }, 'timeline: Tmelne'],
    [{ cause: 'Root Casue and Rseoltuion' }, 'root-cause-and-resolution: Root Casue and Rseoltuion'],
    [{ corrective: 'Acitno Imets' }, 'actions: Acitno Imets'],
  ])('is that of the section whose contents are below it: %j', (titles, expected) => {
    expect(sectionsOf(report(titles))).toContain(expected)
  })

  it('is offered as a misspelling, and its section is not missing', () => {
    const text = report({ timeline: 'Tiemlnie' })
    expect(messagesOf(text, 'section-title-misspelt')).toEqual([
      'The title "Tiemlnie" is misspelt. Write "Timeline".',
    ])
    expect(messagesOf(text, 'section-missing')).toEqual([])
  })

  it('is unknown above something else', () => {
    const text = report({ timeline: 'Tiemlnie' }, 'We tell what happened elsewhere.')
    expect(sectionsOf(text).map((each) => each.split(':')[0])).not.toContain('timeline')
  })

  it('is unknown if another section has the title that it resembles', () => {
    const text = `${report({})}\n## Tiemlnie\n\n${entries}\n`
    expect(sectionsOf(text).filter((each) => each.startsWith('timeline'))).toEqual(['timeline: Timeline'])
  })

  it('is unknown if two titles resemble the same one', () => {
    const text = `${report({ timeline: 'Tiemlnie' })}\n## Tmelne\n\n${entries}\n`
    expect(sectionsOf(text).filter((each) => each.startsWith('timeline'))).toEqual([])
  })

  it.each(['Timeouts', 'Deadlines', 'Templates', 'Timetable', 'Trouble'])('is no other word: %s', (title) => {
    const text = report({ timeline: title })
    expect(sectionsOf(text).filter((each) => each.startsWith('timeline'))).toEqual([])
  })
})

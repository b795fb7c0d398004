import { describe, expect, it } from 'vitest'
import { complete } from '../../src/features/completion/complete.ts'
import type { Completion, KnownNames } from '../../src/features/completion/completion.ts'
import { inEnglish } from '../../src/messages/translate.ts'
import { readText, reportWith } from './report.ts'

const now = Date.UTC(2026, 0, 31, 13, 30)
const names: KnownNames = {
  severities: [
    { name: 'SEV1', template: 'Google SRE' },
    { name: 'SEV2', template: null },
  ],
  rules: [
    { id: 'section-empty', summary: 'Every section has content below its title.' },
    { id: 'link-dead', summary: 'Every link within the repository points to something that exists.' },
  ],
}

/** The completions offered at `‸`. */
function offer(marked: string): readonly Completion[] {
  const offset = marked.indexOf('‸')
  const text = marked.replace('‸', '')
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)
  const [after = ''] = text.slice(offset).split('\n')
  const isAlone = text.trim() === before.trim()
  return complete(readText(text), { offset, before, after, isAlone, now }, names)
}

function check(marked: string, expected: readonly string[]) {
  expect(offer(marked).map(({ kind, label }) => `${kind}: ${label}`)).toEqual(expected)
}

/** The text after accepting the first completion. */
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
  it('offers missing sections on a line of their own', () => {
    const missing = ['section: Root Cause and Resolution', 'section: Corrective and Preventative Measures']
    check(`${short}\n‸\n`, missing)
    check(`${short}\n## ‸\n`, missing)
    check(`${short}\n## Roo‸\n`, missing)
    check(`${short}\nText goes on ‸\n`, [])
  })

  it('offers values for a placeholder, in its place', () => {
    const task = (rest: string) =>
      `${report}- [ ] Take turns (owner: Storage team)\n- [ ] Add an alert (${rest})\n`
    check(task('owner: {{who}}‸, due: {{YYYY-MM-DD}}'), ['owner: Storage team'])
    expect(take(task('owner: {{who}}‸, due: {{YYYY-MM-DD}}'))).toContain('(owner: Storage team, due: {{')
    expect(take(task('due: {{YYYY-MM-DD}}‸'))).toContain('(due: 2026-02-07)')
    expect(offer(task('due: {{YYYY-MM-DD}}‸')).map(({ filter }) => filter)).toContain('{{YYYY-MM-DD}}')
    check(report.replace('13:25 UTC', '13:25 {{time zone}}‸').replace('to 14:00 UTC', 'to 14:00'), [
      'zone: UTC',
      'zone: Europe/London',
      'zone: Europe/Paris',
      'zone: America/New_York',
      'zone: America/Los_Angeles',
      'zone: Asia/Kolkata',
      'zone: Asia/Tokyo',
    ])
    check(`${short}\n{{what}}‸\n`, [])
  })

  it('writes a section over the hashes that were typed', () => {
    expect(take(`${short}\n## Roo‸\n`)).toMatch(
      /It broke\.\n\n## Root Cause and Resolution\n\n- \*\*Root Cause:\*\* \{\{/,
    )
  })

  it('offers the labels that a section lacks', () => {
    const marked = report.replace('\n\n## Timeline', '\n- ‸\n\n## Timeline')
    check(marked, ['field: Start Time', 'field: End Time', 'field: Affected Users', 'field: Root Cause'])
    expect(take(marked)).toContain('\n- **Start Time:** {{start, with date}} {{time zone}}\n')
  })

  it('offers the current time and missing entries in the timeline', () => {
    const marked = report.replace('alert fired.', 'alert fired.\n- ‸')
    const [time, ...rest] = offer(marked)
    expect(time).toMatchObject({ kind: 'time', label: '13:30 UTC', text: '13:30 UTC - ' })
    expect(rest.map(({ label }) => label)).toContain('To which team or person it was escalated.')
  })

  it('offers time zones after a time of day, that of the report first', () => {
    const [first, ...others] = offer(report.replace('13:25 UTC', '13:25 ‸')).map(({ label }) => label)
    expect(first).toBe('UTC')
    expect(others).toContain('Europe/Paris')
  })

  it('offers people named in the report where an owner or a mention goes', () => {
    const tasks = (text: string) => report.replace('- [ ] Refuse an empty export.', text)
    const named = '- [ ] Refuse it. (owner: @search-team)\n- [ ] Alert on it. (owner: '
    check(tasks(`${named}‸)`), ['owner: @search-team'])
    check(tasks(`${named}@‸)`), ['owner: @search-team'])
  })

  it('offers due dates after a word that asks for one', () => {
    const due = (before: string) =>
      report.replace('- [ ] Refuse an empty export.', `- [ ] Refuse it. ${before}‸)`)
    check(due('(due: '), ['date: 2026-02-07', 'date: 2026-02-14', 'date: 2026-02-28'])
    check(due('(**Deadline:** 2026-'), ['date: 2026-02-07', 'date: 2026-02-14', 'date: 2026-02-28'])
    expect(take(due('(due: 2026'))).toContain('(due: 2026-02-07)')
    check(due('(it is due '), [])
  })

  it('offers severities and statuses after their labels', () => {
    const labelled = (line: string) => report.replace('## Issue Summary', `${line}\n\n## Issue Summary`)
    const severities = ['facet: SEV1', 'facet: SEV2']
    for (const line of ['Severity: ‸', '- **Severity:** S‸', '**Incident severity**: ‸', '| Severity | ‸ |'])
      check(labelled(line), severities)
    check(labelled('Status: ‸'), ['facet: Draft', 'facet: In review', 'facet: Final'])
    check(labelled('* *Report status:* in‸'), ['facet: Draft', 'facet: In review', 'facet: Final'])
    expect(take(labelled('Severity: s‸'))).toContain('\nSeverity: SEV1\n')
    expect(offer(labelled('Severity: ‸')).map(({ detail }) => inEnglish(detail ?? ''))).toEqual([
      'template Google SRE',
      'severity',
    ])
  })

  it('replaces the rest of the word after the cursor as well', () => {
    const labelled = (line: string) => report.replace('## Issue Summary', `${line}\n\n## Issue Summary`)
    expect(take(labelled('**Severity:** ‸SEV2'))).toContain('\n**Severity:** SEV1\n')
    expect(take(labelled('| Status | D‸one |'))).toContain('| Status | Draft |')
    const comment = '<!-- postmortem-disable-line sec‸tion-order -->'
    expect(take(labelled(comment))).toContain('<!-- postmortem-disable-line section-empty -->')
  })

  it('offers neither within a sentence, before text, nor for the status of a service', () => {
    const labelled = (line: string) => report.replace('## Issue Summary', `${line}\n\n## Issue Summary`)
    check(labelled('We raised the severity: ‸'), [])
    check(labelled('Severity: ‸ and falling'), [])
    check(report.replace('An alert fired.', 'An alert fired.\n- Status: ‸'), [])
  })

  it('offers commands and rules in comments that silence rules', () => {
    const comment = (text: string) => report.replace('## Timeline', `<!-- ${text} -->\n\n## Timeline`)
    const rules = ['rule: section-empty', 'rule: link-dead']
    check(comment('postmortem-disable-next-line ‸'), rules)
    check(comment('postmortem-disable-file sec‸'), rules)
    check(comment('postmortem-disable section-empty, ‸'), ['rule: link-dead'])
    const [first] = offer(comment('postmortem-enable ‸'))
    expect(inEnglish(first?.detail ?? '')).toBe('Every section has content below its title.')
    expect(offer(comment('postmortem-dis‸')).map(({ label }) => label)).toContain('postmortem-disable-line')
    check(comment('postmortem-disable-line link-dead -- a ‸'), [])
    check(comment('Ask @‸'), [])
    check(comment('postmortem-disabel ‸'), [])
    check(`${short}\n<!-- a -->\n\n‸\n`, [
      'section: Root Cause and Resolution',
      'section: Corrective and Preventative Measures',
    ])
  })

  it('offers nothing in code and in front matter', () => {
    check(`${short}\n\`\`\`\n## ‸\n\`\`\`\n`, [])
    check(`---\nsev‸\n---\n\n${short}`, [])
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

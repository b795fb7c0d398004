import { describe, expect, it } from 'vitest'
import { measures } from '../../src/library/measures.ts'
import { incidentIn, incidentsIn } from './incidents.ts'
import { reasons, report } from './wholeReport.ts'

describe('an incident in the table', () => {
  it('has each value with the line that it comes from', () => {
    const text = report({
      summary: '- **Duration:** 3 May 2024, 14:00 to 14:45 UTC\n- **Severity:** SEV2',
      timeline: '- 14:04 UTC - Detected by an alert.\n- 14:45 UTC - The search was restored.',
    })
    expect(incidentIn(text)).toMatchObject({
      line: 1,
      title: 'Search is down',
      date: { value: '2024-05-03', line: 5, certainty: 'certain' },
      severity: { value: 'SEV2', line: 6 },
      duration: { value: 45, line: 5, certainty: 'certain' },
      timeToDetect: { value: 4, line: 10, certainty: 'certain' },
      timeToResolve: { value: 45 },
    })
    expect(reasons(text)).toEqual(['time to mitigate: The report names no mitigation before the end.'])
  })

  it('is none for a document that is no report, and one for each of several', () => {
    expect(incidentsIn('# Shopping list\n\n- Bread\n')).toEqual([])
  })

  it('reveals no secret', () => {
    const text = report({ title: '# Postmortem: the key AKIAIOSFODNN7EXAMPLQ was public' })
    expect(JSON.stringify(incidentIn(text))).not.toContain('AKIAIOSFODNN7EXAMPLQ')
  })

  it('takes nothing from a log that was pasted, also as HTML', () => {
    const log = '<pre><code>\nSeverity: SEV1\nStatus: running\n</code></pre>'
    expect(incidentIn(report({ summary: `${log}\n\nSeverity: SEV3` }))).toMatchObject({
      severity: { value: 'SEV3' },
      status: null,
    })
    const unclosed = 'The search was down.\n\n<pre>\n\nSeverity: SEV2'
    expect(incidentIn(report({ summary: unclosed })).severity?.value).toBe('SEV2')
  })

  it('takes no placeholder for a value', () => {
    const summary = 'It was down.\n\n**Severity:** {{SEV1 to SEV5}}\n**Incident ID:** {{id}}'
    expect(incidentIn(report({ summary }))).toMatchObject({ severity: null, id: null })
  })
})

describe('an empty cell', () => {
  const start = '- 2024-05-03 14:00 UTC - The outage began.'
  const reasonsOf = (...entries: readonly string[]) => reasons(report({ timeline: entries.join('\n') }))

  it.each<[string, readonly string[]]>([
    [
      'time to detect: No entry with a time says how it was noticed.',
      [start, '- 15:00 UTC - Service restored.'],
    ],
    [
      'time to detect: The start is known only from its detection.',
      ['- 2024-05-03 14:00 UTC - The outage started and an alert fired.'],
    ],
    [
      'time to detect: What was found at this time is the cause, and not the outage.',
      [start, '- 14:30 UTC - Checked php.ini and discovered that logging was off.'],
    ],
    ['time to mitigate: The report names no mitigation before the end.', [start]],
    ['time to resolve: The report does not say when it ended.', [start]],
  ])('says: %s', (reason, entries) => {
    expect(reasonsOf(...entries)).toContain(reason)
  })

  it('has one reason, and a value has none', () => {
    const incident = incidentIn(report({ timeline: `${start}\n- 14:04 UTC - Detected by an alert.` }))
    const empty = [...measures, 'date' as const].filter((column) => incident[column] === null)
    expect(incident.unread.map(({ column }) => column).sort()).toEqual([...empty].sort())
    expect(empty).toHaveLength(3)
  })
})

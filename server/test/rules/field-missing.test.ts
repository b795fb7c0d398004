import { describe, expect, it } from 'vitest'
import { apply, findingsIn } from './findings.ts'

const report = (summary: string, timeline = 'Text.', more = '') =>
  `# Postmortem: search\n\n## Issue Summary\n\n${summary} The root cause was a full disk.\n\n## Timeline\n\n${timeline}\n\n## Root Cause and Resolution\n\nA full disk. The resolution was to add another.\n${more}`

const missing = (text: string) =>
  findingsIn(text)
    .filter(({ rule }) => rule === 'field-missing')
    .map(({ message }) => /^"([^"]+)"/.exec(message)?.[1])

describe('field-missing', () => {
  it('asks for a duration that nothing gives', () => {
    expect(missing(report('About 20% of users saw errors.'))).toEqual(['Duration'])
  })

  it.each([
    'An error was found in a library, but we were not affected.',
    'There was an error in the search, and no users were affected.',
    'An attacker could have read any record. The error was not exploited.',
  ])('asks for none if nobody was affected: %s', (summary) => {
    expect(missing(report(summary))).toEqual([])
  })

  it.each(['**Resolved:** `N/A`', '**Status:** Open'])('asks for none beside "%s"', (line) => {
    expect(
      missing(`${line}\n\n${report('About 20% of users saw errors.')}`.replace(/^([^#]*)(# .*\n)/, '$2\n$1')),
    ).toEqual([])
  })

  it('asks for none as long as it is not over', () => {
    const open = (end: string) =>
      missing(report(`About 20% of users see errors.\n\n- Status: draft\n- End (UTC): ${end}\n\n`))
    expect(open('ongoing')).toEqual([])
    expect(open('Still open, see below')).toEqual([])
    expect(open('the ongoing work')).toEqual(['Duration'])
  })

  it('asks for none if the timeline counts in days', () => {
    const days = '- 2024-03-02 - A researcher reported the error.\n- 2024-04-11 - Version 2 was released.'
    expect(missing(report('All users of version 1 had the error.', days))).toEqual([])
  })

  it('reads the answers from a table', () => {
    const table = '| Customers Impacted | Incident Duration |\n|---|---|\n| All | 1h |'
    expect(missing(report(`${table}\n\nThe search showed an error from 10:00 to 11:00 UTC.`))).toEqual([])
  })

  it.each([
    'By mistake, 500+ users were shown errors from 10:00 to 11:00 UTC.',
    'The search was down for the whole of Europe, so that over 50% of\nusers would have seen an error from 10:00 to 11:00 UTC.',
    'Only the billing team saw errors from 10:00 to 11:00 UTC.',
    'Most Dashboards would fail from 10:00 to 11:00 UTC.',
    'Errors from 10:00 to 11:00 UTC. The affected were mostly students.',
  ])('finds who was affected: %s', (summary) => {
    expect(missing(report(summary))).toEqual([])
  })

  it('does not take any number for those affected', () => {
    expect(
      missing(report('Version 0.1.0 of the teams page showed an error from 10:00 to 11:00 UTC.')),
    ).toEqual(['Affected Users'])
  })

  it('asks for no times where four digits may be some', () => {
    const text = (times: string) =>
      `# Postmortem\n\n## Issue Summary\n\nFor 6 minutes ${times} half of the users saw nothing.\n\n## Timeline\n\n- 02:33 CST: Off.\n\n## Root Cause and Resolution\n\nText.\n`
    const missing = (times: string) =>
      findingsIn(text(times)).filter(
        ({ rule, message }) => rule === 'field-missing' && message.includes('Time'),
      )
    expect(missing('from 0233 to 0239 on 15Sep94')).toEqual([])
    expect(missing('on some day')).not.toEqual([])
  })
})

const when = '{{start, with date}} to {{end}} {{time zone}} ({{how long}})'
const impact =
  '{{which service was down or slow, and what its users experienced}}; {{how many}}% of users were affected'
const errors = '20% of users saw errors.'
const past = '3 May 2024, 14:00 to 14:45 UTC'

describe('the fix of field-missing', () => {
  /** The first section, before and after the fix; a `+` is where the finding is. */
  it.each([
    ['items', [`+- **Duration:** ${when}`, `- **Impact:** ${errors}`, '- **Root Cause:** a full disk']],
    ['items with a dash', [`+* Duration - ${when}`, `* Impact - ${errors}`, '* Root Cause - a full disk']],
    [
      'numbered items',
      [`+1. **Duration**: ${when}`, `1. **Impact**: ${errors}`, '2. **Root Cause**: a full disk'],
    ],
    ['plain lines', [`+Duration: ${when}`, `Impact: ${errors}`, 'Root Cause: a full disk']],
    [
      'values below their labels',
      ['+**Duration:**', `+${when}`, '+', '**Impact:**', errors, '', '**Root Cause:**', 'A full disk.'],
    ],
    [
      'values in paragraphs of their own',
      [
        '+**Duration:**',
        '+',
        `+${when}`,
        '+',
        '**Impact:**',
        '',
        errors,
        '',
        '**Root Cause:**',
        '',
        'A full disk.',
      ],
    ],
    [
      'nested values',
      [
        '+- **Duration:**',
        `+  - ${when}`,
        '- **Impact:**',
        `  - ${errors}`,
        '- **Root Cause:**',
        '  - a full disk',
      ],
    ],
    [
      'headings',
      [
        '+### Duration',
        '+',
        `+${when}`,
        '+',
        '### Impact',
        '',
        errors,
        '',
        '### Root Cause',
        '',
        'A full disk.',
      ],
    ],
    [
      'rows',
      [
        '| Field | Value |',
        '| --- | --- |',
        `+| Duration | ${when} |`,
        `| Impact | ${errors} |`,
        '| Root Cause | a full disk |',
      ],
    ],
    ['sentences', [`${errors} The root cause was a full disk.`, '+', `+- **Duration:** ${when}`]],
    [
      'items without labels',
      [`- ${errors}`, '- The root cause was a full disk.', `+- **Duration:** ${when}`],
    ],
    [
      'the one before',
      [`- **Duration:** ${past}`, `+- **Impact:** ${impact}`, '- **Root Cause:** a full disk'],
    ],
    [
      'the paragraph before',
      [`**Duration:** ${past}`, '+', `+**Impact:** ${impact}`, '', '**Root Cause:** a full disk'],
    ],
    ['the only one', [`**Duration:** ${past}`, '+', `+**Impact:** ${impact}`]],
    ['the only item', [`- **Duration:** ${past}`, `+- **Impact:** ${impact}`]],
  ])('is written like its neighbours: %s', (_, lines) => {
    const written = lines.filter((line) => !line.startsWith('+')).join('\n')
    const text = `# Postmortem: search\n\n## Issue Summary\n\n${written}\n\n## Timeline\n\nText.\n\n## Root Cause and Resolution\n\nA full disk. The resolution was to add another.\n`
    for (const lineEnding of ['\n', '\r\n']) {
      const before = text.replaceAll('\n', lineEnding)
      const found = findingsIn(before).find(({ rule }) => rule === 'field-missing')
      const fixed = apply(before, found?.fixes[0]?.edits ?? []).replaceAll(lineEnding, '\n')
      const section = fixed.slice(fixed.indexOf('Summary') + 9, fixed.indexOf('\n\n## Timeline'))
      expect(section.split('\n')).toEqual(lines.map((line) => line.replace(/^\+/, '')))
    }
  })

  it('is written at the end of a document without a line ending, and above a text that follows', () => {
    const head = '# Postmortem: search\n\n## Timeline\n\nText.\n\n## Issue Summary\n\n'
    const fix = (text: string) => {
      const found = findingsIn(text).find(({ rule }) => rule === 'field-missing')
      return apply(text, found?.fixes[0]?.edits ?? []).slice(head.length)
    }
    const [item, paragraph] = [`- **Duration:** ${past}`, `**Duration:** ${past}`]
    expect(fix(head + item)).toBe(`${item}\n- **Impact:** ${impact}`)
    expect(fix(head + paragraph)).toBe(`${paragraph}\n\n**Impact:** ${impact}`)
    expect(fix(`${head}${paragraph}\nIt was a long night.\n`)).toBe(
      `${paragraph}\nIt was a long night.\n\n**Impact:** ${impact}\n`,
    )
  })
})

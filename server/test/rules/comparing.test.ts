import { describe, expect, it } from 'vitest'
import { comparedWith, findingsIn } from './findings.ts'

/** The front matter and the day of a report; each test adds what it is about. */
function report(fields: string, { day = '2024-05-10', title = 'search is down', tasks = '' } = {}): string {
  const list = tasks === '' ? '' : `## Action Items\n\n${tasks}\n`
  return `---\n${fields}\n---\n\n# Postmortem: ${title}\n\n## Timeline\n\n- ${day} 10:02 UTC - It was down.\n\n${list}`
}

function check(others: Readonly<Record<string, string>>, text: string) {
  return comparedWith(others, text).map(({ rule, severity, range }) => [
    rule,
    severity,
    text.slice(range.start, range.end),
  ])
}

describe('two reports on one incident', () => {
  it('are found by their id, however it is written', () => {
    const other = report('id: inc-12', { title: 'nobody could pay' })
    expect(check({ 'b.md': other }, report('id: "INC-12"'))).toEqual([
      ['report-duplicate', 'warning', 'INC-12'],
    ])
  })

  it('may be told for different readers, if their titles are alike and the day is the same', () => {
    const severity = (title: string, day?: string) =>
      check({ 'b.md': report('id: INC-12', { title, ...(day && { day }) }) }, report('id: INC-12'))[0]?.[1]
    expect(severity('the search is down again')).toBe('information')
    expect(severity('the search is down again', '2024-05-11')).toBe('warning')
    expect(severity('nobody could pay')).toBe('warning')
  })

  it('share an id rightly if one is the report of the incident and the other its postmortem', () => {
    const other = { 'incident_report.md': report('id: INC-12', { title: 'nobody could pay' }) }
    expect(comparedWith(other, report('id: INC-12'), {}, 'postmortem.md')).toEqual([])
    expect(comparedWith(other, report('id: INC-12'), {}, 'incident_report_2.md')).toHaveLength(1)
    expect(comparedWith(other, report('id: INC-12'), {}, 'search/postmortem.md')).toHaveLength(1)
  })

  it('are not found by a title that every report has, or by a day that is only assumed', () => {
    for (const title of ['incident report', 'security incident report']) {
      const plain = report('a: b', { title })
      expect(check({ 'b.md': plain }, plain)).toEqual([])
    }
    const unnamed = report('a: b', { title: '' }).replace('# Postmortem: \n', '# Postmortem\n')
    expect(comparedWith({ 'two/checkout.md': unnamed }, unnamed, {}, 'one/checkout.md')).toEqual([])
    const undated = report('a: b').replace('2024-05-10 ', '')
    expect(check({ '2024-05-10-b.md': undated }, undated)).toEqual([])
  })

  it('are one report if one of them is a published copy of the other', () => {
    const copy = `${report('a: b')}\n<!-- postmortem-edition: ${'0'.repeat(32)} -->\n`
    expect(check({ 'public/b.md': copy }, report('a: b'))).toEqual([])
    expect(findingsIn(copy).map(({ rule }) => rule)).not.toContain('suppression-unknown')
  })
})

describe('a related report', () => {
  it('is found by its id, its path, and its name without an ending', () => {
    const others = {
      'old/b.md': report('id: INC-1\nrelated: ../report.md', { title: 'pages are slow' }),
      'c d.md': report('related: report', { title: 'pages are late' }),
    }
    const own = report('related: [INC-1, old/b.md, ./old/b, c%20d.md]')
    expect(check(others, own)).toEqual([])
  })

  it('may name this one with any link in its text', () => {
    const other = `${report('a: b', { title: 'pages are slow' })}See [what followed](../report.md#timeline).\n`
    expect(check({ 'old/b.md': other }, report('related: old/b.md'))).toEqual([])
  })

  it('is missed by its id only if another report has one of the same kind', () => {
    expect(
      check({ 'b.md': report('id: OPS-1', { title: 'pages are slow' }) }, report('related: INC-2')),
    ).toEqual([])
    expect(
      check({ 'b.md': report('id: INC-1', { title: 'pages are slow' }) }, report('related: INC-2')),
    ).toEqual([['related-missing', 'information', 'INC-2']])
  })
})

describe('a cause that comes back', () => {
  const words = 'causes: [Full disk]\nservices: [search]'
  const before = (day: string, fields = 'causes: [full-disk]\nservices: [search, mail]') =>
    report(fields, { day, title: 'pages are slow' })

  it('is found as long ago as the option says', () => {
    expect(check({ 'b.md': before('2024-02-10') }, report(words))).toEqual([
      ['cause-recurring', 'information', 'Full disk'],
    ])
    expect(check({ 'b.md': before('2024-02-09') }, report(words))).toEqual([])
    const configured = { 'cause-recurring': { severity: 'warning' as const, options: { days: 91 } } }
    expect(comparedWith({ 'b.md': before('2024-02-09') }, report(words), configured)).toHaveLength(1)
  })

  it('is not found in another service, on the same day or later, or in sentences', () => {
    expect(
      check({ 'b.md': before('2024-05-01', 'causes: [full-disk]\nservices: [mail]') }, report(words)),
    ).toEqual([])
    expect(check({ 'b.md': before('2024-05-10') }, report(words))).toEqual([])
    expect(check({ 'b.md': before('2024-05-11') }, report(words))).toEqual([])
  })

  it('is known to an author who names one of the earlier reports', () => {
    const others = {
      'b.md': before('2024-05-01'),
      'c.md': before('2024-04-01', `${words}\nrelated: report.md`),
    }
    expect(check(others, report(`${words}\nrelated: c.md`))).toEqual([])
  })
})

describe('a copy of an action item', () => {
  const open = (task: string) => report('a: b', { tasks: `- [ ] ${task}` })
  const done = (task: string, title = 'pages are slow') => report('a: b', { title, tasks: `- [x] ${task}` })

  it('is surely one with the same ticket and words, whoever does it until when', () => {
    expect(
      check({ 'b.md': done('Rotate logs (OPS-7) @ana') }, open('Rotate logs (OPS-7), due 2024-07-01')).map(
        ([rule, severity]) => [rule, severity],
      ),
    ).toEqual([['action-done-elsewhere', 'warning']])
  })

  it('is probably one with the same five words and no other owner', () => {
    const task = 'Rotate the logs of every host'
    expect(check({ 'b.md': done(task) }, open(task))).toEqual([
      ['action-done-elsewhere', 'information', task],
    ])
    expect(check({ 'b.md': done(`${task} (@ana)`) }, open(`${task} (@ben)`))).toEqual([])
    expect(check({ 'b.md': done('Rotate the logs') }, open('Rotate the logs'))).toEqual([])
  })

  it('is none if every report has it', () => {
    const task = 'Rotate the logs of every host'
    expect(check({ 'b.md': done(task), 'c.md': done(task, 'mail is late') }, open(task))).toEqual([])
  })
})

it('a comment or the front matter silences what follows from other reports', () => {
  const other = { 'b.md': report('id: INC-12', { title: 'nobody could pay' }) }
  const own = report('id: INC-12')
  expect(check(other, `${own}\n<!-- postmortem-disable-file report-duplicate -->\n`)).toEqual([])
  expect(
    findingsIn(`${own}\n<!-- postmortem-disable-file report-duplicate -->\n`).map(({ rule }) => rule),
  ).not.toContain('suppression-unused')
  expect(check(other, report('id: INC-12\npostmortem:\n  rules:\n    report-duplicate: off'))).toEqual([])
})

it('findings do not depend on the order in which reports are read', () => {
  const others = {
    'b.md': report('id: INC-1', { title: 'pages are slow' }),
    'c.md': report('id: INC-1', { title: 'mail is late' }),
  }
  const reversed = Object.fromEntries(Object.entries(others).reverse())
  expect(comparedWith(others, report('id: INC-1'))).toEqual(comparedWith(reversed, report('id: INC-1')))
})

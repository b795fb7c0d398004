import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/checking/rule.ts'
import { disableForFile, disableForLine } from '../../src/features/disableRule.ts'
import type { Edit } from '../../src/postmortem/lines/passage.ts'
import type { Report } from '../../src/postmortem/report.ts'
import { rules } from '../../src/rules/index.ts'
import { createService } from '../../src/service.ts'
import { apply, findingsIn } from '../rules/findings.ts'

const fail = (message: string) => {
  throw new Error(message)
}
const service = createService({ logger: { warn: fail, error: fail }, clock: () => 0 })
const reportOf = (text: string): Report => service.open(text).fullReport

const examples = rules.flatMap(({ id, examples: { bad } }) => bad.map(({ text }) => [id, text] as const))
const findingsOf = (rule: string, text: string) => findingsIn(text).filter((finding) => finding.rule === rule)
const count = (rule: string, text: string) => findingsOf(rule, text).length
const places = (text: string) =>
  findingsIn(text).flatMap(({ range, related = [] }) => [range, ...related]).length

/** `«»` marks the place of the comment. */
function check(markdown: string, comment: string, disable: (at: number, report: Report) => Edit | null) {
  const at = markdown.indexOf('¦')
  const text = markdown.replace(/[«»¦]/g, '')
  const edit = disable(at - markdown.slice(0, at).split(/[«»]/).length + 1, reportOf(text))
  expect(edit && apply(text, [edit])).toBe(markdown.replace('¦', '').replace('«»', comment))
}

const forLine = (at: number, report: Report) => disableForLine('some-rule', at, report)
const forFile = (_: number, report: Report) => disableForFile('some-rule', report)
const onLine = ' <!-- postmortem-disable-line some-rule -->'

describe('a rule that is disabled for a line', () => {
  it.each(examples)('is silent there, and the comment counts as used: %s in %j', (rule, text) => {
    const report = reportOf(text)
    for (const { range, message } of findingsOf(rule, text)) {
      const edit = disableForLine(rule, range.start, report)
      if (edit === null) continue
      const silenced = apply(text, [edit])
      expect(same(message, findingsOf(rule, silenced))).toBeLessThan(same(message, findingsOf(rule, text)))
      expect(count('suppression-unused', silenced)).toBeLessThanOrEqual(count('suppression-unused', text))
      // What one finding says of several places is still true of the others.
      expect(places(silenced)).toBeLessThan(places(text))
    }
  })

  it('has its comment at the end of the line', () => {
    check('# Postmortem\n\n## ¦Timeline«»\n\nText.\n', onLine, forLine)
    check('# Postmortem\n\n- ¦Text in an item.«»  \n  and more\n', onLine, forLine)
  })

  it('has its comment in the last cell of a row', () => {
    check('| Time | Event |\n| --- | --- |\n| ¦14:02 | Text«» |\n', onLine, forLine)
  })

  it('has its comment above a heading that ends with hashes', () => {
    check(
      '# Postmortem\n\n«»## ¦Timeline ##\n\nText.\n',
      '<!-- postmortem-disable-next-line some-rule -->\n',
      forLine,
    )
  })

  it('is added to an existing comment', () => {
    check('## ¦Timeline <!-- postmortem-disable-line other-rule«» -->\n\nText.\n', ' some-rule', forLine)
  })

  it('has no comment in code', () => {
    const text = '# Postmortem\n\n```\npassword\n```\n'
    expect(disableForLine('some-rule', text.indexOf('password'), reportOf(text))).toBeNull()
  })
})

describe('a rule that is disabled for a file', () => {
  it.each(examples)('is silent: %s in %j', (rule, text) => {
    const silenced = apply(text, [disableForFile(rule, reportOf(text))])
    expect(count(rule, silenced)).toBe(0)
  })

  it('has its comment at the top, after the front matter', () => {
    const comment = '<!-- postmortem-disable-file some-rule -->\n'
    check('«»¦# Postmortem\n', `${comment}\n`, forFile)
    check('---\ntitle: x\n---\n«»\n¦# Postmortem\n', comment, forFile)
  })

  it('is added to an existing comment', () => {
    check('<!-- postmortem-disable-file other-rule«» -->\n\n¦# Postmortem\n', ' some-rule', forFile)
  })
})

function same(message: string, findings: readonly Finding[]): number {
  return findings.filter((finding) => finding.message === message).length
}

it('looks at few lines and comments of the report for one finding, because an editor may ask about thousands', () => {
  const row = '| 10:00 | Slow. <!-- postmortem-disable-line length-report --> |\n'
  const text = `# Postmortem: search\n\n## Timeline\n\n| Time | Event |\n| --- | --- |\n${row.repeat(200)}| 10:00 | Slow. |\n`
  const report = reportOf(text)
  let looks = 0
  const watch = <Item>(items: readonly Item[]) =>
    new Proxy(items, {
      get: (target, key) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1
        return Reflect.get(target, key)
      },
    })
  const watched = { ...report, lines: watch(report.lines), suppressions: watch(report.suppressions) }
  disableForLine('time-zone-missing', text.indexOf('10:00'), watched)
  disableForFile('time-zone-missing', watched)
  looks = 0
  const edit = disableForLine('time-zone-missing', text.lastIndexOf('10:00'), watched)
  expect(edit?.start).toBe(text.lastIndexOf(' |'))
  expect(disableForFile('time-zone-missing', watched).start).toBe(0)
  expect(looks).toBeLessThan(20)
})

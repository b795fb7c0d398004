import { describe, expect, it, vi } from 'vitest'
import { KeptAnswers, perReport } from '../../src/checking/keptAnswers.ts'
import type { Problem, Rule, RuleContext } from '../../src/checking/rule.ts'
import { MarkdownDocument } from '../../src/markdown/document.ts'
import { sentence } from '../../src/messages/sentence.ts'
import { keepParts } from '../../src/postmortem/keepParts.ts'
import { readReport } from '../../src/postmortem/readReport.ts'
import type { Report } from '../../src/postmortem/report.ts'
import { holberton } from '../../src/templates/holberton.ts'
import { marked } from '../markdown/markedEdit.ts'
import { someRule } from './someRule.ts'

const apart = 'The queue grew faster than the workers could drain it, and requests began to wait.\n\n'.repeat(
  4,
)

const text = (edit: string) =>
  `# Postmortem: search is down\n\n## Impact\n\n${edit}\n\n${apart}## Timeline\n\n- 10:00 UTC - An alert was received.\n- 10:40 UTC - The disk was cleared.\n`

/** The same object for as long as the configuration is the same. */
const options = {}

const otherwise = { isPast: () => false, hasFile: (_path: string) => false, isActive: () => false }

type Look = (report: Report, context: RuleContext<object>) => readonly Problem[]

function rule(check: Look): Rule & { readonly check: ReturnType<typeof vi.fn<Look>> } {
  return someRule(vi.fn(check))
}

/** Checks a report, edits it at the mark and checks it again. */
function checkTwice(checked: Rule, edit: string, then: Partial<typeof otherwise> = {}): readonly Problem[] {
  const { text: before, edit: change } = marked(text(edit))
  const document = MarkdownDocument.from(before)
  const first = readReport(document, holberton)
  const answers = new KeptAnswers({ report: first, ...otherwise })
  answers.check(checked, options, { report: first, ...otherwise })
  document.edit([change])
  const report = keepParts(first, readReport(document, holberton))
  return answers.check(checked, options, { report, ...otherwise, ...then })
}

const aboutTimeline = (report: Report): readonly Problem[] =>
  report.timeline.entries.map(({ text }) => ({
    message: sentence`An entry.`,
    range: text,
    fixes: [{ title: sentence`Empty it`, preferred: true, edits: [{ ...text, text: '' }] }],
  }))

describe('a rule', () => {
  it('is not run again for an edit in a part that it did not look at', () => {
    const checked = rule(aboutTimeline)
    checkTwice(checked, 'All users «were»are¦ affected.')
    expect(checked.check).toHaveBeenCalledOnce()
  })

  it('is run again for an edit in a part that it looked at', () => {
    const checked = rule(({ lines }) => (lines.length > 0 ? [] : []))
    checkTwice(checked, 'All users «were»are¦ affected.')
    expect(checked.check).toHaveBeenCalledTimes(2)
  })

  it('asks nothing more for the answers before an edit, once one of them is another', () => {
    const asked: string[] = []
    const hasFile = (path: string) => {
      asked.push(path)
      return false
    }
    const checked = rule(({ markup }, context) => {
      for (const { address } of markup.links) context.hasFile(address)
      return []
    })
    checkTwice(checked, 'See [the «runbook](old.md)»log](new.md)¦.', { hasFile })
    expect(asked).toEqual(['new.md'])
  })

  it('is run again if it looked at the source, whatever else says the same', () => {
    const checked = rule(({ source }) => (source.length > 0 ? [] : []))
    checkTwice(checked, 'All users.«»\n¦')
    expect(checked.check).toHaveBeenCalledTimes(2)
  })

  it('finds its problems where they are now, with fixes for there', () => {
    const checked = rule(aboutTimeline)
    const [problem, other] = checkTwice(checked, 'All users «»certainly ¦were affected.')
    const start = text('All users certainly were affected.').indexOf('An alert')
    expect(problem?.range).toEqual({ start, end: start + 'An alert was received.'.length })
    expect(checked.check).toHaveBeenCalledOnce()
    expect(problem?.fixes[0]?.edits).toEqual([{ ...problem?.range, text: '' }])
    expect(other?.fixes[0]?.edits).toEqual([{ ...other?.range, text: '' }])
    expect(checked.check).toHaveBeenCalledTimes(2)
  })

  it('is run again if a problem is not in any line, because nothing says where it is now', () => {
    const checked = rule(({ title }) => [
      {
        message: sentence`Here.`,
        range: { start: (title?.end ?? 0) + 1, end: (title?.end ?? 0) + 1 },
        fixes: [],
      },
    ])
    checkTwice(checked, 'All users «were»are¦ affected.')
    expect(checked.check).toHaveBeenCalledTimes(2)
  })

  it.each([
    ['an instant is past', ({ isPast }: RuleContext<object>) => isPast(7), { isPast: () => true }],
    ['a file is there', ({ hasFile }: RuleContext<object>) => hasFile('a.md'), { hasFile: () => true }],
    ['another rule is on', ({ isActive }: RuleContext<object>) => isActive('b'), { isActive: () => true }],
  ] as const)('is run again once %s that it asked for', (_, ask, then) => {
    const checked = rule((_report, context) => (ask(context) ? [] : []))
    checkTwice(checked, 'All users «were»are¦ affected.', then)
    expect(checked.check).toHaveBeenCalledTimes(2)
  })

  it('is run again if what it finds out says something else, and only then', () => {
    const findAlerts = perReport(({ lines }) => lines.filter(({ line }) => line.text.includes('alert')))
    const checked = rule((report) => (findAlerts(report).length > 0 ? [] : []))
    checkTwice(checked, 'All users «were»are¦ affected.')
    expect(checked.check).toHaveBeenCalledOnce()
    checkTwice(checked, 'All users were affected«», and the alert was late¦.')
    expect(checked.check).toHaveBeenCalledTimes(3)
  })
})

import { describe, expect, it } from 'vitest'
import { apply, findingsIn } from './findings.ts'

const overdueIn = (text: string) => findingsIn(text).filter(({ rule }) => rule === 'action-overdue')
const report = (tasks: string) => `# Postmortem: full disk\n\n## Action Items\n\n${tasks}\n`

describe('action-overdue', () => {
  it('reports one finding for all tasks of a section, at the first date', () => {
    const text = report('- [ ] Watch (due: 2024-05-02)\n- [ ] Size\n- [ ] Delete by 3 May 2024')
    const [finding, ...others] = overdueIn(text)
    expect(others).toEqual([])
    expect(finding!.message).toBe('2 action items are overdue. Tick them off, or give them new dates.')
    expect(text.slice(finding!.range.start, finding!.range.end)).toBe('2024-05-02')
    expect(finding!.related!.map(({ range }) => text.slice(range.start, range.end))).toEqual(['3 May 2024'])
  })

  it('ticks all of them off, or makes room for new dates', () => {
    const text = report('* [ ] **Watch** (due: 2024-05-02, owner: storage team)\n* [ ] Delete by 3 May 2024')
    const [finding] = overdueIn(text)
    const [tick, renew] = finding!.fixes.map((fix) => apply(text, fix.edits))
    expect(tick).toBe(text.replaceAll('[ ]', '[x]'))
    expect(renew).toBe(text.replace('2024-05-02', '{{date}}').replace('3 May 2024', '{{date}}'))
    expect([...overdueIn(tick!), ...overdueIn(renew!)]).toEqual([])
  })

  it.each([
    ['today, which may be yesterday elsewhere', '- [ ] Watch (due: 2024-05-31)'],
    ['a date without a year', '- [ ] Watch (due: 3 May)'],
    ['a date that can be read in two ways', '- [ ] Watch (due: 03/04/2024)'],
    ['a task without a checkbox', '- Watch (due: 2024-05-02)'],
    ['a task that is done', '- [x] Watch (due: 2024-05-02)'],
    ['a task whose box is empty and that is done', '- [ ] Watch (due: 2024-05-02) (done)'],
    ['a task that says on which day it was done', '- [ ] Watch by 2024-05-02 — done 25 Apr'],
    ['a task that is struck out', '- [ ] ~~Watch by 2024-05-02 — done 25 Apr~~'],
    [
      'a task whose words are struck out',
      '- [ ] ~~Watch by 2024-05-02~~\n- [ ] ~~Size it~~ (due: 2024-05-02)',
    ],
    ['a task that is struck out in two lines', '- [ ] ~~Watch the **disk**\n  by 2024-05-02~~'],
    ['a task in <del>', '- [ ] <del>Watch by 2024-05-02</del>'],
    [
      'a row whose task is struck out',
      '| Due | Task | Status |\n| --- | --- | --- |\n| 2024-05-02 | ~~Watch~~ | open |',
    ],
    ['a tick at the end', '- [ ] Watch (due: 2024-05-02) ✅'],
    ['a date that is none', '- [ ] Watch (due: 2024-02-31)'],
    ['a quarter', '- [ ] Watch (due: Q1 2024)'],
  ])('is silent on %s', (_, tasks) => {
    expect(overdueIn(report(tasks))).toEqual([])
  })

  it('sees that words were replaced in a task that is still to be done', () => {
    expect(overdueIn(report('- [ ] ~~Watch~~ Size it by 2024-05-02'))).toHaveLength(1)
    expect(overdueIn(report('- [ ] Watch the disk by ~~2024-04-02~~ 2024-05-02'))).toHaveLength(1)
    const row = '| Task | Due | Status |\n| --- | --- | --- |\n| Watch | ~~2024-04-02~~ 2024-05-02 | open |'
    expect(overdueIn(report(row))).toHaveLength(1)
  })
})

import { describe, expect, it } from 'vitest'
import { inspect } from '../read.ts'

const of = (measures: string, title = '## Corrective and Preventative Measures') =>
  inspect(`# Postmortem\n\n## Timeline\n\n- 10:00 down\n\n${title}\n\n${measures}\n`)

describe('corrective measures', () => {
  it('are separated into improvements and tasks', () => {
    expect(
      of('**Improvements:**\n- Watch the disks.\n\n**Tasks:**\n1. Add an alert.\n2. Test it.').corrective,
    ).toEqual({
      improvements: [10],
      tasks: [13, 14],
    })
  })

  it('is both if there is only one list', () => {
    expect(of('- Watch the disks.\n- Add an alert.').corrective).toEqual({
      improvements: [9, 10],
      tasks: [9, 10],
    })
  })

  it('may be a list without bullets, one task per line', () => {
    expect(
      of('Watch the disks.\nAdd an alert.\n\nBy addressing these, we hope for the best.').corrective.tasks,
    ).toEqual([9, 10])
  })

  it('is not a list if it is prose', () => {
    expect(
      of('The disks should be watched, and an\nalert should be added. Somebody has to\ntest it.').corrective,
    ).toEqual({
      improvements: [9, 10, 11],
      tasks: [],
    })
  })

  it('has no task where only placeholders stand', () => {
    const tasks = (text: string) => of(text, '## Action Items').actionItems.length
    expect(tasks('- [ ] {{a task}} (owner: {{who}}, due: {{YYYY-MM-DD}})\n- {{another one}}')).toBe(0)
    expect(tasks('| Task | Owner |\n|--|--|\n| {{a task}} | {{who}} |')).toBe(0)
    expect(tasks('- [ ] Alert on full disks (owner: {{who}})\n- {{team}} tests the restore')).toBe(2)
  })

  it('includes the details written below a task', () => {
    expect(of('- Add an alert\n  - on the disks\n  - on the queue\n- Test it').corrective.tasks).toEqual([
      9, 12,
    ])
  })
})

describe('an action item', () => {
  const itemOf = (text: string) => of(text, '## Action Items').actionItems[0]

  it.each([
    ['- [x] Add an alert', { done: true, text: 'Add an alert' }],
    ['- [ ] Add an alert', { done: false }],
    ['- Add an alert (owner: Robin)', { owner: 'Robin' }],
    ['- Add an alert @storage-team', { owner: '@storage-team' }],
    ['- Add an alert - ETA: 2 weeks.', { due: '2 weeks.' }],
    ['- Add an alert (due: 2024-07-01)', { due: '2024-07-01' }],
    ['- Add an alert by 2024-07-01', { due: '2024-07-01' }],
    ['- Add an alert (OPS-123)', { ticket: 'OPS-123' }],
    ['- Add an alert #42', { ticket: '#42' }],
    [
      '- Add an [alert](https://github.com/acme/shop/issues/7)',
      { ticket: 'https://github.com/acme/shop/issues/7' },
    ],
    ['- Use UTF-8 and HTTP-2 (as agreed)', { owner: null, due: null, ticket: null }],
  ])('%s', (text, item) => {
    expect(itemOf(text)).toMatchObject(item)
  })

  it('is a row of a table, read by the names of its columns', () => {
    const { actionItems } = of(
      '| Action | Type | Owner | Due | Ticket | Status |\n|---|---|---|---|---|---|\n| Add an alert | detect | Robin | 2024-07-01 | OPS-1 | done |\n| Test it | prevent | | | | open |',
      '## Action Items',
    )
    expect(actionItems).toEqual([
      { line: 11, text: 'Add an alert', done: true, owner: 'Robin', due: '2024-07-01', ticket: 'OPS-1' },
      { line: 12, text: 'Test it', done: false, owner: null, due: null, ticket: null },
    ])
  })
})

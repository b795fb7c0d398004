import { describe, expect, it } from 'vitest'
import { tasksOf } from './measures.ts'

describe('items that explain the types or the priorities of tasks', () => {
  const table =
    '| Task | Type | Prio |\n|--|--|--|\n| Larger disks | Avoid | P1 |\n| Page when a queue grows | Notice | P0 |'

  it.each([
    ['with the labels of a table', '- P0: Finish it before all other work\n- P1: Plan it for this year'],
    [
      'in bold',
      '- **Avoid** - Keep this from happening.\n  Tests, for example.\n- **Notice** - Hear of it earlier.',
    ],
  ])('are no tasks %s', (_, definitions) => {
    expect(tasksOf(`Each has a label:\n\n${definitions}\n\n${table}`)).toEqual([
      'Larger disks',
      'Page when a queue grows',
    ])
  })

  it.each([
    '- High: must be done within a week\n- Low: should be done within the year',
    '- **Prevent**: actions that keep it from happening\n- **Detect**: actions that tell us sooner',
    '1. P0 = Urgent, before anything else\n2. P1 = Important for the next release',
  ])('are no tasks beside a list: %s', (definitions) => {
    expect(tasksOf(`${definitions}\n\nWhat we will do:\n\n- Buy larger disks\n- Test the restore`)).toEqual([
      'Buy larger disks',
      'Test the restore',
    ])
  })

  it.each([
    ['- Prevent: buy larger disks\n- Detect: page when a queue grows', 2],
    ['- P0: larger disks\n- P1: should be tested each month\n- P1: a page for long queues', 3],
    ['- [ ] P0: Urgent fix of the disks\n- [ ] P1: Important pages', 2],
    [`- Backups: test the restore\n- Avoid: repeat the copy\n\n${table}`, 4],
  ])('are tasks if each says what to do: %s', (text, count) => {
    expect(tasksOf(text)).toHaveLength(count)
  })

  it('and a sentence that says what each should have divide no list', () => {
    const text = `- P0: first of all\n- P1: this year\n\nTo be of use, the action items should have a label:\n\n${table}`
    expect(tasksOf(text)).toEqual(['Larger disks', 'Page when a queue grows'])
  })
})

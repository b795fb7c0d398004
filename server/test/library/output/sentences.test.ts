import { describe, expect, it } from 'vitest'
import { describeTasks } from '../../../src/library/output/sentences.ts'

describe('the sentence about tasks', () => {
  it('counts those that are overdue, and does not count to one', () => {
    expect(describeTasks({ open: 1, overdue: 1, done: 2 })).toBe(
      '1 open action item, which is overdue; 2 done',
    )
    expect(describeTasks({ open: 1, overdue: 0, done: 0 })).toBe('1 open action item; 0 done')
    expect(describeTasks({ open: 3, overdue: 1, done: 0 })).toBe(
      '3 open action items, 1 of them overdue; 0 done',
    )
  })
})

import { describe, expect, it } from 'vitest'
import { tasksOf } from './measures.ts'

describe('recommendations', () => {
  it.each([
    '- Upgrade to Harbour 4.2.1.\n- Harbour 4.2.0 is not safe to use in production.\n- Check your files.',
    'Use version 4.1.7, which is recommended for general use.  \nDo not use 4.2.0.  \nUse 4.2.1 for tests.',
    '- Users who read files with 4.2.0 should write them again\n- Others stay on version 4.1',
  ])('that tell users which version to use are no tasks of the team: %s', (text) => {
    expect(tasksOf(text, '## Recommendations')).toEqual([])
  })

  it.each([
    ['- Upgrade the database to 10.6.22\n- Tell users earlier', '## Recommendations'],
    ['- Use larger disks\n- Write your runbooks', '## Recommendations'],
    ['- Upgrade the proxies to 2.8.1\n- Test your backups', '## Next steps'],
    [
      '### Action items\n\n- Upgrade to 2.8.1\n- Say that users who have 2.8.0 are safe',
      '## Recommendations',
    ],
  ])('that a team gives itself are tasks: %s', (text, title) => {
    expect(tasksOf(text, title)).toHaveLength(2)
  })

  it('say to whom they are given', () => {
    const text = '- We recommend all users to upgrade\n- Users are advised to wait\n- Test the restore'
    expect(tasksOf(text, '## Next steps')).toEqual(['Test the restore'])
  })
})

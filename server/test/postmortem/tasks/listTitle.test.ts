import { describe, expect, it } from 'vitest'
import { read } from '../read.ts'
import { withMeasures } from './measures.ts'

describe('a title above tasks', () => {
  const items = (text: string) =>
    withMeasures(text, '## Action Items').actionItems.map(({ text: task, done }) => [task, done])

  it.each(['### Completed', '### Already implemented', '**Done**'])(
    'may say that they are done: %s',
    (title) => {
      expect(items(`${title}\n\n- Larger disks\n\n**Next**\n\n- Test the restore`).at(0)).toEqual([
        'Larger disks',
        true,
      ])
    },
  )

  it('says so of the parts below it, but neither of the next part nor of an open checkbox', () => {
    const text =
      '### Measures implemented\n\n#### Disks\n\n- Larger disks\n- [ ] Alerts\n\n### Next\n\n- Test the restore'
    expect(items(text)).toEqual([
      ['Larger disks', true],
      ['Alerts', false],
      ['Test the restore', false],
    ])
  })

  it.each(['### To be completed', '### Not yet done', '### Actions to be taken'])(
    'may say that they are not: %s',
    (title) => {
      expect(items(`${title}\n\n- Test the restore`)).toEqual([['Test the restore', false]])
    },
  )

  const owners = (text: string) => withMeasures(text, '## Action Items').actionItems.map(({ owner }) => owner)

  it.each([
    ['**Kim & Zoë**', 'Kim & Zoë'],
    ['**Kim/Robin**', 'Kim/Robin'],
    ['### Storage team', 'Storage team'],
    ['### Tom', 'Tom'],
    ['**JG**', null],
    ['### Grafana', null],
    ['**Kafka and Zookeeper**', null],
    ['**Monitoring**', null],
    ['**Detection & Prevention**', null],
    ['**Short term**', null],
    ['**API**', null],
  ])('may name who does them: %s', (title, owner) => {
    expect(owners(`${title}\n\n- Test the restore\n\nFurther:\n\n- Buy disks`)).toEqual([owner, null])
  })

  it('may say that what follows is advice', () => {
    expect(items('### For users\n\n- Clear the cache\n\n### For us\n\n- Test the restore')).toEqual([
      ['Test the restore', false],
    ])
  })

  const doneIn = (text: string) => withMeasures(text, '## Action Items').actionItems.map(({ done }) => done)

  it.each(['### Prevention ✅', '### Immediate (applied now)'])(
    'may have a sign or a remark that says so: %s',
    (title) => {
      expect(doneIn(`${title}\n\n- All models are defined\n- Logs are rotated\n`)).toEqual([true, true])
      expect(doneIn('### To be applied\n\n- Rotate the logs\n')).toEqual([false])
    },
  )

  it('may call them a fix plan', () => {
    const text =
      '# Postmortem: slow\n\n## Timeline\n\nText.\n\n## Root cause\n\nText.\n\n## Fix plan (tomorrow)\n\n1. Rotate the logs.\n'
    expect(read(text).actionItems).toHaveLength(1)
  })
})

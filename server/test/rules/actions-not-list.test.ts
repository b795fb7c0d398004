import { describe, expect, it } from 'vitest'
import { rulesIn } from './findings.ts'

describe('a list of tasks that is none', () => {
  it('is left as it is where each task has a heading', () => {
    const text = (between: string) =>
      `# Postmortem: slow\n\n## Timeline\n\nText.\n\n## Action Items\n\nRotate the logs every night.\n${between}Watch the free space of all disks.\n`
    expect(rulesIn(text(''))).toContain('actions-not-list')
    expect(rulesIn(text('\n### Second\n\n'))).not.toContain('actions-not-list')
  })

  it('becomes one where each task is a paragraph, after a sentence that promises them', () => {
    const tasks = [
      'Add an alert for the disk.',
      'Write a page about the disk.',
      'Test the alert.',
      'Rotate the logs.',
    ]
    const text = [
      '# Postmortem: slow',
      '## Action Items',
      'In the coming weeks, we want to do several things.',
      ...tasks,
    ]
    expect(rulesIn(text.join('\n\n'))).toContain('actions-not-list')
  })
})

import { describe, expect, it } from 'vitest'
import { apply, findingsIn } from './findings.ts'

const ids = ['action-owner', 'action-due', 'action-ticket'] as const
const on = { 'action-ticket': { severity: 'information' as const } }

/** What the fix of each rule makes of the tasks of a report, one after the other. */
function check(tasks: string): string {
  const start = `# Postmortem: full disk\n\n## Action Items\n\n${tasks}\n`
  const fixed = ids.reduce((text, id) => {
    const [finding, ...others] = findingsIn(text, on).filter(({ rule }) => rule === id)
    expect(others).toEqual([])
    const result = finding === undefined ? text : apply(text, finding.fixes[0]!.edits)
    expect(findingsIn(result, on).filter(({ rule }) => rule === id)).toEqual([])
    return result
  }, start)
  return fixed.slice(start.indexOf(tasks), -1)
}

const stubs = '(owner: {{owner}}) (due: {{date}}) ({{ticket}})'

describe('the owner, date and ticket of tasks', () => {
  it('are added behind the text of each that lacks them', () => {
    expect(check('- Watch the disk.\n- Delete logs (owner: storage team)')).toBe(
      `- Watch the disk. ${stubs}\n- Delete logs (owner: storage team) (due: {{date}}) ({{ticket}})`,
    )
  })

  it('are added behind the last line of a task, in front of what is listed below it', () => {
    expect(check('1. Watch the disk\n   of each node\n   - the old one first\n2. Delete `logs`')).toBe(
      `1. Watch the disk\n   of each node ${stubs}\n   - the old one first\n2. Delete \`logs\` ${stubs}`,
    )
  })

  it('are found in the lines below a task', () => {
    const text =
      '- Watch the disk\n  of each node (owner: storage team)\n  - Due: 2024-06-07\n  - Ticket: OPS-12'
    expect(check(text)).toBe(text)
  })

  it('are filled into the empty cells of a table', () => {
    expect(
      check(
        '| Task | Owner | Due | Ticket |\n| --- | --- | --- | --- |\n| Watch | | - | OPS-1 |\n| Delete | Eve |  ||',
      ),
    ).toBe(
      '| Task | Owner | Due | Ticket |\n| --- | --- | --- | --- |\n| Watch | {{owner}} | {{date}} | OPS-1 |\n| Delete | Eve | {{date}} | {{ticket}} |',
    )
  })

  it('are added to the text of a row where the table has no column for them', () => {
    expect(check('| Task | Team |\n| --- | --- |\n| **Watch** | Storage |')).toBe(
      '| Task | Team |\n| --- | --- |\n| **Watch** (due: {{date}}) ({{ticket}}) | Storage |',
    )
  })

  it('are not asked of a task that is done', () => {
    expect(check('- [x] Watch the disk')).toBe('- [x] Watch the disk')
  })
})

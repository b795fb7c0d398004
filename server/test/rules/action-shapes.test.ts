import { describe, expect, it } from 'vitest'
import { findingsIn } from './findings.ts'

/** What the rule says of a list of tasks, one a line. */
function said(rule: string, tasks: readonly string[], title = 'Action Items'): readonly string[] {
  const text = `# Postmortem: full disk\n\n## ${title}\n\n${tasks.map((task) => `- ${task}\n`).join('')}`
  return findingsIn(text)
    .filter((finding) => finding.rule === rule)
    .map(({ message }) => message.split('.')[0]!)
}

const ownerless = (...tasks: readonly string[]) => said('action-owner', tasks)
const undated = (...tasks: readonly string[]) => said('action-due', tasks)

const one = ['The action item has no owner']
const noDate = ['The action item has no due date']

describe('the owner of a task', () => {
  it.each([
    'Add a limit to the index (owner=storage, priority=high)',
    'Log how large the index is [AK to write a ticket]',
    'Developers to agree on a limit for the index',
    'The database administrators will test the restore',
  ])('is read from: %s', (task) => {
    expect(ownerless(task)).toEqual([])
  })

  it.each([
    'Run the service as another user with owner=root',
    'Keep the old index (Script to follow)',
    'Give developers to understand the limit',
    'Define the service level objectives (SLOs)',
  ])('is not read from: %s', (task) => {
    expect(ownerless(task)).toEqual(one)
  })

  it.each([
    ['(storage team) watch the disks', '(search, storage) write a runbook'],
    ['[ana] watch the disks', '[ben?] write a runbook'],
    ['Watch the disks : Shared', 'Write a runbook : Ana K writes a ticket'],
    ['Watch the disks — Storage', 'Write a runbook'],
  ])('may be in brackets before tasks or after a sign behind them: %s', (...tasks) => {
    expect(ownerless(...tasks)).toEqual([])
  })

  it.each([
    ['(optional) watch the disks', '[high] write a runbook'],
    ['Watch these numbers: Add more as needed', 'Write a runbook'],
  ])('is no state, no priority and no other task: %s', (...tasks) => {
    expect(ownerless(...tasks)).toEqual(['None of the 2 action items has an owner'])
  })
})

describe('the due date of a task', () => {
  it.each([
    'Write a runbook in H1',
    'Write a runbook during the H2 sprints',
    'Write a runbook by the end of Q3 2030',
    'Write a runbook in the next engineering meeting',
    'Write a runbook within this quarter',
    'Write a runbook next sprint.',
    'Storage team — write a runbook — 2030-08-03',
    'Storage team — write a runbook about all of the disks —\n  2030-08-03',
  ])('is read from: %s', (task) => {
    expect(undated(task)).toEqual([])
  })

  it.each([
    'Show the name of the service in H1 headings',
    'Compare the backup of 2024-05-01 with that of 2024-05-02',
    'Ask before the next disk is full',
  ])('is not read from: %s', (task) => {
    expect(undated(task)).toEqual(noDate)
  })

  it('may be another date if it is only behind a dash, so nothing is overdue', () => {
    expect(said('action-overdue', ['[ ] Write a runbook — 2023-01-31'])).toEqual([])
  })
})

describe('a task that is done', () => {
  it.each([
    'Alert on full disks (done during this outage)',
    'Alert on full disks **(already fixed)**',
    'Alerts: Corrected the limit at which they go off',
    'Fix the alerts: Removed the old limit',
    'No changes required - all limits are fine',
    'Disks: No action needed',
  ])('is no longer asked for anything: %s', (task) => {
    expect(ownerless(task)).toEqual([])
  })

  it.each([
    'Alert on full disks (done by Friday)',
    'Fix the alerts: Show the limit',
    'Fix the alerts: the limit was raised by nobody',
    'Alerts: Fixed intervals between them',
  ])('is another one than: %s', (task) => {
    expect([...ownerless(task), ...undated(task)]).not.toEqual([])
  })
})

describe('a list below an item', () => {
  it('is part of the task that ends with its first word', () => {
    const parts = '\n  - what to do when it is full\n  - Principles such as not deleting anything'
    expect(ownerless(`Storage team to write a short checklist for everybody with:${parts}`)).toEqual([])
    expect(ownerless(`Write a checklist for everybody, such as:${parts}`)).toEqual(one)
  })

  it('has a title if half of it asks for something, though its first item does not', () => {
    const tests = 'Testing\n  - load test for the index\n  - add a test for the disks'
    expect(ownerless(tests, 'Alerts\n  - Watch the disks')).toEqual([
      'None of the 3 action items has an owner',
    ])
  })
})

describe('what is no task', () => {
  const undatedBelow = (title: string, body: string) =>
    findingsIn(`# Postmortem: full disk\n\n## Prevention\n\n${title}\n\n${body}\n`)
      .filter(({ rule }) => rule === 'action-due')
      .map(({ message }) => message.split('.')[0])

  it.each([
    '### Design Guidelines',
    '**Principle 1: One purpose**',
    '**Review checklist**',
    '### 2. Standards for alerts\n\n#### Limits',
  ])('is below: %s', (title) => {
    expect(undatedBelow(title, '- Limit what a disk depends on\n- Add no other service')).toEqual([])
  })

  it.each(['### Define our standards', '**Follow-up checklist**', '### Limits'])(
    'is not below: %s',
    (title) => {
      expect(undatedBelow(title, '- Limit what a disk depends on\n- Add an alert')).toEqual([
        'None of the 2 action items has a due date',
      ])
    },
  )

  it('is a lesson in a section of lessons and measures, unless it can be ticked off', () => {
    const below = (task: string) => said('action-owner', [task], 'Lessons Learned & Preventive Measures')
    expect(below('Use two disks instead of one')).toEqual([])
    expect(below('[ ] Use two disks instead of one')).toEqual(one)
  })

  it('is what a table calls a note', () => {
    const table = (state: string) =>
      undatedBelow(
        'What prevents it:',
        `| Prevention | Status |\n| --- | --- |\n| Later disks should be larger | ${state} |`,
      )
    expect(table('Process note')).toEqual([])
    expect(table('Noted, open')).toEqual(noDate)
  })

  it('is what no list of tasks is asked for where a status says that the report is final', () => {
    const list = '- Two more rules in `index.yml`\n- The page of the index\n'
    const report = (title: string) =>
      findingsIn(
        `# Postmortem: full disk\n\n- Status: Final\n\n## Timeline\n\nText.\n\n## ${title}\n\n${list}`,
      )
        .filter(({ rule }) => rule === 'status-incomplete')
        .filter(({ message }) => message.includes('owner'))
    expect(report('Corrective actions')).toEqual([])
    expect(report('Action Items')).toHaveLength(1)
  })
})

describe('a cell that is nothing but a time to come', () => {
  it('is the due date, whatever its column is called', () => {
    const table = (cell: string) =>
      findingsIn(
        `# Postmortem: full disk\n\n## Action Items\n\n| Item | Owner | Status |\n| --- | --- | --- |\n| Watch it | ${cell} | open |\n`,
      ).filter(({ rule }) => rule === 'action-due')
    expect(table('next session')).toEqual([])
    expect(table('Ana')).toHaveLength(1)
  })
})

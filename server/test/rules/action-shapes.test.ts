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

import { describe, expect, it } from 'vitest'
import { incidentIn } from './incidents.ts'
import { report } from './wholeReport.ts'

const tasksBelow = (measures: string) =>
  incidentIn(report({}).replace(/- \[ \] Add[\s\S]*/, `${measures}\n`)).tasks

describe('the tasks of a list', () => {
  const texts = (measures: string) => tasksBelow(measures).map(({ text }) => text)

  it('begin with "ensure" also before a whole sentence', () => {
    expect(texts('**Improvements:**\n\n- Ensure that the plans are tested.\n- Add an alert.')).toEqual([
      'Ensure that the plans are tested.',
      'Add an alert.',
    ])
  })

  it('are not what was done in the incident, if something is left to do', () => {
    const open = '- **Later:**\n  - A test of the restore'
    const taken = '- **Immediate Actions Taken:**\n  - Watched the graphs'
    expect(texts(`${taken}\n${open}`)).toEqual(['A test of the restore'])
    const parts = (todo: string) =>
      texts(
        `**Corrective Measures:**\n1. **Restart:**\n   - The nodes were restarted.\n\n**Preventative Measures:**\n1. **Tests:**\n   - ${todo}`,
      )
    expect(parts('A test of the restore.')).toEqual(['A test of the restore.'])
    expect(parts('A test was added.')).toEqual(['The nodes were restarted.', 'A test was added.'])
  })

  it('are done if a sentence after their label says so', () => {
    expect(
      tasksBelow(
        '1. **Better Alerts**: We’ve added one for the disk.\n2. **Increase the Pool**: No more waiting, it is now sized for peaks.\n3. **More Tests**: We’re testing the restore.',
      ).map(({ done }) => done),
    ).toEqual([true, true, false])
  })

  it('are explained by the list after a colon, and not divided by it', () => {
    expect(
      texts(
        '1. **Deeper checks**\n   We plan to add metrics and alerts for:\n\n- Reads of the disk\n- Full tables\n\n2. **Better runbooks**\n   We plan to describe the symptoms.',
      ),
    ).toEqual([
      'Deeper checks We plan to add metrics and alerts for:',
      'Better runbooks We plan to describe the symptoms.',
    ])
    expect(
      texts(
        '- We will test the restore.\n- We are changing our review, so that it will:\n  1. ask for the reason\n  2. ask for the risks',
      ),
    ).toEqual(['We will test the restore.', 'We are changing our review, so that it will:'])
    expect(texts('- We will:\n  - test the restore\n  - add an alert')).toEqual([
      'test the restore',
      'add an alert',
    ])
  })

  it('are items with checkboxes also below another one', () => {
    expect(texts('- [ ] Add alerts on:\n  - [ ] Disks\n  - [x] Queues\n- [ ] Test the restore')).toEqual([
      'Add alerts on:',
      'Disks',
      'Queues',
      'Test the restore',
    ])
  })

  it('are sentences that say what should be done, where nothing is listed', () => {
    expect(texts('A dashboard should be used to see full disks.')).toEqual([
      'A dashboard should be used to see full disks.',
    ])
    expect(texts('It should be noted that the disk was full.')).toEqual([])
  })

  it('are no remarks, and each is one that a sentence adds', () => {
    expect(
      texts(
        'Test the restore before a release.\nWatch the disks with a check.\nNote that I wrote a script for it.',
      ),
    ).toHaveLength(2)
    expect(
      texts('**Tasks:**\n\nAdd an alert on full disks. Additionally, implement a test of the restore.'),
    ).toHaveLength(2)
  })

  it('may be in lists with titles such as "Process improvements"', () => {
    expect(
      texts(
        '### Later improvements\n\n**Alerts:**\n\n- Add an alert\n\n**Process improvements:**\n\n- Test the restore',
      ),
    ).toEqual(['Add an alert', 'Test the restore'])
  })

  it('have no ticket if the number is that of another item', () => {
    const ticket = (text: string) =>
      incidentIn(report({}).replace(/- \[ \] Add[\s\S]*/, `1. Test the restore\n2. ${text}\n`)).tasks[1]
        ?.ticket
    expect(ticket('Add a check that #1 is followed')).toBeNull()
    expect(ticket('Add a check, see #1')).toBe('#1')
    expect(ticket('Add the check that #12 is about')).toBe('#12')
  })
})

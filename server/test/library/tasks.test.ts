import { describe, expect, it } from 'vitest'
import { incidentIn } from './incidents.ts'
import { report } from './wholeReport.ts'

describe('the tasks', () => {
  it('have their owners, days and tickets', () => {
    expect(incidentIn(report({})).tasks).toMatchObject([
      { done: false, owner: 'Kim', due: '2024-06-01', dueDay: 19_875, ticket: 'OPS-12' },
      { done: true, owner: null, dueDay: null },
    ])
  })

  it('are whole sentences that go on in the next line, and have no full stop after a day', () => {
    const tasks = '- [ ] Add an alert on\n  a full disk.\n\n  It is the second time.\n  - Due: 20 June 2024.'
    const text = report({}).replace(/- \[ \] Add.*/, tasks)
    expect(incidentIn(text).tasks[0]).toMatchObject({
      text: 'Add an alert on a full disk.',
      due: '20 June 2024',
    })
  })

  const below = (measures: string) =>
    incidentIn(report({}).replace(/- \[ \] Add[\s\S]*/, `${measures}\n`)).tasks.map(({ text, done }) => [
      text,
      done,
    ])

  it.each([
    ['- [ ] Renew the certificate (done)', true],
    ['- [ ] Renew the certificate ✅', true],
    ['- [ ] Renew the certificate — done 25 Oct', true],
    ['- ~~Renew the certificate — done October 25th, 2024~~', true],
    ['- Renew the certificate (fixed 2024-10-25)', true],
    ['- [ ] Renew the certificate (fixed version 2)', false],
    ['- [ ] Renew the certificate when the move is done', false],
    ['- [ ] ✅ Renew the certificate', false],
  ])('are done or not as "%s" says', (task, done) => {
    expect(below(task).map((each) => each[1])).toEqual([done])
  })

  it.each([
    ['2024-11-13 (done)', true],
    ['2024-11-13 ✅', true],
    ['Done 2024-11-13', true],
    ['done 25 Oct', true],
    ['2024-11-13', false],
    ['when the move is done', false],
    ['to be completed by 2024-11-13', false],
  ])('are done or not as the cell "%s" says', (due, done) => {
    const rows = (cell: string, state = '') => `| Set a limit | Kim | ${cell} |${state}`
    expect(below(`| Action | Owner | Due |\n|---|---|---|\n${rows(due)}`)).toEqual([['Set a limit', done]])
    const stated = `| Action | Owner | Due | Status |\n|---|---|---|---|\n`
    expect(below(`${stated}${rows(due, ' |')}`)).toEqual([['Set a limit', done]])
    expect(below(`${stated}${rows(due, ' open |')}`)).toEqual([['Set a limit', false]])
  })

  it('are overdue only if they have a state', () => {
    const deadlines = (tasks: string) =>
      incidentIn(report({}).replace(/- \[ \] Add[\s\S]*/, `${tasks}\n`)).tasks.map(({ deadline }) => deadline)
    expect(deadlines('- [ ] Set a limit (due: 2024-06-01)\n- [x] Size the disk (due: 2024-06-01)')).toEqual([
      19_875,
      null,
    ])
    expect(deadlines('- Set a limit (due: 2024-06-01)')).toEqual([null])
    expect(deadlines('| Action | Owner | Due |\n|---|---|---|\n| Set a limit | Kim | 2024-06-01 |')).toEqual([
      null,
    ])
    const stated = '| Action | Due | Status |\n|---|---|---|\n| Set a limit | 2024-06-01 |'
    expect(deadlines(`${stated} open |`)).toEqual([19_875])
    expect(deadlines(`${stated} |`)).toEqual([null])
  })

  it('have their details between dashes', () => {
    const [task, other] = incidentIn(
      report({}).replace(
        /- \[ \] Add[\s\S]*/,
        '1. Set a limit — Ana Sample — 15 Dec 2026 — SEC-300\n2. Watch the queue - Ben - 2026-12-16\n',
      ),
    ).tasks
    expect(task).toMatchObject({ owner: 'Ana Sample', due: '15 Dec 2026', ticket: 'SEC-300' })
    expect(other).toMatchObject({ owner: 'Ben', due: '2026-12-16', ticket: null })
  })

  it('are to be done if each has a tick for a bullet and still tells what to do', () => {
    expect(below('✅ Add a test.\n✅ Size the disk.\n✅ Train everybody.')).toEqual([
      ['Add a test.', false],
      ['Size the disk.', false],
      ['Train everybody.', false],
    ])
    expect(below('- ✔️ Add a test\n- ✔️ Size the disk')).toEqual([
      ['Add a test', false],
      ['Size the disk', false],
    ])
    expect(below('✅ Add a test! ✅ Size the disk. ✅ Train everybody.').map(([, done]) => done)).toEqual([
      false,
      false,
      false,
    ])
  })

  it('are done if only some have a tick, or if they tell what was done', () => {
    expect(below('- ✅ Add a test\n- Size the disk').map(([, done]) => done)).toEqual([true, false])
    expect(below('- ✅ Added a test\n- ✅ The disk is larger').map(([, done]) => done)).toEqual([true, true])
    expect(below('**Completed:**\n\n- ✅ Add a test\n- ✅ Size the disk').map(([, done]) => done)).toEqual([
      true,
      true,
    ])
  })

  it('are paragraphs below a title that promises them, whatever verb one of them begins with', () => {
    const paragraphs = (last: string) =>
      `### Tasks:\n\nAdd a test.\n\nSize the disk.\n\nReview the alerts.\n\nTrain everybody.\n\n${last}`
    expect(below(paragraphs('Babysit the next release.'))).toHaveLength(5)
    expect(below('### Tasks:\n\nAdd a test.\n\nThe disk was full for a long time.')).toEqual([
      ['Add a test.', false],
    ])
  })

  it('are the improvements if the author lists no tasks', () => {
    const improvements =
      '### Improvements/Fixes:\n\n- Review: Add a review of queries\n- Documentation: Update the checklist\n- Queries are slow'
    expect(below(improvements)).toEqual([
      ['Review: Add a review of queries', false],
      ['Documentation: Update the checklist', false],
    ])
    expect(below(`${improvements}\n\n### Tasks:\n\n- Size the disk`)).toEqual([['Size the disk', false]])
    expect(below('### Improvements/Fixes:\n\nUpdate of the checklist was begun.')).toEqual([])
  })

  it('are what the prose promises if nothing is listed, each up to the end of its sentence', () => {
    const prose =
      'One disk was enough for years. We will be adding a\nsecond disk. In the future, alerts will be tested each\nmonth. The search will be affected by nothing else.'
    expect(below(prose).map(([text]) => text)).toEqual([
      'We will be adding a second disk.',
      'In the future, alerts will be tested each month.',
    ])
    expect(below('We will change the copy to keep two disks.')).toHaveLength(1)
    expect(below(`${prose}\n\n- Size the disk`)).toEqual([['Size the disk', false]])
    for (const courtesy of [
      'We will continue to keep you informed.',
      'We will never stop to take this seriously.',
      'We are sorry, and the team will be happy to help.',
    ])
      expect(below(courtesy)).toEqual([])
  })

  it('are several sentences of the prose that say what to do', () => {
    const prose =
      'The team looked into it, and the disk was replaced. Add an alert on full disks. Test the restore.'
    expect(below(prose).map(([text]) => text)).toEqual(['Add an alert on full disks.', 'Test the restore.'])
    expect(below('The team looked into it. Test the restore, they said. It is fine.')).toEqual([])
  })

  it('have no emoji for a bullet in their text', () => {
    const tasks = below('- 🕵️‍♂️ Investigate the disk\n- :small_blue_diamond: Add a test')
    expect(tasks.map(([text]) => text)).toEqual(['Investigate the disk', 'Add a test'])
  })
})

describe('what is already done', () => {
  const states = (body: string, title = '## Preventive Measures Implemented') =>
    incidentIn(
      report({}).replace(/## Corrective and Preventative Measures[\s\S]*/, `${title}\n\n${body}\n`),
    ).tasks.map(({ done }) => done)

  it('leaves a task open that says so itself', () => {
    expect(states('1. ✅ Added an alert\n2. ⚠️ PENDING: Test the restore\n3. Size the disk (to do)')).toEqual([
      true,
      false,
      false,
    ])
  })

  it('is a list that only tells, with verbs that have one form for both', () => {
    const told = '1. Re-enabled the sync.\n2. Reset the offsets of all disks.\n3. Verified the index.'
    expect(states(told, '## Remediation Actions')).toEqual([true, true, true])
    const asked = '1. Reset the offsets of all disks.\n2. Set an alert on them.'
    expect(states(asked, '## Remediation Actions')).toEqual([false, false])
  })

  it('is a list below a sentence that says so', () => {
    const list = '- Keep a spare disk.\n- Test the restore.'
    const title = '## Corrective and Preventative Measures'
    expect(states(`After a review, these measures have been put in place:\n\n${list}`, title)).toEqual([
      true,
      true,
    ])
    expect(states(`After a review, these measures will be put in place:\n\n${list}`, title)).toEqual([
      false,
      false,
    ])
  })

  it('is a list below a sentence that says which steps were taken', () => {
    const list = '- Keep a spare disk.\n- Two disks instead of one.'
    const title = '## Corrective and Preventative Measures'
    expect(states(`Our team has taken several steps, among which are:\n\n${list}`, title)).toEqual([
      true,
      true,
    ])
    expect(states(`Our team has taken time to plan:\n\n${list}`, title)).toEqual([false, false])
  })

  it('ends before the last words of a report without bullets', () => {
    const tasks = '🔷 Disks: Enhance the alerts on full disks.\n🔷 Index: Run a test of the restore.'
    const close = 'Final note:\nThe disks of the search have room again, and we sleep well.'
    expect(states(`${tasks}\n${close}`, '## Corrective and Preventative Measures')).toEqual([false, false])
  })
})

describe('an owner in brackets', () => {
  const ownerOf = (task: string) => incidentIn(report({}).replace(/- \[ \] Add.*/, task)).tasks[0]?.owner

  it('is a person or a team, and no property or product', () => {
    expect(ownerOf('- [ ] Keep a spare disk (High Availability)')).toBeNull()
    expect(ownerOf('- [ ] Set up a filter for requests (Cloudflare, AWS WAF)')).toBeNull()
    expect(ownerOf('- [ ] Keep a spare disk (Kim)')).toBe('Kim')
  })
})

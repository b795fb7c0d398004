import { describe, expect, it } from 'vitest'
import { inspect } from '../read.ts'
import { tasksOf, withMeasures } from './measures.ts'

describe('corrective measures', () => {
  const open = (text: string, title = '## Action Items') =>
    withMeasures(text, title).actionItems.flatMap(({ done, text: task }) => (done ? [] : task))

  it('are done where each says so at its end', () => {
    expect(
      open(
        '1. Full scan of the disk completed\n2. Clean install performed for the same reason\n3. Node restored',
      ),
    ).toEqual([])
    expect(open('- Full scan of the disk completed\n- Scan the other disks')).toHaveLength(2)
    expect(open('- Have the scan completed\n- The scan should be repeated')).toHaveLength(2)
  })

  it('are done as rows of a table below a line that says so', () => {
    const table = '| Measure | Detail |\n|---|---|\n| Restart | The node restarts at once |'
    expect(open(`Implemented:\n\n${table}`, '## Prevention')).toEqual([])
    expect(open(`Planned:\n\n${table}`, '## Prevention')).toEqual(['Restart'])
  })

  it('are not what a test makes sure of', () => {
    const checks = '- All tests pass\n- The linter reports nothing new\n- The change is small'
    expect(open(`### Validation\n\n${checks}`, '## Prevention')).toEqual([])
    expect(open('- Tests assert that the disk is watched\n- Watch the disk')).toEqual(['Watch the disk'])
    expect(open('### Validation\n\n- Add a test of a full disk\n- [ ] A test of the alert')).toHaveLength(2)
  })

  it('are separated into improvements and tasks', () => {
    expect(
      withMeasures('**Improvements:**\n- Watch the disks.\n\n**Tasks:**\n1. Add an alert.\n2. Test it.')
        .corrective,
    ).toEqual({
      improvements: [10],
      tasks: [13, 14],
    })
  })

  it('is both if there is only one list', () => {
    expect(withMeasures('- Watch the disks.\n- Add an alert.').corrective).toEqual({
      improvements: [9, 10],
      tasks: [9, 10],
    })
  })

  it('may be a list without bullets, one task per line', () => {
    expect(
      withMeasures('Watch the disks.\nAdd an alert.\n\nBy addressing these, we hope for the best.').corrective
        .tasks,
    ).toEqual([9, 10])
  })

  it('may be lines behind emoji, also in HTML', () => {
    const line = (text: string) => `<p>&emsp;:small_blue_diamond:${text}</p>\n`
    const text = `<h3>Tasks:</h3>\n${line('Host a review of the alerts.')}${line('Organise a test.')}`
    expect(withMeasures(text).corrective.tasks).toEqual([10, 11])
    expect(withMeasures('🔷 Host a review of the alerts.\n🔷 Organise a test.').corrective.tasks).toEqual([
      9, 10,
    ])
  })

  it('is not a list if it is prose', () => {
    expect(
      withMeasures('The disks should be watched, and an\nalert should be added. Somebody has to\ntest it.')
        .corrective,
    ).toEqual({
      improvements: [9, 10, 11],
      tasks: [],
    })
  })

  it('has no task where only placeholders stand', () => {
    const tasks = (text: string) => withMeasures(text, '## Action Items').actionItems.length
    expect(tasks('- [ ] {{a task}} (owner: {{who}}, due: {{YYYY-MM-DD}})\n- {{another one}}')).toBe(0)
    expect(tasks('| Task | Owner |\n|--|--|\n| {{a task}} | {{who}} |')).toBe(0)
    expect(tasks('- [ ] Alert on full disks (owner: {{who}})\n- {{team}} tests the restore')).toBe(2)
  })

  it('includes the details written below a task', () => {
    expect(
      withMeasures('- Add an alert\n  - on the disks\n  - on the queue\n- Test it').corrective.tasks,
    ).toEqual([9, 12])
  })
})

describe('the section for action items', () => {
  it.each([
    ['### Process improvements\n\n1. Add an alert\n\n### Technical improvements\n\n1. Test it'],
    ['### Prevention\n\n- Add an alert\n\n### Detection\n\n- Test it'],
    ['**Immediate actions:**\n\n- Add an alert\n\n**Short-term (1 week):**\n\n- Test it'],
    ['**Improvements:**\n\n- Add an alert\n\n**Monitoring**\n\n- Test it'],
    ['- **Prevent**\n  - Add an alert\n- **Detect:**\n  - Test it'],
    ['- Monitoring\n  - Add an alert\n- Test it\n  - on the queue'],
  ])('consists of tasks, whatever the names of its parts: %#', (text) => {
    expect(tasksOf(text)).toEqual(['Add an alert', 'Test it'])
  })

  it('contains other improvements if there is a list of tasks beside them', () => {
    expect(tasksOf('### Improvements\n\n- Disks are larger\n\n### Tasks\n\n- Buy disks')).toEqual([
      'Buy disks',
    ])
  })

  it('has no task called "None"', () => {
    expect(tasksOf('### Documentation\n\n- None\n\n### Code\n\n- Add an alert')).toEqual(['Add an alert'])
  })

  it('may state what was done already', () => {
    const { actionItems } = withMeasures(
      '- **Actions taken:**\n  - Larger disks\n- **Planned:**\n  - Test it',
      '## Action Items',
    )
    expect(actionItems).toMatchObject([
      { text: 'Larger disks', done: true },
      { text: 'Test it', done: false },
    ])
  })
})

describe('no task', () => {
  it.each(['Users should rotate their keys.', 'Is the restore tested?'])(
    'is what advises the reader or asks: %s',
    (text) => {
      expect(tasksOf(`- ${text}\n- Test the restore`)).toEqual(['Test the restore'])
    },
  )

  it.each([
    'Spare disks are crucial for the search.',
    'A second search was proposed. The idea was rejected by the board.',
    '[x] The timeline is filled out',
    '[ ] All action items above have been assigned',
  ])('is a lesson, a proposal that was refused, or the checklist of a template: %s', (text) => {
    expect(tasksOf(`- ${text}\n- Test the restore`)).toEqual(['Test the restore'])
  })

  it.each([
    'Ensure that spare disks are essential for nobody',
    'Find out why the request was rejected',
    'The request that was rejected should be sent again',
    'The timeline is cut off on small screens',
    '[ ] The timeline is cut off on small screens',
  ])('is not what only sounds like it: %s', (text) => {
    expect(tasksOf(`- ${text}\n- Test the restore`)).toHaveLength(2)
  })

  it('is one that speaks of what users should do', () => {
    expect(tasksOf('- Document that users should rotate their keys')).toHaveLength(1)
  })

  it('is what only closes the report', () => {
    const closing =
      'Rotate the logs\nWatch the disks\nAlert on a full disk\n\nAnd now, for a little humour:\n\nWe know that it was a long night, and we did not do it on purpose!\n\nWe hope you enjoyed this look behind the scenes.\n'
    expect(tasksOf(closing)).toEqual(['Rotate the logs', 'Watch the disks', 'Alert on a full disk'])
    expect(
      tasksOf('Rotate the logs\nWatch the disks\n\nTo our users: this took too long, and we are sorry.'),
    ).toEqual(['Rotate the logs', 'Watch the disks'])
  })
})

describe('a task', () => {
  const items = (text: string) => withMeasures(text, '## Action Items').actionItems

  it('is done, whatever it will do from now on', () => {
    const done = (text: string) => items(`- ${text}\n- [ ] Test it.`)[0]?.done
    expect(done('We have added an alert that will page us.')).toBe(true)
    expect(done('We have decided to add an alert.')).toBe(true)
    expect(done('We have agreed that an alert will be added.')).toBe(false)
    expect(done('A note was put on the disk, telling all who should see it.')).toBe(true)
    expect(done('A note was put on the disk, telling all. It should be larger.')).toBe(false)
    expect(done("Won't do: a third disk")).toBe(true)
  })

  it.each([
    ['Moved the logs to a larger disk', true],
    ['Increased timeouts to 30 seconds', true],
    ['All keys were swiftly replaced', true],
    ['The proxy now detects stale pages', true],
    ['Improved monitoring of disks', false],
    ['For now keep the old disk', false],
  ])('is done if its author tells it like that: %s', (text, done) => {
    expect(items(`- ${text}\n- [ ] Test it.`)[0]?.done).toBe(done)
  })

  it('is done in a list that only tells what was done', () => {
    const done = (text: string) => items(text).map((item) => item.done)
    expect(done('- Improved monitoring\n- Documented failover')).toEqual([true, true])
    expect(done('- Improved monitoring\n- Test it')).toEqual([false, false])
  })

  it.each([
    ['Kim to send the list', 'Kim'],
    ['ACM to test the restore', 'ACM'],
    ['Script to rotate the logs', null],
    ['Team to test the restore', null],
    ['Configure point-in-time recovery (PITR)', null],
    ['Clear the cache with a shortcut (Mac)', null],
    ['Update @acme/http to 2.0', null],
    ['Does it build with `@acme/*`', null],
    ['Test the restore @acme/storage', '@acme/storage'],
    ['Test the restore (KM)', 'KM'],
  ])('names its owner, or only something that looks like one: %s', (text, owner) => {
    expect(items(`- ${text}`)[0]?.owner).toBe(owner)
  })

  it.each([
    ['Test the restore (2024-06-01)', '2024-06-01'],
    ['Test the restore (2024-06-01, Kim)', '2024-06-01'],
    ['Test the restore that failed twice (2024-05-03, 2024-05-09)', null],
    ['Test the restore that failed twice (May 3 and May 9)', null],
    ['Test the restore that failed (May 3 outage)', null],
  ])('is due on a date in brackets only if nothing else is said of it: %s', (text, due) => {
    expect(items(`- ${text}`)[0]?.due).toBe(due)
  })

  it('has no owner where a wrapped line begins with a name', () => {
    expect(items('- Watch the site with a tool such as\n  Upwatch to alert us')[0]?.owner).toBeNull()
  })

  it('may come after its category', () => {
    const text =
      '- Category: Code fix. Close the connection.\n  Owner: @kim\n- Category: Alerts. Watch the pool.\n  Owner: @sam'
    expect(items(text)).toHaveLength(2)
    expect(items('- Close the connection.\n  - Category: Code fix.')).toHaveLength(1)
  })
})

describe('the details of a task', () => {
  it.each([
    ['- Add an alert\n- Owner: Robin\n- Due: 2024-06-01\n- Test it'],
    ['1. Add an alert\n\n**Owner:** Robin\n**Due:** 2024-06-01\n\n2. Test it'],
    ['### Add an alert\n\n**Owner:** Robin\n**Due:** 2024-06-01\n\n### Test it\n\n- Status: open'],
    ['Alert:\nTask: Add an alert\nOwner: Robin\nDeadline: 2024-06-01\nTask: Test it\nOwner: Eve'],
  ])('may be below it, each on a line of its own: %#', (text) => {
    const { actionItems } = withMeasures(text, '## Action Items')
    expect(actionItems).toMatchObject([
      { text: 'Add an alert', owner: 'Robin', due: '2024-06-01' },
      { text: 'Test it', due: null },
    ])
  })
})

describe('tasks without bullets', () => {
  const measures = '## Corrective and Preventative Measures'

  it('may follow dashes below a title', () => {
    const text = '1. Alerts:\n— Add an alert.\n— Page the team.\n\n2. Disks:\n— Buy a disk.'
    expect(tasksOf(text, measures)).toEqual(['Add an alert.', 'Page the team.', 'Buy a disk.'])
    expect(tasksOf('1. Add an alert\n— on the disks\n— on the queue\n2. Test it', measures)).toEqual([
      'Add an alert',
      'Test it',
    ])
  })

  it('may have lost their bullet among others with labels', () => {
    const text = '- Disks: Buy a larger one.\nAlerts: Add one on full disks.\n- Tests: Run them.'
    expect(tasksOf(text, measures)).toHaveLength(3)
    expect(
      tasksOf('- Buy a larger disk.\nAlerts: Add one on full disks.\n- Run tests.', measures),
    ).toHaveLength(2)
  })

  it('may be paragraphs that begin with their state, also among lessons', () => {
    const text =
      'It is good to look.\n\n**DONE**: Kim added it.\n\n**TODO** a page could\nhave told us.\n\n**DOING**: the copy'
    const { actionItems } = withMeasures(text, '## Lessons Learned')
    expect(actionItems.map((item) => [item.text, item.done])).toEqual([
      ['Kim added it.', true],
      ['a page could', false],
      ['the copy', false],
    ])
    expect(withMeasures(text.replace(/\*\*[A-Z]+\*\*:?/g, ''), '## Lessons Learned').actionItems).toEqual([])
  })

  it('are not said twice by what explains an item', () => {
    const text =
      '1. Disks: Buy a larger one.\n\n   - Task: Ask for prices.\n\n2. Alerts: Add one.\n\n   - Task: Choose a limit.'
    expect(tasksOf(text, measures)).toEqual(['Disks: Buy a larger one.', 'Alerts: Add one.'])
  })

  it('may have some that are indented so far that Markdown takes them for text', () => {
    const text = 'Prevention:\n\t- Write a script that empties\n\tthe folder.\n\t- Add an alert.'
    expect(tasksOf(text, '## Corrective and Preventative Measures')).toEqual([
      'Write a script that empties',
      'Add an alert.',
    ])
  })

  it('may be sentences below a title that promises tasks', () => {
    expect(tasksOf('Add an alert. It would have told us. Test it.', '## Tasks')).toEqual([
      'Add an alert. It would have told us.',
      'Test it.',
    ])
    expect(tasksOf('Create a second node.', '## TODO')).toEqual(['Create a second node.'])
    expect(tasksOf('WIP limits would have shown the problem.', '## Lessons Learned')).toEqual([])
  })

  it('may be paragraphs, each of which begins like one', () => {
    expect(
      tasksOf(
        'To notice this earlier, we will add\nan alert on the disk.\n\nTest the queue with a thousand\nmessages.',
        '## Next steps',
      ),
    ).toEqual(['To notice this earlier, we will add', 'Test the queue with a thousand'])
  })

  it('may follow signs on one line', () => {
    expect(tasksOf('🔧 Cap the queue. 🔔 Alert on its age.')).toEqual(['Cap the queue.', 'Alert on its age.'])
    expect(tasksOf('(1) Cap the queue (2) Alert on its age')).toEqual(['Cap the queue', 'Alert on its age'])
  })

  it('may be below a bullet that names them', () => {
    expect(tasksOf('* **Tasks:**\nAdd an alert.\nTest it.')).toEqual(['Add an alert.', 'Test it.'])
  })

  it('may be indented so far that Markdown takes them for code', () => {
    expect(
      tasksOf('    - Add an alert on the disk\n    - Test the queue:\n      with a thousand messages'),
    ).toEqual(['Add an alert on the disk', 'Test the queue:'])
    expect(tasksOf('    - name: disk\n    - name: queue')).toEqual([])
  })
})

describe('a table of tasks', () => {
  const table =
    '| Action item | Owner | Bug |\n|---|---|---|\n| Add an alert | Robin | DONE |\n| Test it | Eve | #12 |'

  it('needs no title of its own', () => {
    expect(withMeasures(table, '## Impact').actionItems).toMatchObject([
      { text: 'Add an alert', owner: 'Robin', ticket: null, done: true },
      { text: 'Test it', owner: 'Eve', ticket: '#12', done: false },
    ])
  })

  it('may name its columns in another language, whose letters are no part of an English word', () => {
    const tabla = '| Action | Dueño | Fecha límite |\n|---|---|---|\n| Add an alert | Robin | 2024-07-01 |'
    expect(withMeasures(tabla, '## Action items').actionItems).toMatchObject([
      { text: 'Add an alert', owner: 'Robin', due: '2024-07-01' },
    ])
  })

  it('is not one of entries, if it is in the timeline', () => {
    expect(inspect(`# Postmortem\n\n## Timeline\n\n${table}\n`).actionItems).toEqual([])
  })
})

describe('lessons', () => {
  it('are tasks where they say what to do', () => {
    expect(
      tasksOf(
        '- Monitoring did not notice\n- Test coverage was low\n- Update broke the queue\n- Test restores every month',
        '## Lessons Learned',
      ),
    ).toEqual(['Test restores every month'])
  })
})

describe('an action item', () => {
  const itemOf = (text: string) => withMeasures(text, '## Action Items').actionItems[0]

  it.each([
    ['- [x] Add an alert', { done: true, text: 'Add an alert' }],
    ['- [ ] Add an alert', { done: false }],
    ['- Add an alert (owner: Robin)', { owner: 'Robin' }],
    ['- Add an alert @storage-team', { owner: '@storage-team' }],
    ['- Add an alert - ETA: 2 weeks.', { due: '2 weeks.' }],
    ['- Add an alert (due: 2024-07-01)', { due: '2024-07-01' }],
    ['- Add an alert by 2024-07-01', { due: '2024-07-01' }],
    ['- Add an alert (OPS-123)', { ticket: 'OPS-123' }],
    ['- Add an alert #42', { ticket: '#42' }],
    [
      '- Add an [alert](https://github.com/acme/shop/issues/7)',
      { ticket: 'https://github.com/acme/shop/issues/7' },
    ],
    ['- Look at it, due to the slow queue', { due: null }],
    ['- Add an alert for targeted users that were slow', { due: null, done: false }],
    ['- Add an alert (due: December 22, 2024)', { due: 'December 22, 2024' }],
    ['- Storage team: add an alert', { owner: 'Storage team' }],
    ['- The storage team will add an alert', { owner: 'storage team' }],
    ['- Ability to add an alert', { owner: null }],
    ['- DONE Add an alert', { done: true }],
    ['- Done: add an alert', { done: true }],
    ['- Add an alert (accomplished)', { done: true, owner: null }],
    ['- Add an alert ✅', { done: true }],
    ['- An alert has been added', { done: true }],
    ['- We added an alert', { done: true }],
    ['- Rotate the keys that were shown', { done: false }],
    ['- An alert should have been added', { done: false }],
    ['- Use UTF-8 and HTTP-2 (as agreed)', { owner: null, due: null, ticket: null }],
  ])('%s', (text, item) => {
    expect(itemOf(text)).toMatchObject(item)
  })

  it('is a row of a table, read by the names of its columns', () => {
    const { actionItems } = withMeasures(
      '| Action | Type | Owner | Due | Ticket | Status |\n|---|---|---|---|---|---|\n| Add an alert | detect | Robin | 2024-07-01 | OPS-1 | done |\n| Test it | prevent | | | | open |',
      '## Action Items',
    )
    expect(actionItems).toEqual([
      { line: 11, text: 'Add an alert', done: true, owner: 'Robin', due: '2024-07-01', ticket: 'OPS-1' },
      { line: 12, text: 'Test it', done: false, owner: null, due: null, ticket: null },
    ])
  })

  it('is no row that says that there is none, and has no deadline from a column of other dates', () => {
    const table = (column: string, date: string) =>
      withMeasures(`| Action | ${column} |\n|---|---|\n| Test it | ${date} |\n| None | |`, '## Action Items')
        .actionItems
    expect(table('When', '2024-07-01')).toMatchObject([{ text: 'Test it', due: '2024-07-01' }])
    expect(table('Date', '2024-07-01')).toMatchObject([{ text: 'Test it', due: '2024-07-01' }])
    expect(table('Date opened', 'last May')).toMatchObject([{ text: 'Test it', due: null }])
  })

  it('is a numbered heading above labels, without what is quoted there', () => {
    const card = '### 1. Add an alert\n\n**Priority:** high\n\nOwner: Ana\n\n> - as the book says'
    expect(withMeasures(card, '## Corrective Measures').actionItems).toMatchObject([
      { text: 'Add an alert', owner: 'Ana' },
    ])
  })

  it('is no numbered heading above a sentence', () => {
    const text = '### 2. The alert\n\nNobody tested it: nobody had the time.\n\n**Priority:** low'
    expect(withMeasures(text, '## Corrective Measures').actionItems).toMatchObject([{ text: '2. The alert' }])
  })
})

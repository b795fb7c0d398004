import { describe, expect, it } from 'vitest'
import { apply, findingsIn, rulesIn } from './findings.ts'

const ids = ['action-owner', 'action-due', 'action-ticket'] as const
const on = { 'action-ticket': { severity: 'information' as const } }

/** What the preferred fixes of the three rules make of the tasks of a report. One that two rules offer is made once. */
function check(tasks: string): string {
  const text = `# Postmortem: full disk\n\n## Action Items\n\n${tasks}\n`
  const found = findingsIn(text, on).filter(({ rule }) => isDetail(rule))
  // Of what is inserted at one place, `apply` leaves the last in front.
  const inOrder = [...ids].reverse().flatMap((id) => found.filter(({ rule }) => rule === id))
  const fixes = inOrder.flatMap((finding) => finding.fixes.find(({ preferred }) => preferred) ?? [])
  const once = new Map(fixes.map(({ edits }) => [JSON.stringify(edits), edits]))
  const fixed = apply(text, [...once.values()].flat())
  expect(findingsIn(fixed, on).filter(({ rule }) => isDetail(rule))).toEqual([])
  return fixed.slice(text.indexOf(tasks), -1)
}

function isDetail(rule: string): boolean {
  return ids.some((id) => id === rule)
}

const stubs = '(owner: {{owner}}, due: {{date}}) ({{ticket}})'

describe('the owner, date and ticket of tasks', () => {
  it('may be below what explains a task', () => {
    const task =
      '- **New test** - Test uploads:\n  - with large files\n  - with none\n  - Owner: Ann, due: 2030-01-01'
    expect(check(`${task.replaceAll('Ann', 'Ann (OPS-1)')}`)).toBe(task.replaceAll('Ann', 'Ann (OPS-1)'))
  })

  const lackingIn = (body: string, title = 'Action Items') =>
    findingsIn(`# Postmortem: full disk\n\n## ${title}\n\n${body}\n`)
      .filter(({ rule }) => rule === 'action-owner')
      .map(({ message }) => message.split('.')[0])

  it('are not asked for in a report that speaks of nobody but its author, unless one is given or demanded', () => {
    const story = (who: string) => `The disk of ${who} node was full. `.repeat(20)
    const rules = (who: string, tasks: string, overrides = {}) =>
      findingsIn(`# Postmortem: full disk\n\n${story(who)}\n\n## Action Items\n\n${tasks}\n`, overrides)
        .map(({ rule }) => rule)
        .filter(isDetail)
    const tasks = '- Watch the disk\n- Delete the old logs'
    expect(rules('my', tasks)).toEqual([])
    expect(rules('the us-east', tasks)).toEqual([])
    expect(rules('our', tasks).toSorted()).toEqual(['action-due', 'action-owner'])
    expect(rules('my', `${tasks} (owner: Ana)`)).toEqual(['action-owner'])
    expect(rules('my', '| Task | Due |\n| --- | --- |\n| Watch the disk | |')).toEqual(['action-due'])
    expect(rules('my', tasks, { 'action-owner': { severity: 'warning' } })).toEqual(['action-owner'])
  })

  it('are not asked for in a lab, where "we" is the author and whoever is on call is imagined', () => {
    const rules = (story: string) =>
      findingsIn(
        `# Postmortem: full disk\n\n${`${story} `.repeat(20)}\n\n## Action Items\n\n- Watch the disk\n- Delete the old logs\n`,
      )
        .map(({ rule }) => rule)
        .filter(isDetail)
    expect(rules('The disk of sre-store was full, as I saw in the namespace store-sre.')).toEqual([])
    expect(rules('In my homelab we saw a full disk, of which users would complain.')).toEqual([])
    expect(rules('In the homelab of the storage team we saw a full disk of one node.')).toHaveLength(2)
    expect(rules('In the data centre we saw a full disk, of which users would complain.')).toHaveLength(2)
  })

  it('are columns in other languages, and a day may be one of the work', () => {
    const table = (owner: string, due: string, when: string) =>
      rulesIn(
        `# Postmortem: full disk\n\n## Action Items\n\n| Item | ${owner} | ${due} |\n| --- | --- | --- |\n| Watch the disk | Storage | ${when} |\n`,
      ).filter(isDetail)
    expect(table('Responsable', 'Fecha limite', '1 semana')).toEqual([])
    expect(table('Responsável', 'Prazo', '2 semanas')).toEqual([])
    expect(table('Verantwortliche', 'Fällig', '2 Wochen')).toEqual([])
    expect(table('Responsable', 'Echéance', '3 semaines')).toEqual([])
    expect(table('Owner', 'Day', 'Day 9')).toEqual([])
    expect(table('Owner', 'Day', '')).toEqual(['action-due'])
  })

  it('are not asked for below what the report itself is good for', () => {
    expect(lackingIn('| Task | Owner |\n| --- | --- |\n| Watch the disk | Ana |', 'Action Items')).toEqual([])
    expect(
      lackingIn(
        '| Task | Owner |\n| --- | --- |\n| Watch the disk | Ana |\n\n## Follow-up\n\nThis incident will be used as a baseline to:\n\n- Define how full a disk may be\n- Improve how it is watched',
      ),
    ).toEqual([])
  })

  it('are known where a name that owns another task begins the task', () => {
    expect(
      lackingIn('- Acme to rotate the keys\n- Acme check how old they are\n- Kestrel will test it'),
    ).toEqual([])
    expect(lackingIn('- Acme to rotate the keys\n- Check how old they are')).toEqual([
      '1 of the 2 action items has no owner',
    ])
  })

  it('are no software in brackets and no label that says what to do', () => {
    expect(lackingIn('- Watch the port (Black Exporter)\n- Add a list for upgrades: keys and rules')).toEqual(
      ['None of the 2 action items has an owner'],
    )
  })

  it('are counted for all or for none where nobody is named, but labels may be teams', () => {
    const tasks = (labelled: number) =>
      ['Delete the old logs', 'Alert on full disks', 'Write a runbook']
        .map((task, index) => `- ${index < labelled ? 'Storage: ' : ''}${task}`)
        .join('\n')
    expect(lackingIn(tasks(1))).toEqual(['None of the 3 action items has an owner'])
    expect(lackingIn(tasks(2))).toEqual([])
    expect(lackingIn(`${tasks(1)}\n- Test it (owner: Ana)`)).toEqual([
      '2 of the 4 action items have no owner',
    ])
  })

  it('are asked for once for a numbered heading above labels, whatever it lists as options or steps', () => {
    const card = (name: string, list: string) =>
      `### ${name}\n**Prioridad:** Alta\n**Opciones:**\n${list}\n\n`
    expect(
      lackingIn(
        card('A1. Actualizar el disco', '1. Uno nuevo\n2. Otro') +
          card('A2. Alertas', '- [ ] Probar\n- [ ] Ver'),
      ),
    ).toEqual(['None of the 2 action items has an owner'])
    expect(lackingIn('### 1. Monitoring\n\n- Alert on full disks\n- Alert on old keys\n')).toEqual([
      'None of the 2 action items has an owner',
    ])
  })

  it('are not asked for where the title says that all of it is done', () => {
    for (const title of ['Follow-ups this outage led to', 'Action items: shipped', 'Merged action items'])
      expect(lackingIn('- A runbook for full disks\n- Alerts for the index', title), title).toEqual([])
    expect(lackingIn('- A runbook for full disks\n- Alerts for the index', 'Follow-ups')).toHaveLength(1)
  })

  it('are not asked for under a title for prevention that tells what can happen now', () => {
    const now = '- `proxy.ts` now detects such requests\n- All tests pass\n- A page can receive both'
    expect(lackingIn(now, 'Prevention')).toEqual([])
    expect(lackingIn('- The disk should be larger\n- Alerts must be on', 'Prevention')).toHaveLength(1)
  })

  it('are no verb, no mode in capital letters and no article', () => {
    const tasks = '- Compare to the old disks\n- Run both (LOG-ONLY)\n- Link KB-012 from the desk'
    expect(check(tasks)).toBe(
      tasks
        .split('\n')
        .map((task) => `${task} ${stubs}`)
        .join('\n'),
    )
  })

  it('are added behind the text of each that lacks them', () => {
    expect(check('- Watch the disk.\n- Delete logs (owner: storage team)')).toBe(
      `- Watch the disk. ${stubs}\n- Delete logs (owner: storage team, due: {{date}}, {{ticket}})`,
    )
  })

  it('are added behind the last line of a task, in front of what is listed below it', () => {
    expect(check('1. Watch the disk\n   of each node\n   - the old one first\n2. Delete `logs`')).toBe(
      `1. Watch the disk\n   of each node ${stubs}\n   - the old one first\n2. Delete \`logs\` ${stubs}`,
    )
  })

  it('are offered together only where both are asked for and one task lacks both', () => {
    const titles = (tasks: string, rules = {}) => {
      const text = `# Postmortem: full disk\n\n## Action Items\n\n${tasks}\n`
      const [finding] = findingsIn(text, rules).filter(({ rule }) => isDetail(rule))
      return finding?.fixes.map(({ title }) => title)
    }
    const both = 'Add placeholders for the owner and the due date'
    expect(titles('- Watch the disk')?.[0]).toBe(both)
    expect(titles('- Watch the disk', { 'action-due': { severity: 'off' } })).toEqual([
      'Add a placeholder for the owner',
    ])
    expect(titles('- Watch the disk (due: 2024-06-07)')).toEqual(['Add a placeholder for the owner'])
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

  it('are counted among the tasks that are open', () => {
    const text = '# Postmortem: full disk\n\n## Action Items\n\n- [x] Watch the disk\n- [ ] Test it\n'
    expect(findingsIn(text).find(({ rule }) => rule === 'action-owner')?.message).toBe(
      'The action item has no owner. Name a role, a team or a person.',
    )
  })

  it('are left to the ticket of a task that has one', () => {
    const text = '- Watch the disk (OPS-12)\n- Delete logs [issue](https://github.com/acme/shop/issues/7)'
    expect(check(text)).toBe(text)
  })

  it('are added after the sentence that is the task', () => {
    expect(check('Watch the disk. Delete logs.')).toBe(`Watch the disk. ${stubs} Delete logs. ${stubs}`)
  })

  it('are not asked of lessons', () => {
    const text = '# Postmortem: full disk\n\n## Lessons Learned\n\n- Watch the disk\n'
    expect(findingsIn(text).filter(({ rule }) => isDetail(rule))).toEqual([])
  })

  it('may be a name that a task begins with', () => {
    const items = '- Storage: Rotate the logs.\n- Team B: Watch the disks.\n'
    expect(
      rulesIn(`# Postmortem: slow\n\n## Timeline\n\nText.\n\n## Action Items\n\n${items}`),
    ).not.toContain('action-owner')
  })
})

describe('a list that nobody calls one of tasks', () => {
  const details = (items: readonly string[], title = 'Prevention') => {
    const text = `# Postmortem: full disk\n\n## ${title}\n\n${items.map((item) => `- ${item}\n`).join('')}`
    return findingsIn(text).filter(({ rule }) => isDetail(rule)).length
  }
  const facts = [
    'Each node is watched by the new alert',
    'Checks that the disk is half empty',
    'Logs never had a limit',
  ]

  it('tells what is the case, and no item needs an owner', () => {
    expect(details(facts)).toBe(0)
    expect(details([...facts, 'Add a limit'])).toBe(0)
  })

  it('is one of tasks if at least half of it asks for something', () => {
    expect(details([...facts.slice(0, 2), 'Add a limit', 'Logs should be deleted'])).toBe(2)
    expect(details([...facts.slice(0, 1), '[ ] Limits for logs'])).toBe(2)
  })

  it('may say anything below a title that calls it one of tasks', () => {
    expect(details(facts, 'Action Items')).toBe(2)
  })
})

describe('a title that says when its tasks are due', () => {
  const dueIn = (title: string) => {
    const text = `# Postmortem: full disk\n\n## Action Items\n\n${title}\n\n- Watch the disk\n- Delete logs\n`
    return findingsIn(text).filter(({ rule }) => rule === 'action-due').length
  }

  it.each([
    '### Immediate Actions (Within 24 Hours)',
    '### Short-term (1-4 weeks)',
    '### Priority 3 (THIS WEEK)',
    '**Today:**',
  ])('is enough for all of them: %s', (title) => {
    expect(dueIn(title)).toBe(0)
  })

  it.each([
    '### Immediate',
    '### After 24 hours of downtime',
    'We met today and this is what we will do about it.',
  ])('is another one than: %s', (title) => {
    expect(dueIn(title)).toBe(1)
  })
})

describe('a title that is long', () => {
  const missing = (title: string) =>
    rulesIn(
      `# Postmortem: slow\n\n## Timeline\n\nText.\n\n## Action Items\n\n### ${title}\n\n- [ ] Rotate the logs\n- [ ] Watch the disks\n`,
    ).filter((rule) => rule === 'action-due')

  it.each([
    'Monitoring (next 48 hours)',
    'Priority 1: Fix how the headers of each request are read (TODAY)',
    'Priority 3: Fix the race between a session and its guard [this week]',
  ])('says when all of it is due: %s', (title) => {
    expect(missing(title)).toEqual([])
  })

  it('may say nothing of that', () => {
    expect(missing('Priority 1: Fix what the dashboards show of today and of the whole week')).toEqual([
      'action-due',
    ])
  })
})

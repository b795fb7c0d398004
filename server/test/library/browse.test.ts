import { describe, expect, it } from 'vitest'
import { browse } from '../../src/library/browse.ts'
import { countFacets, type Facet, noFilter } from '../../src/library/filter.ts'
import { dayNumber, known, makeIncident, makeTask } from './incidents.ts'

const now = Date.parse('2026-06-15T12:00:00Z')

const mail = makeIncident({
  file: 'mail.md',
  title: 'Mail is late',
  date: known('2025-03-01'),
  severity: known('SEV-1'),
  services: [known('mail'), known('queue')],
  tasks: [
    makeTask({ text: 'Add a limit', owner: 'Kim', due: '2026-01-01', dueDay: dayNumber('2026-01-01') }),
    makeTask({ text: 'Tell the customers', done: true }),
  ],
})
const search = makeIncident({
  file: 'search.md',
  title: 'Search is down',
  date: known('2026-02-01'),
  severity: known('sev1'),
  status: known('draft'),
  tasks: [
    makeTask({ text: 'Buy a disk', due: '2026-09-01', dueDay: dayNumber('2026-09-01') }),
    makeTask({ text: 'Write a test' }),
  ],
})
const login = makeIncident({ file: 'login.md', title: 'Nobody can log in', severity: known('SEV2') })
const all = [login, mail, search]

function show(words: string, ...facets: readonly Facet[]) {
  const { years, tasks } = browse(all, { words, facets }, now)
  return {
    incidents: Object.fromEntries([...years].map(([year, of]) => [year, of.list().map(({ file }) => file)])),
    tasks: [...tasks].flatMap(([urgency, of]) => of.list().map(({ task }) => `${urgency}: ${task.text}`)),
  }
}

describe('browsing incidents', () => {
  it('groups them by year, the latest first, and those without a date last', () => {
    const { years } = browse(all, noFilter, now)
    expect([...years].map(([year, of]) => [year, ...of.list().map(({ file }) => file)])).toEqual([
      ['2026', 'search.md'],
      ['2025', 'mail.md'],
      ['', 'login.md'],
    ])
  })

  it('groups tasks by when they are due, the overdue ones first', () => {
    expect(show('').tasks).toEqual([
      'overdue: Add a limit',
      'due: Buy a disk',
      'undated: Write a test',
      'done: Tell the customers',
    ])
  })

  it('finds all words of a search anywhere in what is shown, whatever their case', () => {
    expect(show('DOWN sev1').incidents).toEqual({ 2026: ['search.md'] })
    expect(show('mail.md').incidents).toEqual({ 2025: ['mail.md'] })
    expect(show('nowhere')).toEqual({ incidents: {}, tasks: [] })
  })

  it('finds tasks by their own words and by those of their incidents', () => {
    expect(show('kim').tasks).toEqual(['overdue: Add a limit'])
    expect(show('search test').tasks).toEqual(['undated: Write a test'])
  })

  it('takes what fits one choice of each kind, however it is spelt', () => {
    expect(show('', { kind: 'severity', value: 'SEV1' }).incidents).toEqual({
      2026: ['search.md'],
      2025: ['mail.md'],
    })
    expect(
      show('', { kind: 'severity', value: 'SEV2' }, { kind: 'severity', value: 'SEV1' }).incidents,
    ).toEqual({ 2026: ['search.md'], 2025: ['mail.md'], '': ['login.md'] })
    expect(show('', { kind: 'severity', value: 'SEV1' }, { kind: 'service', value: 'queue' })).toEqual({
      incidents: { 2025: ['mail.md'] },
      tasks: ['overdue: Add a limit', 'done: Tell the customers'],
    })
    expect(show('', { kind: 'status', value: 'draft' }).incidents).toEqual({ 2026: ['search.md'] })
  })

  it('shows overdue tasks alone if only they are asked for', () => {
    expect(show('', { kind: 'tasks', value: 'overdue' })).toEqual({
      incidents: { 2025: ['mail.md'] },
      tasks: ['overdue: Add a limit'],
    })
  })

  it('says what there is to choose from, and how many incidents have it', () => {
    expect(countFacets(all, now)).toEqual([
      { kind: 'severity', value: 'SEV-1', count: 2 },
      { kind: 'severity', value: 'SEV2', count: 1 },
      { kind: 'service', value: 'mail', count: 1 },
      { kind: 'service', value: 'queue', count: 1 },
      { kind: 'status', value: 'draft', count: 1 },
      { kind: 'tasks', value: 'open', count: 2 },
      { kind: 'tasks', value: 'overdue', count: 1 },
    ])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makeOverview } from '../../src/library/overview.ts'
import { spreadOf } from '../../src/library/statistics.ts'
import { listTasks } from '../../src/library/taskList.ts'
import { dayNumber, known, makeIncident, makeTask } from './incidents.ts'

const now = Date.UTC(2024, 5, 10, 12)
const options = { by: null, since: null, hasMeans: false, now } as const

describe('the spread of durations', () => {
  it('is described by quartiles', () => {
    expect(spreadOf([60, 10, 20, 30, 40])).toEqual({
      count: 5,
      least: 10,
      lowerQuartile: 20,
      median: 30,
      upperQuartile: 40,
      most: 60,
    })
    expect(spreadOf([10, 20])?.median).toBe(15)
    expect(spreadOf([])).toBeNull()
  })

  it('is in order, whatever the values are', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100_000), { minLength: 1 }), (values) => {
        const { least, lowerQuartile, median, upperQuartile, most } = spreadOf(values)!
        const steps = [least, lowerQuartile, median, upperQuartile, most]
        expect(steps).toEqual([...steps].sort((a, b) => a - b))
        expect([least, most]).toEqual([Math.min(...values), Math.max(...values)])
      }),
    )
  })
})

describe('all incidents at a glance', () => {
  const incidents = [
    makeIncident({ file: 'a.md', date: known('2024-01-05'), severity: known('SEV-1'), duration: known(30) }),
    makeIncident({ file: 'b.md', date: known('2024-03-05'), severity: known('sev1'), duration: known(90) }),
    makeIncident({ file: 'c.md', services: [known('mail'), known('search')] }),
  ]

  it('are in the order of their dates, the latest first', () => {
    expect(makeOverview(incidents, options).incidents.map(({ file }) => file)).toEqual([
      'b.md',
      'a.md',
      'c.md',
    ])
  })

  it('begin on a day if that is asked for', () => {
    const overview = makeOverview(incidents, { ...options, since: '2024-02-01' })
    expect(overview.incidents.map(({ file }) => file)).toEqual(['b.md'])
  })

  it('are grouped by what their authors meant, however it is spelled', () => {
    const { groups } = makeOverview(incidents, { ...options, by: 'severity' })
    expect(groups.map(({ name, count }) => [name, count])).toEqual([
      ['sev1', 2],
      [null, 1],
    ])
    expect(groups[0]?.spreads.duration?.median).toBe(60)
  })

  it('count in the group of each service that they affected', () => {
    const { groups } = makeOverview(incidents, { ...options, by: 'service' })
    expect(groups.map(({ name, count }) => [name, count])).toEqual([
      ['mail', 1],
      ['search', 1],
      [null, 2],
    ])
  })

  it('have a mean only if it is asked for', () => {
    expect(makeOverview(incidents, options).means).toBeNull()
    expect(makeOverview(incidents, { ...options, hasMeans: true }).means).toMatchObject({
      duration: 60,
      timeToDetect: null,
    })
  })
})

describe('the list of tasks', () => {
  const incident = makeIncident({
    date: known('2024-06-01'),
    tasks: [
      makeTask({ text: 'none' }),
      makeTask({ text: 'later', due: '2024-07-01', dueDay: dayNumber('2024-07-01') }),
      makeTask({ text: 'late', due: '2024-06-08', dueDay: dayNumber('2024-06-08') }),
      makeTask({ text: 'today', due: '2024-06-10', dueDay: dayNumber('2024-06-10') }),
      makeTask({ text: 'done', done: true, due: '2024-01-01', dueDay: dayNumber('2024-01-01') }),
    ],
  })
  const names = (filter: { isDoneShown: boolean; isOnlyOverdue: boolean }) =>
    listTasks([incident], now, filter).map(({ task }) => task.text)

  it('begins with the most urgent, and leaves out what is done', () => {
    expect(names({ isDoneShown: false, isOnlyOverdue: false })).toEqual(['late', 'today', 'later', 'none'])
    expect(names({ isDoneShown: true, isOnlyOverdue: false })).toContain('done')
  })

  it('calls a task overdue once its day is over everywhere', () => {
    expect(names({ isDoneShown: true, isOnlyOverdue: true })).toEqual(['late'])
  })

  it('tells the age of a task only from a certain date', () => {
    const [first] = listTasks([incident], now, { isDoneShown: false, isOnlyOverdue: false })
    expect(first?.ageDays).toBe(9)
    const assumed = { ...incident, date: { ...known('2024-06-01'), certainty: 'assumed' as const } }
    expect(listTasks([assumed], now, { isDoneShown: false, isOnlyOverdue: false })[0]?.ageDays).toBeNull()
  })
})

import { describe, expect, it } from 'vitest'
import { idsOf, inspect, read } from './read.ts'
import { afterAssignment, clean, invertedLevels, nestedLabels, plainLines } from './shapes.ts'

const all = ['summary', 'timeline', 'root-cause-and-resolution', 'corrective']
const everyFact = ['detection', 'detectionMethod', 'actions', 'misleading', 'escalation', 'resolution']

const factsOf = (text: string) =>
  Object.entries(inspect(text).timeline.facts).flatMap(([fact, lines]) => (lines.length > 0 ? [fact] : []))

describe('a report in plain lines', () => {
  it('has its four sections, and its fields are not sections', () => {
    expect(idsOf(plainLines)).toEqual(all)
    expect(read(plainLines).missing).toEqual([])
  })

  it('states its window, zone, impact and share', () => {
    const { fields } = inspect(plainLines)
    expect(fields.start?.time).toBe('2024-03-04T09:00:00+00:00')
    expect(fields.end?.time).toBe('2024-03-04T12:30:00+00:00')
    expect(fields.duration).toEqual({ line: null, text: null, minutes: 210, stated: null })
    expect(fields.timeZone?.text).toBe('UTC')
    expect(fields.affected?.text).toBe('20%')
    expect(fields.rootCause?.line).toBe(18)
    expect(fields.resolution?.line).toBe(40)
  })

  it('has a timeline of paragraphs that states every fact', () => {
    expect(inspect(plainLines).timeline.entries.map((entry) => entry.label)).toEqual([
      '09:00 UTC',
      '09:20 UTC',
      '09:40 UTC',
      '10:10 UTC',
      '11:00 UTC',
      '12:30 UTC',
    ])
    expect(factsOf(plainLines)).toEqual(everyFact)
  })

  it('keeps improvements and tasks apart, and the closing words from both', () => {
    const { corrective } = inspect(plainLines)
    expect(corrective).toEqual({ improvements: [45, 46], tasks: [49, 50, 51] })
  })
})

describe('a report with inverted levels', () => {
  it('nests by meaning', () => {
    expect(idsOf(invertedLevels)).toEqual(all)
    expect(read(invertedLevels).sections.map((section) => section.empty)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })

  it('lasts over midnight', () => {
    expect(inspect(invertedLevels).fields.duration?.minutes).toBe(720)
    expect(inspect(invertedLevels).metrics.timeToDetect).toBe(30)
  })

  it('has a timeline of labels with one time that states every fact', () => {
    const { timeline } = inspect(invertedLevels)
    expect(timeline.style).toBe('labels')
    expect(timeline.entries.filter((entry) => entry.time !== null)).toHaveLength(1)
    expect(factsOf(invertedLevels)).toEqual(everyFact)
  })

  it('does not take "Actions" in the timeline for action items', () => {
    expect(inspect(invertedLevels).corrective).toEqual({ improvements: [47], tasks: [50, 51] })
  })
})

describe('a report as the template has it', () => {
  it('lacks nothing', () => {
    expect(idsOf(clean)).toEqual(all)
    expect(read(clean).missing).toEqual([])
    expect(factsOf(clean)).toEqual(everyFact)
  })

  it('gives the entries the day and the zone of the summary', () => {
    const { fields, timeline } = inspect(clean)
    expect(fields.start).toEqual({
      line: 4,
      text: 'June 7, 2024, 02:00 AM',
      time: '2024-06-07T02:00:00+00:00',
    })
    expect(fields.end?.time).toBe('2024-06-07T04:30:00+00:00')
    expect(fields.duration?.minutes).toBe(150)
    expect(timeline.entries[1]).toMatchObject({
      line: 10,
      label: '02:10 AM',
      time: '2024-06-07T02:10:00+00:00',
    })
    expect(timeline.outOfOrder).toEqual([])
  })

  it('says which tasks are done', () => {
    const { actionItems } = inspect(clean)
    expect(actionItems.map(({ line, done }) => ({ line, done }))).toEqual([
      { line: 23, done: true },
      { line: 24, done: false },
    ])
  })
})

describe('a report after an assignment', () => {
  it('is the only part of the file that counts', () => {
    const report = inspect(afterAssignment)
    expect(report.title).toBe('Postmortem: Upload Outage')
    expect(report.region.startLine).toBe(26)
    expect(report.words).toBeLessThan(140)
  })

  it('has only the sections of the report', () => {
    expect(idsOf(afterAssignment)).toEqual(['summary', 'timeline', 'root-cause-and-resolution'])
    expect(inspect(afterAssignment).missing).toEqual(['corrective'])
    expect(inspect(afterAssignment).corrective).toEqual({ improvements: [], tasks: [] })
  })

  it('ends when its summary says so, although the last entry is later than the recovery', () => {
    const { fields, metrics } = inspect(afterAssignment)
    expect(fields.end?.line).toBe(32)
    expect(metrics.timeToResolve).toBe(90)
  })

  it('is not a report while there is only the assignment', () => {
    const assignment = afterAssignment.slice(0, afterAssignment.indexOf('---'))
    expect(inspect(assignment)).toMatchObject({ postmortem: false, reason: 'assignment' })
  })
})

describe('a report with nested labels', () => {
  it('has its four sections, and its labels are parts of them', () => {
    expect(idsOf(nestedLabels)).toEqual(all)
  })

  it('states its window in nested bullets', () => {
    const { fields } = inspect(nestedLabels)
    expect(fields.duration?.minutes).toBe(135)
    expect(fields.affected?.line).toBe(11)
    expect(fields.impact?.text).toBe('Mail was late.')
  })

  it('states every fact with a label', () => {
    expect(inspect(nestedLabels).timeline.style).toBe('labels')
    expect(factsOf(nestedLabels)).toEqual(everyFact)
  })

  it('keeps improvements and tasks apart', () => {
    expect(inspect(nestedLabels).corrective).toEqual({ improvements: [47, 48], tasks: [51, 52, 53] })
  })
})

describe('a report whose round bullets were copied as letters', () => {
  const text =
    'Postmortem: slow\n\nIssue Summary\n\no Impact: Half of the users saw nothing.\n\no Root Cause: A full disk.\n\nTimeline\n\no 14:00 UTC: An alert was received.\n\no 16:30 UTC: Restored.\n\nCorrective and Preventative Measures\n\no Rotate the logs.\n\no Watch the disks.\n'

  it('has them before entries, fields and tasks', () => {
    const report = read(text)
    expect(report.timeline.entries.map((entry) => entry.time?.written.clock?.text)).toEqual([
      '14:00',
      '16:30',
    ])
    expect(report.statements.some(({ subject, brief }) => subject === 'cause' && brief)).toBe(true)
    expect(report.corrective.tasks.map((task) => task.text.text)).toEqual([
      'Rotate the logs.',
      'Watch the disks.',
    ])
  })
})

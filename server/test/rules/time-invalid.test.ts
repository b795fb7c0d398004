import { describe, expect, it } from 'vitest'
import { findingsIn, rulesIn } from './findings.ts'

const messagesFor = (timeline: string) =>
  findingsIn(`# Postmortem\n\n## Timeline (UTC)\n\n${timeline}\n`)
    .filter(({ rule }) => rule === 'time-invalid')
    .map(({ message }) => message)

describe('time-invalid', () => {
  it('writes a superfluous "pm" in the clock of the other times', () => {
    expect(messagesFor('- 12:50 PM - slow\n- 13:06 PM - down\n- 1:20 PM - up')).toEqual([
      '"13:06 PM" combines the 24-hour clock with "pm". Write "1:06 PM".',
    ])
    expect(messagesFor('- 12:50 - slow\n- 13:06 PM - down\n- 13:20 - up')).toEqual([
      '"13:06 PM" combines the 24-hour clock with "pm". Write "13:06".',
    ])
  })

  it('reports a day that does not exist by which a task is due', () => {
    const messages = (tasks: string) =>
      findingsIn(`# Postmortem\n\n## Action Items\n\n${tasks}\n`).flatMap(({ rule, message }) =>
        rule === 'time-invalid' ? [message] : [],
      )
    const invalid = '"2026-02-30" is not a valid date. Correct it.'
    expect(messages('- [ ] Add an alert (owner: Ana, due: 2026-02-30)')).toEqual([invalid])
    expect(messages('| Action | Owner | Due |\n|---|---|---|\n| Add an alert | Ana | 2026-02-30 |')).toEqual([
      invalid,
    ])
    expect(messages('- [ ] Add an alert (owner: Ana, due: 2026-02-28)')).toEqual([])
    expect(messages('- [ ] Test that 2026-02-30 is refused')).toEqual([])
  })

  it('reports each part that no clock shows', () => {
    expect(messagesFor('- 07:7:47 - slow\n- 10:75 - down\n- 25:10 - up')).toEqual([
      '"07:7:47" is not a valid time of day. Correct it.',
      '"10:75" is not a valid time of day. Correct it.',
      '"25:10" is not a valid time of day. Correct it.',
    ])
  })
})

describe('the cells of a table of measurements', () => {
  const invalid = (rows: string) =>
    rulesIn(
      `# Postmortem: slow\n\n## Timeline\n\n| Step | Load | Event |\n| --- | --- | --- |\n${rows}`,
    ).filter((rule) => rule === 'time-invalid')

  it('are no times, even with four digits', () => {
    expect(invalid('| 55047 | 3238 | Rising |\n| 55048 | 4376 | Down |\n| 55049 | 5230 | Off |\n')).toEqual(
      [],
    )
  })

  it('are times among others of four digits', () => {
    expect(
      rulesIn('# Postmortem: slow\n\n## Timeline (UTC)\n\n- 1410: slow\n- 1430: down\n- 1475: up\n'),
    ).toContain('time-invalid')
  })
})

import { describe, expect, it } from 'vitest'
import { findingsIn } from './findings.ts'

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

  it('reports each part that no clock shows', () => {
    expect(messagesFor('- 07:7:47 - slow\n- 10:75 - down\n- 25:10 - up')).toEqual([
      '"07:7:47" is not a valid time of day. Correct it.',
      '"10:75" is not a valid time of day. Correct it.',
      '"25:10" is not a valid time of day. Correct it.',
    ])
  })
})

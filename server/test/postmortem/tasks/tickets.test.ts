import { describe, expect, it } from 'vitest'
import { findTickets, ticketPattern } from '../../../src/postmortem/tasks/tickets.ts'
import { takesAtMost } from '../../processorTime.ts'

function check(text: string, prefixes: readonly string[], expected: readonly string[]) {
  const found = findTickets(text, ticketPattern(prefixes))
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(expected)
}

describe('references to tickets', () => {
  it.each([
    ['OPS-123, WEB2-4 and #7', ['OPS-123', 'WEB2-4', '#7']],
    ['SHARED-12 (see OPS-1/OPS-2)', ['SHARED-12', 'OPS-1', 'OPS-2']],
    ['UTC-5, SHA-256, SHA3-512, ISO-8601 and CVE-2021-44228', []],
    ['page/#7, &#39; and abc#7', []],
  ])('are the usual ones where nobody has said more: %s', (text, expected) => {
    check(text, [], expected)
  })

  it('begin with the prefixes of a team, if it has any', () => {
    check('OPS-123, WEB-4 and #7', ['OPS'], ['OPS-123'])
    check('OPS-123, WEB-4 and #7', ['#', 'WEB-'], ['WEB-4', '#7'])
    check('DEV-OPS-123, OPS-12a and ops-1', ['OPS'], [])
  })

  it('need no hyphen if the number is long', () => {
    check('INC0012345 was a P1, as P-12 says', ['INC', 'P'], ['INC0012345', 'P-12'])
  })

  it('are found in linear time', () => {
    for (const text of ['A'.repeat(200_000), 'A-'.repeat(100_000), '#1a'.repeat(70_000)]) {
      for (const prefixes of [[], ['A', 'AA', '#']])
        expect(takesAtMost(500, () => check(text, prefixes, []))).toBe(true)
    }
  })
})

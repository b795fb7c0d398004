import { describe, expect, it } from 'vitest'
import { withComputed } from '../../../src/postmortem/lines/computed.ts'
import { isSame } from '../../../src/postmortem/lines/isSame.ts'

describe('a computed property', () => {
  const range = { start: 3 }
  const passage = withComputed({ text: 'noon' }, { start: () => range.start })
  const other = withComputed({ text: 'one' }, { start: () => 9 })

  it('follows what it is computed from, and stays where it was in a copy', () => {
    const copy = { ...passage }
    range.start = 5
    expect([passage.start, copy.start, other.start]).toEqual([5, 3, 9])
  })

  it('is compared and written like any other', () => {
    expect(isSame(passage, { text: 'noon', start: range.start })).toBe(true)
    expect(JSON.parse(JSON.stringify(passage))).toEqual({ text: 'noon', start: range.start })
  })

  it('is read by one function for all objects, which outlives none of them', () => {
    const readerOf = (object: object) => Object.getOwnPropertyDescriptor(object, 'start')?.get
    expect(readerOf(passage)).toBeDefined()
    expect(readerOf(passage)).toBe(readerOf(other))
  })
})

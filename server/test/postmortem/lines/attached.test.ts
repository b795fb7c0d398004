import { describe, expect, it } from 'vitest'
import { Attached } from '../../../src/postmortem/lines/attached.ts'

describe('a value that is attached to an object', () => {
  it('is found again', () => {
    const attached = new Attached<object, string>()
    const key = {}
    attached.set(key, 'one')
    attached.set(key, 'two')
    expect(attached.get(key)).toBe('two')
    expect(attached.get({})).toBeUndefined()
  })

  it('is one for each of those who attach something', () => {
    const [one, other] = [new Attached<object, string>(), new Attached<object, string>()]
    const key: readonly string[] = []
    one.set(key, 'one')
    expect(other.get(key)).toBeUndefined()
  })

  it('is nothing that the object says, and is not copied with it', () => {
    const attached = new Attached<object, string>()
    const key = { title: 'Outage' }
    attached.set(key, 'one')
    expect(JSON.stringify(key)).toBe('{"title":"Outage"}')
    expect(attached.get({ ...key })).toBeUndefined()
  })
})

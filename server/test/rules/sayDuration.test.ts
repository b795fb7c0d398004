import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTell, tellInEnglish } from '../../src/language/tell.ts'
import { sayDuration } from '../../src/rules/support/sayDuration.ts'
import { formatDuration } from '../../src/time/repair/print.ts'

describe('a duration in a message', () => {
  it('is said in English as it is written into a document', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (minutes) => {
        expect(tellInEnglish(sayDuration(minutes))).toBe(formatDuration(minutes))
      }),
    )
  })

  it('is said in the language of the writer', () => {
    const tell = createTell({ '1 day': '1 Tag', '{0} hours': '{0} Stunden', '1 minute': '1 Minute' })
    expect(tell(sayDuration(1561))).toBe('1 Tag 2 Stunden 1 Minute')
  })
})

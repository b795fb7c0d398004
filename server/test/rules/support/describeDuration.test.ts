import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTranslator, inEnglish } from '../../../src/messages/translate.ts'
import { describeDuration } from '../../../src/rules/support/describeDuration.ts'
import { formatDuration } from '../../../src/time/repair/print.ts'

describe('a duration in a message', () => {
  it('is said in English as it is written into a document', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (minutes) => {
        expect(inEnglish(describeDuration(minutes))).toBe(formatDuration(minutes))
      }),
    )
  })

  it('is said in the language of the writer', () => {
    const translate = createTranslator({
      '1 day': '1 Tag',
      '{0} hours': '{0} Stunden',
      '1 minute': '1 Minute',
    })
    expect(translate(describeDuration(1561))).toBe('1 Tag 2 Stunden 1 Minute')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDurations, readDuration } from '../../../src/time/written/duration.ts'
import { findDate, findWrittenTimes } from '../../../src/time/written/findTimes.ts'
import { readWrittenTime } from '../../../src/time/written/readTime.ts'
import { findZone, findZoneStatement, readZone } from '../../../src/time/written/zone.ts'
import { processorTime, takesAtMost } from '../../processorTime.ts'
import { runs } from '../../runs.ts'

const readers = {
  readWrittenTime: (text: string) => readWrittenTime(text),
  findWrittenTimes,
  findDate,
  readZone: (text: string) => readZone(text),
  findZone,
  findZoneStatement,
  readDuration: (text: string) => readDuration(text, 0, { clockForm: true }),
  findDurations,
}

/** Pieces that begin many rows of the tables and end none, or end one after the other. */
const hostile = [
  '1',
  '1:',
  '12:',
  ': ',
  ' ',
  '\t',
  '10:00-',
  '10:00 - ',
  '(',
  '((10:00 ',
  '~',
  '+1',
  '+',
  '-',
  '/',
  '1/',
  '01/02/',
  'January ',
  'Jan',
  'may ',
  '22nd ',
  'UTC',
  'UTC ',
  'UTC+',
  'GMT + ',
  'all times in ',
  'times are ',
  'T+',
  'T+1h ',
  'Europe/',
  'A',
  'east africa ',
  'west central africa standard ',
  'a ',
  'and ',
  'half ',
  '1h',
  '1h ',
  '2 hours and ',
  'next day ',
  'at ',
  'around ',
  'a.m. ',
  '10:00 am ',
  '2024-',
  '2024-01-01 ',
  '2024-01-01T',
  '?',
  'twenty-',
  '½',
  '10:00 UTC (10:00 EDT ',
  '10:00 UTC / ',
  'Monday, ',
  'é',
  '\u{1F552}',
  '\u00a0',
]

/** Cheap pieces, of which the readers can read much more. */
const plain = ['1', ':', ' ', '12:', 'x', '1:', 'é', 'January', ' \n']

describe('the readers', () => {
  it.each(hostile)('take sixteen times the time for sixteen times the text of %j', (piece) => {
    checkGrowth(piece.repeat(Math.ceil((8 * 1024) / piece.length)))
  })

  it.each(plain)('read 128 KB of %j in linear time', (piece) => {
    checkGrowth(piece.repeat(Math.ceil((128 * 1024) / piece.length)))
  })

  it('read 128 KB of everything in linear time', () => {
    const piece = hostile.join('')
    checkGrowth(piece.repeat(Math.ceil((128 * 1024) / piece.length)))
  })

  it('never throw and stay within the text', () => {
    const written = fc.array(
      fc.oneof(fc.constantFrom(...hostile), fc.integer({ min: 0, max: 9999 }).map(String), fc.string()),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(written, (pieces) => {
        const text = pieces.join('')
        for (const read of Object.values(readers)) {
          const result = read(text)
          for (const found of [result].flat()) {
            if (found === null) continue
            expect(text.slice(found.start, found.end)).toBe(found.text)
          }
        }
      }),
      { numRuns: runs(134) },
    )
  })
})

/** Quadratic growth would take 256 times as long. The limit is four times linear growth, but at least half a second. */
function checkGrowth(text: string): void {
  for (const [name, read] of Object.entries(readers)) {
    const short = processorTime(() => read(text.slice(0, text.length / 16)))
    expect([name, takesAtMost(Math.max(500, short * 16 * 4), () => read(text))]).toEqual([name, true])
  }
}

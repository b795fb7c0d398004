import { describe, expect, it } from 'vitest'
import { formatIso } from '../../../src/time/repair/print.ts'
import { resolveTime } from '../../../src/time/resolved/resolve.ts'
import { emptyTimeContext } from '../../../src/time/resolved/resolved.ts'
import { read, resolve } from './lists.ts'

describe('the zone of a time', () => {
  it.each([
    ['2024-05-10 02:00 UTC', '2024-05-10T02:00:00+00:00', 'own', 'certain'],
    ['2024-05-10 02:00 EAT', '2024-05-10T02:00:00+03:00', 'own', 'certain'],
    ['2024-05-10 02:00', '2024-05-10T02:00:00', 'none', 'unknown'],
    ['2024-05-10 02:00 PT', '2024-05-10T02:00:00-07:00', 'own', 'certain'],
    ['2024-01-10 02:00 PT', '2024-01-10T02:00:00-08:00', 'own', 'certain'],
    ['2024-05-10 02:00 Europe/Paris', '2024-05-10T02:00:00+02:00', 'own', 'certain'],
    ['2024-05-10 02:00 Etc/GMT+1', '2024-05-10T02:00:00-01:00', 'own', 'certain'],
    ['2024-05-10 02:00 PST', '2024-05-10T02:00:00-08:00', 'own', 'assumed'],
    ['2024-05-10 02:00 IST', '2024-05-10T02:00:00', 'own', 'unknown'],
    ['2024-05-10 02:00 IST (UTC+5:30)', '2024-05-10T02:00:00+05:30', 'own', 'certain'],
    ['2024-05-10 02:00 PST (UTC-7)', '2024-05-10T02:00:00-07:00', 'own', 'assumed'],
    ['2024-05-10 02:00 to 04:30 UTC', '2024-05-10T02:00:00+00:00', 'partner', 'certain'],
    ['02:00 EAT', 'T02:00:00+03:00', 'own', 'unknown'],
    ['02:00', 'T02:00:00', 'none', 'unknown'],
    ['May 10, 02:00 UTC', '--05-10T02:00:00+00:00', 'own', 'unknown'],
    ['2024-05-10', '2024-05-10', 'none', 'unknown'],
  ])('%s is %s', (text, iso, source, certainty) => {
    const time = resolveTime(read(text), emptyTimeContext)
    expect(formatIso(time)).toBe(iso)
    expect(time.zone.source).toBe(source)
    expect(time.certainty).toBe(certainty)
  })

  it('comes from the strongest statement about the list', () => {
    const [time] = resolve(['2024-05-10 02:00'], { zones: ['EAT', 'UTC'] })
    expect(time?.zone).toMatchObject({ source: 'statement', certainty: 'certain' })
    expect(time && formatIso(time)).toBe('2024-05-10T02:00:00+03:00')
  })

  it('is assumed from the entries that name one, where they agree', () => {
    const agreed = resolve(['2024-05-10 02:00 UTC', '2024-05-10 03:00'])
    expect(agreed[1]?.zone).toMatchObject({ source: 'siblings', certainty: 'assumed' })
    const divided = resolve(['2024-05-10 02:00 UTC', '2024-05-10 03:00', '2024-05-10 05:00 EAT'])
    expect(divided[1]?.zone.source).toBe('none')
  })

  it('is assumed from the settings where the document names none', () => {
    const settings = { defaultZone: 'Africa/Nairobi' }
    const [time] = resolve(['2024-05-10 02:00'], { settings })
    expect(time && formatIso(time)).toBe('2024-05-10T02:00:00+03:00')
    expect(time?.certainty).toBe('assumed')
  })

  it('follows the settings for an ambiguous abbreviation', () => {
    const settings = { abbreviations: { IST: 'Asia/Kolkata', PST: '-08:00' } }
    const times = resolve(['2024-05-10 02:00 IST', '2024-05-10 02:00 PST'], { settings })
    expect(times.map(formatIso)).toEqual(['2024-05-10T02:00:00+05:30', '2024-05-10T02:00:00-08:00'])
    expect(times.map((time) => time.certainty)).toEqual(['certain', 'certain'])
  })
})

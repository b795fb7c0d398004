import { describe, expect, it } from 'vitest'
import type { ZoneMeaning } from '../../../src/time/written/written.ts'
import { findZone, findZoneStatement, readZone } from '../../../src/time/written/zone.ts'
import { zoneTable } from '../../../src/time/written/zoneTable.ts'

describe('a written zone', () => {
  it.each([
    ['UTC', 0],
    ['utc', 0],
    ['GMT', 0],
    ['Z', 0],
    ['EAT', 180],
    ['WAT', 60],
    ['CAT', 120],
    ['SAST', 120],
    ['CEST', 120],
    ['AEST', 600],
    ['NPT', 345],
    ['PDT', -420],
    ['UTC+1', 60],
    ['UTC-5', -300],
    ['UTC+0', 0],
    ['UTC+05:30', 330],
    ['UTC+0530', 330],
    ['UTC\u22127', -420],
    ['GMT+1', 60],
    ['GMT +1', 60],
    ['GMT + 1', 60],
    ['GMT+9', 540],
    ['+02:00', 120],
    ['-0800', -480],
    ['Greenwich Mean Time', 0],
    ['Coordinated Universal Time', 0],
    ['East Africa Time', 180],
    ['East African Time', 180],
    ['Eastern African Time', 180],
    ['Central African Time', 120],
    ['West African Time', 60],
    ['West Central Africa Standard Timezone', 60],
    ['South African Standard Time', 120],
    ['India Standard Time', 330],
    ['Central European Summer Time', 120],
    ['japan standard time zone', 540],
  ])('%s is fixed', (text, offsetMinutes) => {
    const zone = readZone(text)
    expect(zone?.meaning).toEqual({ kind: 'fixed', offsetMinutes })
    expect(zone?.text).toBe(text)
  })

  it.each([
    ['ET', 'America/New_York'],
    ['PT', 'America/Los_Angeles'],
    ['MT', 'America/Denver'],
    ['Pacific Time', 'America/Los_Angeles'],
    ['Eastern time', 'America/New_York'],
    ['UK time', 'Europe/London'],
    ['Europe/Paris', 'Europe/Paris'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['Etc/GMT+1', 'Etc/GMT+1'],
  ])('%s is a region', (text, region) => {
    expect(readZone(text)?.meaning).toEqual({ kind: 'region', region })
  })

  it.each(['IST', 'CST', 'CDT', 'CT', 'AST', 'ADT', 'AMT', 'GST', 'MST', 'SST', 'ECT', 'WST'])(
    '%s could be several zones',
    (text) => {
      const meaning = readZone(text)?.meaning
      expect(readings(meaning)).toBeGreaterThan(1)
      expect(meaning).toMatchObject({ usual: null })
    },
  )

  it.each([
    ['PST', -480],
    ['Pacific Standard Time', -480],
    ['EST', -300],
    ['BST', 60],
  ])('%s could be several zones and nearly everybody means one', (text, offsetMinutes) => {
    expect(readings(readZone(text)?.meaning)).toBeGreaterThan(1)
    expect(readZone(text)?.meaning).toMatchObject({ usual: { offsetMinutes } })
  })

  it.each([
    ['PST/PDT', 'America/Los_Angeles'],
    ['EDT / EST', 'America/New_York'],
    ['CET/CEST', 'Europe/Paris'],
    ['GMT/BST', 'Europe/London'],
    ['MST/MDT', 'America/Denver'],
    ['CST/CDT', 'America/Chicago'],
  ])('%s is the zone of a region, because it has the names for both halves of the year', (text, region) => {
    expect(readZone(text)).toMatchObject({
      text,
      meaning: { kind: 'region', region },
      isContradictory: false,
    })
  })

  it('lets the offset beside an ambiguous name decide', () => {
    expect(readZone('IST (UTC+5:30)')).toMatchObject({
      text: 'IST (UTC+5:30)',
      name: 'IST',
      meaning: { kind: 'fixed', offsetMinutes: 330 },
      statedOffset: 330,
      isContradictory: false,
    })
  })

  it.each([
    ['CET (GMT+1)', false],
    ['PST (UTC-8)', false],
    ['PST (UTC-7)', true],
    ['EAT (UTC+2)', true],
    ['East Africa Time (EAT, UTC+3)', false],
    ['AEST \u2014 UTC+10', false],
    ['UTC+1 (CET)', false],
    ['UTC-7 (PST)', true],
  ])('%s is read as one zone', (text, isContradictory) => {
    const zone = readZone(text)
    expect(zone?.text).toBe(text)
    expect(zone?.isContradictory).toBe(isContradictory)
  })

  it.each([
    'eat',
    'Cat',
    'wat happened',
    'UTCX',
    'Europe/Nowhere',
    'time',
    '+5',
    '-1500',
    'mountain',
    'UTCC',
    'est',
  ])('%s is no zone', (text) => {
    expect(readZone(text)).toBeNull()
  })

  it.each([
    ['UTC - 5 servers failed', 'UTC'],
    ['UTC -5 servers failed', 'UTC'],
    ['UTC-11:00 UTC', 'UTC'],
    ['UTC (prod)', 'UTC'],
    ['GMT: text', 'GMT'],
  ])('of %s only %s is the zone', (text, expected) => {
    expect(readZone(text)?.text).toBe(expected)
  })

  it('has every row of the table read back by each of its names', () => {
    for (const entry of zoneTable) {
      const names = [...entry.abbreviations, ...(entry.words ?? []).map((words) => `${words} time`)]
      for (const name of names) expect([name, readZone(name)?.meaning]).toEqual([name, entry.meaning])
    }
  })
})

describe('a zone said of all times', () => {
  it.each([
    ['All times in UTC.', 'UTC'],
    ['All times in CET (GMT+1)', 'CET (GMT+1)'],
    ['All times are in PST, on February 5th 2019', 'PST'],
    ['(all times in GMT)', 'GMT'],
    ['Times are UTC', 'UTC'],
    ['All timestamps are shown in Pacific Time', 'Pacific Time'],
    ['**Timezone:** PST', 'PST'],
    ['Time zone - EAT', 'EAT'],
    ['Time (UTC)', 'UTC'],
    ['Timeline (all times in AEST \u2014 UTC+10)', 'AEST \u2014 UTC+10'],
    ['All times listed below are GMT + 1', 'GMT + 1'],
  ])('%s', (text, expected) => {
    expect(findZoneStatement(text)?.text).toBe(expected)
  })

  it.each(['The response time was bad for PT customers', 'Timeline', 'All times are local'])(
    '%s says none',
    (text) => {
      expect(findZoneStatement(text)).toBeNull()
    },
  )

  it('is found in a heading without the word time as well', () => {
    expect(findZone('Timeline (UTC)')?.name).toBe('UTC')
    expect(findZone('Timeline (Greenwich Mean Time)')?.name).toBe('GMT')
    expect(findZone('What the cat did')).toBeNull()
    expect(findZone('Plan Z')).toBeNull()
  })
})

function readings(meaning: ZoneMeaning | undefined): number {
  return meaning?.kind === 'ambiguous' ? meaning.readings.length : 0
}

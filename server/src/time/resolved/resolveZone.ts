/**
 * Determines a time's zone, in order of authority: itself, its range, its list, the document, the settings.
 */

import { millisecondsPerMinute } from '../written/calendar.ts'
import { instantsOfWall, isRegion, offsetAt } from '../written/offsets.ts'
import type { WrittenTime, WrittenZone, ZoneMeaning } from '../written/written.ts'
import { readZone } from '../written/zone.ts'
import type {
  Certainty,
  ResolvedZone,
  TimeContext,
  TimeSettings,
  TimeStep,
  ZoneInContext,
  ZoneSource,
} from './resolved.ts'

export type SettledMeaning = Exclude<ZoneMeaning, { kind: 'ambiguous' }>

const noZone: ResolvedZone = {
  written: null,
  meaning: null,
  source: 'none',
  certainty: 'unknown',
  key: 'none',
}

/** The zones that apply to the entries of a list that name none themselves. */
export function zonesOfList(steps: readonly TimeStep[], context: TimeContext): readonly ZoneInContext[] {
  if (context.zones.length > 0) return context.zones
  const named = steps.flatMap((step) => (step.kind === 'time' ? (ownZone(step.time) ?? []) : []))
  const names = new Set(named.map((zone) => zone.name))
  const [zone] = named
  return zone !== undefined && names.size === 1 ? [{ zone, source: 'siblings' }] : []
}

export function resolveZone(
  time: WrittenTime,
  partner: WrittenTime | null,
  inherited: readonly ZoneInContext[],
  settings: TimeSettings,
): ResolvedZone {
  if (time.zone !== null) return settle(time.zone, 'own', settings)
  const partnerZone = partner?.zone ?? null
  if (partnerZone !== null) return settle(partnerZone, 'partner', settings)
  const [first] = inherited
  if (first !== undefined) return settle(first.zone, first.source, settings)
  const configured = settings.defaultZone === null ? null : meaningOfSetting(settings.defaultZone)
  if (configured === null) return noZone
  return {
    written: null,
    meaning: configured,
    source: 'configuration',
    certainty: 'assumed',
    key: keyOf(configured),
  }
}

/** Reads a zone from settings: an IANA name, or a zone such as `UTC+1` or `+01:00`. */
export function meaningOfSetting(value: string): SettledMeaning | null {
  const zone = readZone(value)
  if (zone !== null && zone.end === value.length && zone.meaning.kind !== 'ambiguous') return zone.meaning
  return isRegion(value) ? { kind: 'region', region: value } : null
}

export function settle(zone: WrittenZone, source: ZoneSource, settings: TimeSettings): ResolvedZone {
  const certainty: Certainty = source === 'siblings' || zone.isContradictory ? 'assumed' : 'certain'
  const configured = zone.statedOffset === null ? configuredMeaning(zone, settings) : null
  const meaning = configured ?? zone.meaning
  if (meaning.kind !== 'ambiguous') return { written: zone, meaning, source, certainty, key: keyOf(meaning) }
  if (meaning.usual === null) {
    return { written: zone, meaning: null, source, certainty: 'unknown', key: `ambiguous ${zone.name}` }
  }
  const usual: SettledMeaning = { kind: 'fixed', offsetMinutes: meaning.usual.offsetMinutes }
  return { written: zone, meaning: usual, source, certainty: 'assumed', key: keyOf(usual) }
}

function configuredMeaning(zone: WrittenZone, settings: TimeSettings): SettledMeaning | null {
  const value = Object.hasOwn(settings.abbreviations, zone.name)
    ? settings.abbreviations[zone.name]
    : undefined
  return value === undefined ? null : meaningOfSetting(value)
}

function keyOf(meaning: SettledMeaning): string {
  return meaning.kind === 'fixed' ? `fixed ${meaning.offsetMinutes}` : `region ${meaning.region}`
}

function ownZone(time: WrittenTime): WrittenZone | null {
  return time.zone ?? time.until?.zone ?? null
}

export interface Placement {
  /** None if the offset is unknown, two in an overlap. In a gap, the one that an unchanged clock means. */
  readonly instants: readonly number[]
  readonly isGap: boolean
}

export function placeWall(meaning: SettledMeaning | null, wall: number): Placement {
  if (meaning === null) return { instants: [], isGap: false }
  if (meaning.kind === 'fixed') {
    return { instants: [wall - meaning.offsetMinutes * millisecondsPerMinute], isGap: false }
  }
  const local = instantsOfWall(meaning.region, wall)
  if (local === null) return { instants: [], isGap: false }
  if (local.instants.length > 0) return { instants: local.instants, isGap: false }
  return { instants: [wall - local.offsetBefore * millisecondsPerMinute], isGap: true }
}

export function offsetOfMeaning(meaning: SettledMeaning, instant: number): number | null {
  return meaning.kind === 'fixed' ? meaning.offsetMinutes : offsetAt(meaning.region, instant)
}

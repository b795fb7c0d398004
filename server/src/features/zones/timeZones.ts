import type { Report } from '../../postmortem/report.ts'
import type { ConversionTarget } from '../../time/repair/convert.ts'
import type { TimeSettings } from '../../time/resolved/resolved.ts'
import { settle } from '../../time/resolved/resolveZone.ts'
import { isRegion } from '../../time/written/offsets.ts'
import { readZone } from '../../time/written/zone.ts'
import { findZoneMentions } from './zoneMentions.ts'

/** Reads the name of a time zone; null if it is not one or if it is ambiguous. */
export function readTimeZone(input: string, settings: TimeSettings): ConversionTarget | null {
  const text = input.trim()
  const zone = readZone(text)
  if (zone !== null && zone.end === text.length) {
    const { meaning } = settle(zone, 'own', settings)
    return meaning === null ? null : { text, meaning }
  }
  return isRegion(text) ? { text, meaning: { kind: 'region', region: text } } : null
}

/** The zones that the report names, for single times or for all of them, in reading order. */
export function findTimeZones(report: Report): readonly string[] {
  const { steps, context } = report.timeline
  const named = [
    ...findZoneMentions(report).map(({ text }) => text),
    ...[report.fields.start, report.fields.end].map((field) => field?.time.zone.written?.text),
    ...steps.map(({ step }) => (step.kind === 'time' ? step.time.zone?.text : step.zone?.text)),
  ]
  const zones = named.filter((text) => text !== undefined && readTimeZone(text, context.settings) !== null)
  return [...new Set(zones as readonly string[])]
}

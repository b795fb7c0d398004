import type { Telling } from '../../postmortem/fields/tellings.ts'
import type { Passage } from '../../postmortem/lines/passage.ts'
import type { Report } from '../../postmortem/report.ts'
import { english } from './language/english.ts'

/** Where the report tells the impact, and does so in words. */
export function impactOf(report: Report): readonly Telling[] {
  return report.tellings.filter(({ what, told }) => what === 'impact' && told.length > 0)
}

/** The impact is told, and nowhere a number says how large it was. */
export function isUnquantified(report: Report): boolean {
  const tellings = impactOf(report)
  if (tellings.length === 0 || report.fields.affected !== null) return false
  return !passagesOf(tellings).some(({ text }) => english.quantified.test(text))
}

export function passagesOf(tellings: readonly Telling[]): readonly Passage[] {
  return tellings.flatMap(({ told }) => told)
}

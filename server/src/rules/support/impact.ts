import type { Statement } from '../../postmortem/fields/statements.ts'
import type { Passage } from '../../postmortem/lines/passage.ts'
import type { Report } from '../../postmortem/report.ts'
import { english } from './language/english.ts'

/** The statements of the impact that are not blank. */
export function impactOf(report: Report): readonly Statement[] {
  return report.statements.filter(({ subject, passages }) => subject === 'impact' && passages.length > 0)
}

/** True if the report states the impact, but no number says how large it was. */
export function isUnquantified(report: Report): boolean {
  const statements = impactOf(report)
  if (statements.length === 0 || report.fields.affected !== null) return false
  return !passagesOf(statements).some(({ text }) => english.quantified.test(text))
}

export function passagesOf(statements: readonly Statement[]): readonly Passage[] {
  return statements.flatMap(({ passages }) => passages)
}

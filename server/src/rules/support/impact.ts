import type { Statement } from '../../postmortem/fields/statements.ts'
import type { Passage } from '../../postmortem/lines/passage.ts'
import { perObject } from '../../postmortem/lines/perObject.ts'
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
  if (statements.some((each) => namesTheAffected(each) || countsTheAffected(each))) return false
  // A line may end between the number and the noun.
  const text = passagesOf(statements)
    .map((passage) => passage.text)
    .join(' ')
  return ![english.quantified, english.measured].some((pattern) => pattern.test(text))
}

/** "Affected packages", with their names below: whoever reads the list can count them. */
function namesTheAffected({ label }: Statement): boolean {
  return /^(?:affected|impacted) (?!users|customers|people|parties)\p{L}/iu.test(label.text)
}

/** "Users affected: 0". */
function countsTheAffected({ label, passages }: Statement): boolean {
  return /\baffected\b/i.test(label.text) && /^[\s~≈<>]{0,4}\d/u.test(passages[0]?.text ?? '')
}

export function passagesOf(statements: readonly Statement[]): readonly Passage[] {
  return statements.flatMap(({ passages }) => passages)
}

/** The matches in a passage, found once for as long as its line is the same. */
export function matchesIn(passage: Passage, pattern: RegExp): readonly RegExpExecArray[] {
  return matchesOf(pattern)(passage)
}

const matchesOf = perObject((pattern: RegExp) =>
  perObject(({ text }: Passage) => [...text.matchAll(pattern)]),
)

import type { Finding } from '../../src/checking/rule.ts'
import type { RuleSettings } from '../../src/config/ruleSchema.ts'
import { noConfiguration } from '../../src/config/teamConfiguration.ts'
import type { Edit } from '../../src/postmortem/lines/passage.ts'
import { createService } from '../../src/service.ts'

/** The tests' present: noon on 1 June 2024, UTC. */
const today = Date.UTC(2024, 5, 1, 12)
const fail = (message: string) => {
  throw new Error(message)
}
const service = createService({ logger: { warn: fail, error: fail }, clock: () => today })

/** What was found in the texts of late: most tests ask for the same ones again and again. */
const known = new Map<string, readonly Finding[]>()
const cacheSize = 500

/** `rules` may turn rules on that are off. */
export function findingsIn(text: string, rules: RuleSettings = {}): readonly Finding[] {
  const question = JSON.stringify([text, rules])
  const answer = known.get(question)
  if (answer !== undefined) return answer
  const found = service.check(service.open(text, { team: { ...noConfiguration, rules } }))
  if (known.size === cacheSize) known.clear()
  known.set(question, found)
  return found
}

/** The rule of each finding. */
export function rulesIn(text: string): readonly string[] {
  return findingsIn(text).map(({ rule }) => rule)
}

/** The severity of each finding of one rule. */
export function severitiesOf(rule: string, text: string): readonly string[] {
  return findingsIn(text)
    .filter((finding) => finding.rule === rule)
    .map(({ severity }) => severity)
}

/** What is found in `report.md` because of the other reports of its folder, by their files. */
export function comparedWith(
  others: Readonly<Record<string, string>>,
  text: string,
  rules: RuleSettings = {},
  own = 'report.md',
): readonly Finding[] {
  const reports = Object.entries({ [own]: text, ...others }).flatMap(([file, each]) => {
    const document = service.open(each, { team: { ...noConfiguration, rules } })
    return service.toComparable(document, { file, findings: 0 }) ?? []
  })
  return service.compare(reports)[0] ?? []
}

export function apply(text: string, edits: readonly Edit[]): string {
  return [...edits]
    .sort((a, b) => b.start - a.start)
    .reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text)
}

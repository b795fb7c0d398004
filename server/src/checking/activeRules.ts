import { parse } from 'valibot'
import type { Template } from '../templates/template.ts'
import type { Demand, Rule, Severity } from './rule.ts'

/** A rule that is on, with the severity and the options that it has for one document. */
export interface ActiveRule {
  readonly rule: Rule
  readonly severity: Severity
  readonly options: object
}

/** What a configuration says of a rule; what it leaves out stays as the rule and the template have it. */
export interface RuleOverride {
  readonly severity?: Severity | 'off'
  readonly options?: object
}

export function activateRules(
  rules: readonly Rule[],
  template: Template,
  overrides: Readonly<Record<string, RuleOverride>> = {},
  demands: readonly Demand[] = [],
): readonly ActiveRule[] {
  return rules.flatMap((rule): ActiveRule[] => {
    const override = overrides[rule.id]
    const demanded = demands.map((demand) => rule.severityWhen?.[demand]).find((each) => each !== undefined)
    const severity = override?.severity ?? demanded ?? rule.severityIn?.[template.id] ?? rule.severity
    if (severity === 'off') return []
    return [{ rule, severity, options: readOptions(rule, override?.options ?? noneSaid) }]
  })
}

const noneSaid = {}

/** By what is said of the rule's options: that is one object for as long as a configuration holds. */
const known = new WeakMap<Rule, WeakMap<object, object>>()

function readOptions(rule: Rule, said: object): object {
  const ofRule = known.get(rule) ?? new WeakMap<object, object>()
  known.set(rule, ofRule)
  const options = ofRule.get(said) ?? parse(rule.options, said)
  ofRule.set(said, options)
  return options
}

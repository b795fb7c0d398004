import { parse } from 'valibot'
import type { Template } from '../templates/template.ts'
import type { Demand, Rule, Severity } from './rule.ts'

/** A rule that is on, with its severity and options for one document. */
export interface ActiveRule {
  readonly rule: Rule
  readonly severity: Severity
  readonly options: object
}

/** A rule's configuration; anything it omits comes from the rule and the template. */
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
    return [{ rule, severity, options: readOptions(rule, override?.options ?? noOverride) }]
  })
}

/** One object for all rules, so that it can be a key of the cache below. */
const noOverride = {}

/**
 * Keyed by the rule and its configured options, which stay the same object until the configuration changes.
 */
const known = new WeakMap<Rule, WeakMap<object, object>>()

function readOptions(rule: Rule, configured: object): object {
  const ofRule = known.get(rule) ?? new WeakMap<object, object>()
  known.set(rule, ofRule)
  const options = ofRule.get(configured) ?? parse(rule.options, configured)
  ofRule.set(configured, options)
  return options
}

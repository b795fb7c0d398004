import * as v from 'valibot'
import { toSchemaNode } from './schemaKinds.ts'

export const ruleLevels = ['off', 'hint', 'information', 'warning', 'error'] as const

export type RuleLevel = (typeof ruleLevels)[number]

/** The part of a rule that configuration needs. No option may be named `severity`. */
export interface KnownRule {
  readonly id: string
  readonly summary: string
  /** The schema of the options: a strict object in which every option has a default. */
  readonly options?: v.GenericSchema
}

/** The settings of one rule. A higher layer may override one of them and leave the other. */
export interface RuleSetting {
  readonly severity?: RuleLevel
  readonly options?: Readonly<Record<string, unknown>>
}

export type RuleSettings = Readonly<Record<string, RuleSetting>>

/** A rule as written in a file: its severity alone, or a map of its severity and its options. */
export type WrittenRule = RuleLevel | Readonly<Record<string, unknown>>

export function rulesSchema(
  rules: readonly KnownRule[],
): v.GenericSchema<Readonly<Record<string, WrittenRule>>> {
  const entries = Object.fromEntries(rules.map((rule) => [rule.id, v.optional(ruleSchema(rule))]))
  return v.pipe(
    v.strictObject(entries),
    v.metadata({ noun: 'rule' }),
    v.description('How severe each rule is, and its options.'),
  ) as unknown as v.GenericSchema<Readonly<Record<string, WrittenRule>>>
}

function ruleSchema({ summary, options }: KnownRule) {
  const severity = v.picklist(ruleLevels)
  const own = options === undefined ? null : toSchemaNode(options)
  const entries = own?.type === 'strict_object' ? (own.entries as unknown as v.ObjectEntries) : {}
  const settings = v.strictObject({ ...entries, severity: v.optional(severity) })
  return v.pipe(v.union([severity, settings]), v.description(summary))
}

export function toRuleSettings(written: Readonly<Record<string, WrittenRule>> = {}): RuleSettings {
  return Object.fromEntries(Object.entries(written).map(([id, rule]) => [id, toRuleSetting(rule)]))
}

function toRuleSetting(written: WrittenRule): RuleSetting {
  if (typeof written === 'string') return { severity: written }
  const { severity, ...options } = written
  return { ...(severity !== undefined && { severity: severity as RuleLevel }), options }
}

/** Later layers win, separately for the severity and for each option. */
export function mergeRules(layers: readonly RuleSettings[]): RuleSettings {
  const merged: Record<string, RuleSetting> = {}
  for (const layer of layers) {
    for (const [id, setting] of Object.entries(layer)) {
      const before = merged[id]
      merged[id] = { ...before, ...setting, options: { ...before?.options, ...setting.options } }
    }
  }
  return merged
}

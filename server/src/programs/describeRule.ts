import { parse } from 'valibot'
import type { Rule } from '../checking/rule.ts'
import { findDescription, type SchemaNode, toSchemaNode } from '../config/schemaKinds.ts'
import { noConfiguration } from '../config/teamConfiguration.ts'
import type { Service } from '../service.ts'

/** The public form of a rule, which `postmortem rules --format json` prints. */
export interface RuleDescription
  extends Pick<Rule, 'id' | 'summary' | 'explanation' | 'severity' | 'examples'> {
  /** Keyed by the id of a template. */
  readonly severityIn: NonNullable<Rule['severityIn']>
  /** Keyed by a demand that a configuration can make. */
  readonly severityWhen: NonNullable<Rule['severityWhen']>
  readonly options: readonly OptionDescription[]
  /** The fixes offered for the rule's own bad examples. */
  readonly fixes: readonly { readonly title: string; readonly safe: boolean }[]
}

export interface OptionDescription {
  readonly name: string
  readonly takes: string
  readonly default: unknown
  readonly description: string
}

export function describeRule(rule: Rule, service: Service): RuleDescription {
  const { id, summary, explanation, severity, severityIn = {}, severityWhen = {}, examples } = rule
  const options = describeOptions(rule)
  const fixes = findFixes(rule, service)
  return { id, summary, explanation, severity, severityIn, severityWhen, options, fixes, examples }
}

function describeOptions({ options }: Rule): readonly OptionDescription[] {
  const schema = toSchemaNode(options)
  if (schema.type !== 'strict_object') return []
  const defaults = parse(options, {}) as Readonly<Record<string, unknown>>
  return Object.entries(schema.entries).map(([name, value]) => {
    const own = value.type === 'optional' ? value.wrapped : value
    return {
      name,
      takes: describeType(own),
      default: defaults[name],
      description: findDescription(own) ?? '',
    }
  })
}

function describeType(schema: SchemaNode): string {
  if (schema.type === 'nullable') return `${describeType(schema.wrapped)} or null`
  if (schema.type === 'array') return `a list of ${describeType(schema.item)}`
  if (schema.type === 'picklist') return schema.options.join(' or ')
  return schema.type === 'boolean' ? 'true or false' : schema.type
}

function findFixes({ id, examples }: Rule, service: Service): RuleDescription['fixes'] {
  const team = { ...noConfiguration, rules: { [id]: { severity: 'warning' as const } } }
  const fixes = examples.bad
    .flatMap(({ text }) => service.check(service.open(text, { team })))
    .filter(({ rule }) => rule === id)
    .flatMap((finding) => finding.fixes.map(({ title, safe = false }) => ({ title, safe })))
  return fixes.filter(({ title }, index) => fixes.findIndex((each) => each.title === title) === index)
}

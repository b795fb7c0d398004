import type { Comparable } from '../library/comparable.ts'
import type { Translate } from '../messages/translate.ts'
import { findSuppression } from '../postmortem/blocks/findSuppression.ts'
import type { Suppression } from '../postmortem/blocks/suppressions.ts'
import type { ActiveRule } from './activeRules.ts'
import { toFinding } from './finding.ts'
import type { Finding, Rule, Severity } from './rule.ts'

/**
 * What is left of a report for the rules that compare reports. It is plain data, so that threads can send it and a
 * cache can keep it, and it is the same however the report came to be checked.
 */
export interface ComparableReport {
  /** Those that the document reports on. */
  readonly incidents: readonly Comparable[]
  /** The rules that are on for this report, by their ids. */
  readonly rules: Readonly<Record<string, { readonly severity: Severity; readonly options: object }>>
  readonly suppressions: readonly Suppression[]
}

export function toComparableReport(
  incidents: readonly Comparable[],
  activeRules: readonly ActiveRule[],
  suppressions: readonly Suppression[],
): ComparableReport {
  const comparing = activeRules.filter(({ rule }) => rule.compare !== undefined)
  return {
    incidents,
    rules: Object.fromEntries(
      comparing.map(({ rule, severity, options }) => [rule.id, { severity, options }] as const),
    ),
    suppressions,
  }
}

interface CompareContext {
  readonly translate: Translate
  readonly onError: (rule: Rule, error: unknown) => void
}

/**
 * The findings of each report, in reading order, that follow from the others. Whatever the order of the reports,
 * each has the same findings.
 */
export function compareReports(
  reports: readonly ComparableReport[],
  rules: readonly Rule[],
  context: CompareContext,
): readonly (readonly Finding[])[] {
  const library = reports.flatMap(({ incidents }) => incidents).sort(byPlace)
  const comparing = rules.filter(({ compare }) => compare !== undefined)
  return reports.map((report) =>
    comparing
      .flatMap((rule) => compareWith(rule, report, library, context))
      .filter(({ rule, range }) => findSuppression(rule, range.start, report.suppressions) === null)
      .sort((one, other) => one.range.start - other.range.start),
  )
}

function compareWith(
  rule: Rule,
  { incidents, rules }: ComparableReport,
  library: readonly Comparable[],
  { translate, onError }: CompareContext,
): readonly Finding[] {
  const active = rules[rule.id]
  if (active === undefined) return []
  const verdict = { rule, severity: active.severity, translate, onError: () => {} }
  try {
    return incidents.flatMap((incident) =>
      (rule.compare?.(incident, library, active.options) ?? []).map((problem) => toFinding(problem, verdict)),
    )
  } catch (error) {
    onError(rule, error)
    return []
  }
}

function byPlace({ incident: one }: Comparable, { incident: other }: Comparable): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1
  return one.line - other.line
}

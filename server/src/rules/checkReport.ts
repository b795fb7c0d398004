import type { Report } from '../postmortem/report.ts'
import type { ActiveRule } from './activeRules.ts'
import type { FileLookup, Finding, Rule } from './rule.ts'

/** What a check needs besides the report. */
export interface CheckContext {
  readonly now: number
  readonly hasFile: FileLookup
  readonly onError: (rule: Rule, error: unknown) => void
}

/** All findings in reading order. A rule that throws is left out and reported; the others still speak. */
export function checkReport(
  report: Report,
  activeRules: readonly ActiveRule[],
  { now, hasFile, onError }: CheckContext,
): readonly Finding[] {
  if (!report.recognition.postmortem) return []
  const findings = activeRules.flatMap(({ rule, severity, options }) => {
    try {
      return rule
        .check(report, { options, now, hasFile })
        .map((problem): Finding => ({ ...problem, rule: rule.id, severity }))
    } catch (error) {
      onError(rule, error)
      return []
    }
  })
  return findings.sort((a, b) => a.range.start - b.range.start)
}

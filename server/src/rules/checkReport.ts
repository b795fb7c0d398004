import type { Report } from '../postmortem/report.ts'
import type { Finding, Rule } from './rule.ts'

/** All findings in reading order. A rule that throws is left out and reported; the others still speak. */
export function checkReport(
  report: Report,
  rules: readonly Rule[],
  onError: (rule: Rule, error: unknown) => void,
): readonly Finding[] {
  if (!report.recognition.postmortem) return []
  const findings = rules.flatMap((rule) => {
    try {
      return rule
        .check(report)
        .map((problem): Finding => ({ ...problem, rule: rule.id, severity: rule.severity }))
    } catch (error) {
      onError(rule, error)
      return []
    }
  })
  return findings.sort((a, b) => a.range.start - b.range.start)
}

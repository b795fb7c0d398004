import type { Translate } from '../messages/translate.ts'
import { withComputed } from '../postmortem/lines/computed.ts'
import type { Finding, Fix, Problem, Rule, Severity } from './rule.ts'

/** What a finding has besides the problem that the rule found. */
interface Verdict {
  readonly rule: Pick<Rule, 'id' | 'severity'>
  /** Only an information if the problem is mild, unless a team has made an error of it. */
  readonly severity: Severity
  readonly translate: Translate
  /** Called if the rule fails while it computes its fixes. */
  readonly onError: (error: unknown) => void
}

/** The fixes are computed and translated when they are first asked for. */
export function toFinding(problem: Problem, { rule, severity, translate, onError }: Verdict): Finding {
  const { message, mild, range, related, conceal, remedy } = problem
  let fixes: readonly Fix<string>[] | undefined
  const finding = {
    rule: rule.id,
    severity:
      mild === true && (severity === 'warning' || severity === rule.severity) ? 'information' : severity,
    message: translate(message),
    ...(mild && { mild }),
    range,
    ...(related && { related: related.map((each) => ({ ...each, message: translate(each.message) })) }),
    ...(conceal !== undefined && { conceal }),
    ...(remedy && { remedy: { ...remedy, title: translate(remedy.title) } }),
  }
  return withComputed(finding, {
    fixes: () => {
      fixes ??= translateFixes(problem, translate, onError)
      return fixes
    },
  })
}

function translateFixes(
  problem: Problem,
  translate: Translate,
  onError: (error: unknown) => void,
): readonly Fix<string>[] {
  try {
    return problem.fixes.map((fix) => ({ ...fix, title: translate(fix.title) }))
  } catch (error) {
    onError(error)
    return []
  }
}

import type { Finding, Fix, Severity } from './checking/rule.ts'
import type { Problem } from './config/problem.ts'
import { sentence } from './messages/sentence.ts'
import type { Translate } from './messages/translate.ts'

/** Reports a problem of a configuration, or of the front matter, as the finding of a rule. */
export function toConfigurationFinding(
  { message, range, replacement }: Problem,
  rule: string,
  severity: Severity,
  translate: Translate,
): Finding {
  const fix = (text: string): Fix<string> => ({
    title: translate(sentence`Write "${text}"`),
    preferred: true,
    edits: [{ ...range, text }],
  })
  return {
    rule,
    severity,
    message: translate(message),
    range,
    fixes: replacement === null ? [] : [fix(replacement)],
  }
}

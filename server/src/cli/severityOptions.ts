import type { Finding, Severity } from '../checking/rule.ts'
import { type RuleSettings, ruleLevels } from '../config/ruleSchema.ts'
import { readChoice } from '../readChoice.ts'
import { rules } from '../rules/index.ts'
import { type CheckedDocument, narrow } from './documents.ts'
import { readPair } from './options.ts'
import { severities } from './totals.ts'

export const severityOptions = {
  severity: {
    value: 'LEVEL',
    words: severities,
    help: 'leaves out findings that are less severe: error, warning, information',
  },
  rule: {
    value: 'ID=SEVERITY',
    words: rules.map(({ id }) => id),
    repeats: true,
    help: 'the severity of a rule, or off, whatever is configured; may be repeated',
  },
} as const

/** Reads the values of `--rule`; the last one for a rule wins. */
export function readRuleSeverities(written: readonly string[] = []): RuleSettings {
  const ids = rules.map(({ id }) => id)
  return Object.fromEntries(
    written.map((each) => {
      const [id, severity] = readPair(each, '--rule', 'ID=SEVERITY')
      return [
        readChoice(id, ids, 'rule', 'postmortem rules lists them.'),
        { severity: readChoice(severity, ruleLevels, 'severity') },
      ]
    }),
  )
}

export function readSeverity(written: string): Severity {
  return readChoice(written, severities, 'severity')
}

/** Leaves out findings that are less severe than the level. */
export function keepSevere(checked: CheckedDocument, level: Severity): CheckedDocument {
  const isSevere = severeFrom(level)
  return narrow(checked, (findings) => findings.filter(isSevere))
}

export function severeFrom(level: Severity): (finding: Pick<Finding, 'severity'>) => boolean {
  const kept = severities.slice(0, severities.indexOf(level) + 1)
  return ({ severity }) => kept.includes(severity)
}

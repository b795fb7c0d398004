import { noOptions, type Rule } from '../../src/checking/rule.ts'

/** A rule about which nothing matters but what it finds. */
export function someRule<Check extends Rule['check']>(check: Check): Rule & { readonly check: Check } {
  return {
    id: 'some-rule',
    summary: '',
    explanation: '',
    severity: 'warning',
    options: noOptions,
    examples: { good: [], bad: [] },
    check,
  }
}

import { expect, it } from 'vitest'
import { checkInSteps } from '../../src/checking/checkReport.ts'
import { finish } from '../../src/checking/steps.ts'
import { sentence } from '../../src/messages/sentence.ts'
import { inEnglish } from '../../src/messages/translate.ts'
import { read } from '../postmortem/read.ts'
import { someRule } from './someRule.ts'

it('reports whatever a rule finds, even more than a call may have arguments', () => {
  const count = 130_000
  const rule = someRule(() =>
    Array.from({ length: count }, () => ({
      message: sentence`Some problem.`,
      range: { start: 0, end: 1 },
      fixes: [],
    })),
  )
  const findings = finish(
    checkInSteps(read('# Postmortem: search is down\n'), [{ rule, severity: 'warning', options: {} }], {
      ruleIds: [rule.id],
      isPast: () => false,
      hasFile: () => true,
      translate: inEnglish,
      onError: (_, error) => {
        throw error
      },
    }),
  )
  expect(findings).toHaveLength(count)
})

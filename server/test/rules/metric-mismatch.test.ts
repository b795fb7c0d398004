import { expect, it } from 'vitest'
import { findingsIn } from './findings.ts'

const report = (metric: string) =>
  `# Postmortem\n\n## Timeline (UTC)\n\n- First detected 2024-05-10 12:39\n- Resolved 2024-05-10 15:56\n\n## Metrics\n\n- ${metric}\n`

function check(metric: string, name: string) {
  const found = findingsIn(report(metric)).filter(({ rule }) => rule === 'metric-mismatch')
  expect(found.map(({ message }) => message.split(' is given')[0])).toEqual([name])
}

it('names a metric as it stands within a sentence', () => {
  check('Time to Resolve: 35h 36m', 'The time to resolve')
  check('TTR: 35h 36m', 'The TTR')
})

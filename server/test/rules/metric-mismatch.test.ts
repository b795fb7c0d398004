import { expect, it } from 'vitest'
import { findingsIn } from './findings.ts'

const report = (metric: string, milestones: string) =>
  `# Postmortem\n\n## Timeline (UTC)\n\n${milestones}\n\n## Metrics\n\n- ${metric}\n`

const usual = '- First detected 2024-05-10 12:39\n- Resolved 2024-05-10 15:56'

const mismatches = (metric: string, milestones = usual) =>
  findingsIn(report(metric, milestones)).filter(({ rule }) => rule === 'metric-mismatch')

function check(metric: string, name: string) {
  expect(mismatches(metric).map(({ message }) => message.split(' is given')[0])).toEqual([name])
}

it('names a metric as it stands within a sentence', () => {
  check('Time to Resolve: 35h 36m', 'The time to resolve')
  check('TTR: 35h 36m', 'The TTR')
})

it.each(['1h 02m', '56m', '1h 22m', '1h 16m'])(
  'accepts %s, from any of the moments to any of the ends',
  (metric) => {
    const milestones =
      '- First detected 2024-05-10 10:14\n- Incident declared 2024-05-10 10:20\n- Repaired 2024-05-10 11:16\n- Resolved 2024-05-10 11:36'
    expect(mismatches(`Time to repair: ${metric}`, milestones)).toEqual([])
    expect(mismatches(`Time to resolve: ${metric}`, milestones)).toEqual([])
  },
)

it.each([
  ['a milestone that it does not know', '- Node drained 2024-05-10 15:26'],
  ['a second repair', '- Repaired 2024-05-10 13:00\n- Repaired 2024-05-10 15:30'],
  ['a repair before the detection', '- Repaired 2024-05-10 11:30'],
])('says nothing beside %s', (_, more) => {
  expect(mismatches('Time to repair: 0h 30m', `${usual}\n${more}`)).toEqual([])
})

it('overwrites a value only if there is one that it can be', () => {
  expect(mismatches('Time to resolve: 35h 36m').flatMap(({ fixes }) => fixes)).toHaveLength(1)
  const declared = `${usual}\n- Incident declared 2024-05-10 12:54`
  const [finding] = mismatches('Time to resolve: 35h 36m', declared)
  expect(finding?.fixes).toEqual([])
})

it('accepts what two times listed beside it explain, whatever they are called', () => {
  const more = `${usual}\n- Somebody looked 2024-05-10 13:01`
  expect(mismatches('Time to resolve: 2h 55m', more)).toEqual([])
  expect(mismatches('Time to resolve: 2h 17m')).toHaveLength(1)
})

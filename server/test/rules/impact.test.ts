import { expect, it } from 'vitest'
import { findingsIn } from './findings.ts'

const unquantified = (impact: string) =>
  findingsIn(`# Postmortem\n\n${impact}\n\n## Timeline\n\n- 10:02 UTC - An alert.\n`).filter(
    ({ rule }) => rule === 'impact-unquantified',
  ).length

it('asks for a number in an impact without one', () => {
  expect(unquantified('## Impact\n\nThe search was slow.')).toBe(1)
})

it.each(['from 14:05 UTC', 'at 14:05, then at 15:10', 'since version 2.1', 'on 12 May'])(
  'asks for one where only "%s" stands',
  (words) => {
    expect(unquantified(`## Impact\n\nThe search was slow ${words}.`)).toBe(1)
  },
)

it.each([
  '## Impact\n\nThe search was slow, and it answered so late that it was given up by 30\nusers.',
  '## Affected packages\n\n- `left` 1.0\n- `right` 2.1',
  '## Symptoms\n\nThe search answered with an error.',
  '## Impact\n\nThe search was slow, but nobody noticed.',
  '## Impact\n\nA planned restart with a 5-minute gap.',
  '## Impact\n\nThe search of the tests stopped between 15:15 and 16:35.',
  '## Impact\n\nThe search was down from 2024-05-10 11:30 UTC until 2024-05-11 07:51 UTC.',
  '## Impact\n\n- Duration: ~13 hours\n- The search index was stale.',
  '## Impact\n\nThe merge lost 3 commits.',
  '## Impact\n\nIt needs 2-3 full off/on cycles until the search answers.',
  '## Impact\n\n- **Users affected:** 0, as it was noticed before the release',
])('does not if the reader knows who was affected: %s', (impact) => {
  expect(unquantified(impact)).toBe(0)
})

it('asks nobody who speaks of nobody else', () => {
  const impact = (who: string) =>
    unquantified(`## Impact\n\nThe search was slow. ${`The disk of ${who} node was full. `.repeat(20)}`)
  expect(impact('our')).toBe(1)
  expect(impact('my')).toBe(0)
})

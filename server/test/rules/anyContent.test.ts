import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findDisclosures } from '../../src/postmortem/disclosures/disclosures.ts'
import { english } from '../../src/rules/support/language/english.ts'
import { blankQuotes } from '../../src/rules/support/linesInSections.ts'
import { processorTime, takesAtMost } from '../processorTime.ts'
import { runs } from '../runs.ts'
import { apply, findingsIn } from './findings.ts'

/** Beginnings of what the rules look for, and text that is awkward next to it. */
const pieces = [
  'password=',
  'token: "',
  'a1b2c3d4',
  '-----BEGIN PRIVATE KEY-----',
  '-----END PRIVATE KEY-----',
  `gh${'p_'}${'a1B2c3'.repeat(6)}`,
  'postgres://a:b1c2d3@c',
  'ops@shop.dev',
  '10.12.6.136',
  '2001:470:1f0b::17',
  'db-1.eu.internal',
  'https://shop.slack.com/archives/C1/p1',
  '[text] https://shop.dev/a.png',
  '(text)[https://shop.dev]',
  '![](a.png)',
  '![image](https://example.com/a.png "title")',
  '[a](#timelin)',
  '[a]()',
  '<img src="a.png">',
  '<a id="b" href="#c">',
  '**Impact:** some users',
  'all users and 80% of users',
  '**Root Cause:** human error',
  'the team should have checked',
  'Obviously, she forgot to look',
  '- [ ] Improve it (due: 2024-05-02)',
  '1. be more careful',
  'Add a check.',
  'Fix the check.',
  '| Task | Owner |\n| --- | --- |\n| Improve | |',
  '```',
  '`',
  '"',
  '> ',
  '<!--',
  '\\',
  '&amp;',
  '',
]
const titles = [
  '## Issue Summary',
  '## Impact',
  '## Root Cause',
  '## Timeline',
  '**Tasks:**',
  '## Action Items',
]
const lines = fc.array(
  fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...titles), fc.string({ maxLength: 12 })),
  {
    maxLength: 25,
  },
)
const reports = fc
  .tuple(lines, fc.constantFrom('\n', '\r\n', ' ', '\n\n'))
  .map(([all, separator]) => `# Postmortem\n\n${all.join(separator)}`)
const all = Object.fromEntries(
  ['action-ticket', 'action-checkbox'].map((id) => [id, { severity: 'information' as const }]),
)

describe('the rules about what a report says', () => {
  it('report ranges in the document and edits that do not overlap, for any text', () => {
    fc.assert(
      fc.property(reports, (text) => {
        for (const { range, related = [], fixes } of findingsIn(text, all)) {
          for (const { start, end } of [range, ...related.map((each) => each.range)]) {
            expect(0 <= start && start <= end && end <= text.length).toBe(true)
          }
          for (const { edits } of fixes) {
            const sorted = [...edits].sort((a, b) => a.start - b.start)
            sorted.forEach((edit, index) => {
              expect(edit.start).toBeGreaterThanOrEqual(sorted[index - 1]?.end ?? 0)
              expect(edit.end).toBeLessThanOrEqual(text.length)
            })
          }
        }
      }),
      { seed: 20_240_510, numRuns: runs(20) },
    )
  })

  it('find no secret in any text once the secrets are masked', () => {
    fc.assert(
      fc.property(reports, (text) => {
        const secrets = (each: string) => findingsIn(each).filter(({ rule }) => rule === 'secret-exposed')
        const fixed = apply(
          text,
          secrets(text).flatMap((finding) => finding.fixes[0]!.edits),
        )
        expect(secrets(fixed)).toEqual([])
      }),
      { seed: 20_240_510, numRuns: runs(20) },
    )
  })
})

const hostile = [
  ...pieces.filter((piece) => piece !== ''),
  'eyJ',
  `eyJ${'a'.repeat(10)}.`,
  'a.',
  '1.',
  ':',
  'a:',
  'a@a.',
  '@',
  '//',
  '://',
  'A',
  '\n',
  ' ',
  '-',
  '<a ',
  'id="',
  'no ',
  'all the users ',
  '1 of 1 ',
  'should have ',
  'have been ',
  'the team a a a ',
  'would not already have been ',
  'due to an ',
]

/** Runs everything that searches raw text, and ignores what it finds. */
function lookAt(text: string): void {
  findDisclosures(text)
  blankQuotes(text)
  for (const pattern of Object.values(english)) {
    if (pattern.global) for (const _ of text.matchAll(pattern));
    else pattern.test(text)
  }
}

/** Quadratic growth would take 256 times as long. The limit is four times linear growth, but at least half a second. */
function checkGrowth(text: string): void {
  const short = processorTime(() => lookAt(text.slice(0, text.length / 16)))
  expect(takesAtMost(Math.max(500, short * 16 * 4), () => lookAt(text))).toBe(true)
}

describe('looking', () => {
  it.each(hostile)('takes sixteen times the time for sixteen times the text of %j', (piece) => {
    checkGrowth(piece.repeat(Math.ceil((128 * 1024) / piece.length)))
  })

  it('takes linear time for a megabyte of everything', () => {
    const piece = hostile.join('')
    checkGrowth(piece.repeat(Math.ceil((1024 * 1024) / piece.length)))
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/checking/rule.ts'
import { runs } from '../runs.ts'
import { apply, findingsIn } from './findings.ts'

/** Rules whose fixes insert, move or write something in another way: no word of the author may be lost. */
const keeping = new Set([
  'section-missing',
  'section-duplicate',
  'section-order',
  'section-not-heading',
  'heading-level-inverted',
  'field-missing',
  'timeline-fact-missing',
  'fence-unclosed',
])
const changing = new Set([...keeping, 'section-empty', 'section-title-misspelt'])

const titles = fc.constantFrom(
  'Issue Summary',
  'Timeline',
  'Root Cause and Resolution',
  'Corrective and Preventative Measures',
  'Isue Summary',
  'Lessons learned',
  'Glossary',
)
const bodies = fc.constantFrom(
  '',
  'Plain text of the author.',
  '- **Duration:** 3 May 2024, 14:00 to 14:45 UTC\n- **Root Cause:** a full disk',
  '**Impact:**\nThe search answered with errors.\n\n**Root Cause:**\nA full disk.',
  'Duration: 45 minutes\nImpact: errors',
  '# Impact\n\nErrors.\n\n# Root Cause\n\nA full disk.',
  '- 14:02 UTC - A monitoring alert came.\n- 14:45 UTC - The disk was cleared.',
  '* **14:02**: An alert came.\n\n* **14:45**: All was well.\n  > quoted',
  '| Time | Event |\n| --- | --- |\n| 14:02 | An alert came. |',
  '14:02 An alert came.\n14:45 It was resolved.',
  '**Detection:** an alert\n\n**Resolution:** a restart',
  '### Tasks\n\n- [ ] Rotate the logs',
  '```sh\ndf -h\n```',
)
const markups = fc.constantFrom(
  (title: string) => `## ${title}`,
  (title: string) => `### ${title} ###`,
  (title: string) => `**${title}:**`,
  (title: string) => `${title}\n---`,
)
const reports = fc
  .record({
    sections: fc.array(fc.tuple(titles, bodies), { minLength: 1, maxLength: 6 }),
    markup: markups,
    lineEnding: fc.constantFrom('\n', '\r\n'),
    end: fc.constantFrom('', '\n', '\n\n', '\n\n- The disk:\n  ```sh\n  df -h\n'),
  })
  .map(({ sections, markup, lineEnding, end }) => {
    const parts = sections.map(([title, body]) => `${markup(title)}\n\n${body}`.trimEnd())
    return (['# Postmortem: disk full', ...parts].join('\n\n') + end).replaceAll('\n', lineEnding)
  })

/** Any report, any finding in it, any of its fixes. */
function checkFixes(
  rules: ReadonlySet<string>,
  expectation: (text: string, fixed: string, finding: Finding) => void,
) {
  fc.assert(
    fc.property(reports, fc.nat(), (text, choice) => {
      const fixes = findingsIn(text)
        .filter(({ rule }) => rules.has(rule))
        .flatMap((finding) => finding.fixes.map((fix) => ({ finding, fix })))
      fc.pre(fixes.length > 0)
      const { finding, fix } = fixes[choice % fixes.length]!
      expectation(text, apply(text, fix.edits), finding)
    }),
    { seed: 20_240_510, numRuns: runs(8), endOnFailure: true },
  )
}

describe('a fix of the structure, whatever the report,', () => {
  it('leaves its finding behind', () => {
    checkFixes(changing, (text, fixed, { rule, message }) => {
      const count = (report: string) =>
        findingsIn(report).filter((finding) => finding.rule === rule && finding.message === message).length
      expect(count(fixed)).toBeLessThan(count(text))
    })
  })

  it('keeps every word of the author', () => {
    checkFixes(keeping, (text, fixed, { rule }) => {
      // The title of a section that is merged into another one goes.
      const title = rule === 'section-duplicate' ? 4 : 0
      expect(lost(wordsOf(text), wordsOf(fixed)).length).toBeLessThanOrEqual(title)
    })
  })

  it('keeps the line endings of the report', () => {
    checkFixes(changing, (text, fixed) => {
      if (text.includes('\r\n')) expect(fixed.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      else expect(fixed).not.toContain('\r')
    })
  })
})

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

function lost(before: readonly string[], after: readonly string[]): readonly string[] {
  const left = [...after]
  return before.filter((word) => {
    const at = left.indexOf(word)
    if (at !== -1) left.splice(at, 1)
    return at === -1
  })
}

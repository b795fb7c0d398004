import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '../../src/rules/index.ts'
import { findingsIn } from '../rules/findings.ts'

const root = resolve(import.meta.dirname, '../../..')
const page = readFileSync(join(root, 'docs/specification.md'), 'utf8')
const complete = readFileSync(join(root, 'examples/complete.md'), 'utf8')

const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:section |---)/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, section, requirement, checks]) => ({
    section: section!,
    requirement: requirement!,
    checks: [...checks!.matchAll(/\[`([\w-]+)`\]\(([^)]+)\)/g)].map(([, rule, link]) => ({
      rule: rule!,
      link: link!,
    })),
  }))

interface Parts {
  readonly summary: string
  readonly timeline: string
  readonly cause: string
  readonly corrective: string
}

const parts: Parts = {
  summary:
    '- **Duration:** 3 May 2024, 14:02 to 14:45 UTC\n- **Impact:** the search answered with errors; 20% of users were affected\n- **Root Cause:** a full disk',
  timeline:
    '- 14:02 UTC - A monitoring alert reported failed searches.\n- 14:10 UTC - The logs were checked. We first suspected the network, a misleading path.\n- 14:20 UTC - Escalated to the storage team.\n- 14:45 UTC - The disk was cleared and the issue was resolved.',
  cause:
    '**Root Cause:** The logs of the index were never rotated, because the job that rotates them was left out when the node was replaced in March.\n\n**Resolution:** The old logs were deleted, and the job was set up again on the new node.',
  corrective:
    '### Improvements\n\n- Disks should be watched.\n\n### Tasks\n\n- [ ] Alert on a disk that is 80% full (owner: storage team, due: 2024-07-01)',
}

const write = ({ summary, timeline, cause, corrective }: Parts) =>
  `# Postmortem: search is down\n\n## Issue Summary\n\n${summary}\n\n## Timeline\n\n${timeline}\n\n## Root Cause and Resolution\n\n${cause}\n\n## Corrective and Preventative Measures\n\n${corrective}\n`

const lose = (change: Partial<Parts>) => write({ ...parts, ...change })
const drop = (part: keyof Parts, pattern: RegExp) => lose({ [part]: parts[part].replace(pattern, '') })

/** For each requirement, a report that lacks only that. */
const losses: Readonly<Record<string, string>> = {
  'the four sections, each with text and a recognised title': lose({ timeline: '' }),
  'in this order': write(parts)
    .replace('## Timeline', '## X')
    .replace('## Issue Summary', '## Timeline')
    .replace('## X', '## Issue Summary'),
  'the duration of the outage, with its start and its end': lose({
    summary: parts.summary.replace('3 May 2024, 14:02 to 14:45 UTC', '43 minutes'),
    timeline: 'A monitoring alert reported failed searches, and the disk was cleared.',
  }),
  'the time zone': write(parts).replaceAll(' UTC', ''),
  'the impact: which service was down or slow, what its users experienced': lose({
    summary: parts.summary.replace(/- \*\*Impact.*\n/, ''),
    timeline: '- 14:02 UTC - A monitoring alert came.\n- 14:45 UTC - The disk was cleared.',
  }),
  'how many of the users were affected': drop('summary', /; 20% of users were affected/),
  'the root cause': lose({
    summary: parts.summary.replace(/\n- \*\*Root Cause.*/, ''),
    cause: 'The service was restarted.',
  }),
  'entries with a time, each of one or two sentences': lose({
    timeline: parts.timeline.replace('storage team.', 'storage team. They were on call. They came at once.'),
  }),
  'in the order in which things happened': lose({ timeline: parts.timeline.replace('14:20', '14:05') }),
  'when the issue was detected, and how': lose({
    timeline: parts.timeline.replace('A monitoring alert reported failed searches.', 'The search stopped.'),
  }),
  'what was investigated, and what was assumed to be the cause': lose({
    timeline: '- 14:02 UTC - A monitoring alert reported failed searches.\n- 14:45 UTC - It was over.',
    cause: 'The logs of the index were never rotated.',
  }),
  'misleading paths': drop('timeline', / We first suspected.*path\./),
  'to whom it was escalated': drop('timeline', /- 14:20.*\n/),
  'how it was resolved': lose({
    timeline: parts.timeline.replace(/\n- 14:45.*/, ''),
    cause: 'The logs of the index were never rotated.',
  }),
  'what caused it, in detail': lose({ cause: parts.cause.replace(/The logs of.*/, 'A full disk.') }),
  'how it was fixed, in detail': lose({ cause: '**Root Cause:** The logs of the index were never rotated.' }),
  'what can be improved': drop('corrective', /### Improvements\n\n.*\n\n/),
  'a list of specific tasks': lose({ corrective: 'Everything will have to become better.' }),
  '400 to 600 words': write(parts),
  'no placeholders or guidance left from the template': lose({
    summary: parts.summary.replace('20%', '{{how many}}%'),
  }),
}

describe('the page about the base specification', () => {
  it('names existing rules, with a link to the page of each', () => {
    expect(rows.length).toBeGreaterThan(15)
    for (const { checks } of rows) {
      expect(checks.length).toBeGreaterThan(0)
      for (const { rule, link } of checks) {
        expect(rules.map(({ id }) => id)).toContain(rule)
        expect(existsSync(join(root, 'docs', link))).toBe(true)
      }
    }
  })

  it('lists exactly the requirements for which this test has an incomplete report', () => {
    expect(rows.map(({ requirement }) => requirement)).toEqual(Object.keys(losses))
  })

  it.each(rows)('names a rule that reports the lack of "$requirement"', ({ requirement, checks }) => {
    const found = findingsIn(losses[requirement]!).map(({ rule }) => rule)
    expect(
      found.some((rule) => checks.some((check) => check.rule === rule)),
      found.join(', '),
    ).toBe(true)
    const without = findingsIn(write(parts)).map(({ rule }) => rule)
    expect(without).toEqual(['length-report'])
  })

  it('describes a report such as the complete example, which has no findings', () => {
    expect(findingsIn(complete)).toEqual([])
  })
})

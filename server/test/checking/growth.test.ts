import { expect, it } from 'vitest'
import { createReader } from '../../src/config/readConfiguration.ts'
import { noConfiguration } from '../../src/config/teamConfiguration.ts'
import { maxSections } from '../../src/config/templateSchema.ts'
import { findFolds } from '../../src/features/folding.ts'
import { findMetricLenses } from '../../src/features/metricLenses.ts'
import { outlineReport } from '../../src/features/outline.ts'
import { listSymbols } from '../../src/features/symbols.ts'
import { findTimeZones } from '../../src/features/zones/timeZones.ts'
import { toldLines } from '../../src/library/toldLines.ts'
import { toDiagnostic } from '../../src/lsp/convert.ts'
import { findWorkspaceActions } from '../../src/lsp/features/codeActions/disableInWorkspace.ts'
import { findQuickFixes } from '../../src/lsp/features/codeActions/quickFixes.ts'
import { findSilencing } from '../../src/lsp/features/codeActions/silencing.ts'
import { inEnglish } from '../../src/messages/translate.ts'
import { placeLines } from '../../src/postmortem/blocks/documentLines.ts'
import { findIncidents } from '../../src/postmortem/sections/incidents.ts'
import { findStructure } from '../../src/postmortem/sections/structure.ts'
import { rules } from '../../src/rules/index.ts'
import { sectionDuplicate } from '../../src/rules/section-duplicate.ts'
import { createService } from '../../src/service.ts'
import { holberton } from '../../src/templates/holberton.ts'
import { isLinear, times } from '../growth.ts'
import { processorTime } from '../processorTime.ts'

const fail = (message: string) => {
  throw new Error(message)
}
const service = createService({ logger: { warn: fail, error: fail }, clock: () => Date.UTC(2024, 5, 1) })
const allRules = Object.fromEntries(rules.map(({ id }) => [id, { severity: 'warning' as const }]))

/** Everything that an editor asks for as soon as a report is open. */
function serve(text: string): void {
  const document = service.open(text, { team: { ...noConfiguration, rules: allRules } })
  const { report, markdown } = document
  for (const finding of service.check(document)) {
    toDiagnostic(finding, 'file:///report.md', markdown)
    expect(finding.fixes).toBeDefined()
  }
  outlineReport(report)
  findMetricLenses(report)
  findFolds(report)
  listSymbols(report)
}

const report = (timeline: string, after = '') =>
  `# Postmortem: search is down\n\n## Issue Summary\n\nThe search was down.\n\n## Timeline (UTC)\n\n${timeline}\n\n${after}`
const each = (count: number, print: (index: number) => string, separator = '\n') =>
  Array.from({ length: count }, (_, index) => print(index)).join(separator)
const clock = (minute: number) =>
  [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
const entry = '- 10:00 - An alert was received.'
const tasks = '## Corrective and Preventative Measures\n\n'
const zones = ['UTC', 'PST', 'CEST', 'IST']

/** How many of a thing there are in the smaller report, and the report with any number of them. */
const shapes: readonly (readonly [name: string, count: number, print: (count: number) => string])[] = [
  ['entries', 12, (n) => report(each(n, (i) => `- ${clock(i)} - The team did step ${i} of the runbook.`))],
  [
    'dates among entries',
    10,
    (n) =>
      report(each(n, (i) => `**2024-05-${10 + (i % 9)}**\n\n- ${clock(i)} - Step ${i} was done.`, '\n\n')),
  ],
  ['days without entries', 15, (n) => report(each(n, (i) => `2024-05-${10 + (i % 9)}`, '\n\n'))],
  [
    'entries in turning formats',
    15,
    (n) => report(each(n, (i) => `- ${clock(i)}${i % 2 ? ' am' : ''} - Step ${i} was done.`)),
  ],
  ['zones', 12, (n) => report(each(n, (i) => `- ${clock(i)} ${zones[i % 4]} - Step ${i} was done.`))],
  [
    'stretches of one entry',
    20,
    (n) => report(`${entry}\n${each(n, (i) => `  - We restarted server ${i} and escalated.`)}`),
  ],
  [
    'a misspelt section',
    32,
    (n) =>
      report(
        entry,
        each(n, () => `## Timelin\n\nText.`, '\n\n'),
      ),
  ],
  [
    'the main sections',
    4,
    (n) =>
      each(
        n,
        () => report(entry, `## Root Cause and Resolution\n\nA full disk.\n\n${tasks}- Add an alert.`),
        '\n\n',
      ),
  ],
  [
    'empty sections',
    40,
    (n) =>
      report(
        entry,
        each(n, () => '## Timeline', '\n\n'),
      ),
  ],
  [
    'subsections',
    32,
    (n) =>
      report(entry, `## Lessons Learned\n\n${each(n, () => '### What went well\n\nThe alert.', '\n\n')}`),
  ],
  [
    'parts on one level',
    8,
    (n) =>
      report(
        entry,
        each(n, () => '## Summary\n\n## Impact\n\nText.\n\n## Root cause\n\nText.', '\n\n'),
      ),
  ],
  [
    'action items',
    8,
    (n) =>
      report(
        entry,
        tasks + each(n, (i) => `- [ ] Improve the alert of server ${i} (owner: Ann, due: 2024-05-02)`),
      ),
  ],
  [
    'rows',
    6,
    (n) =>
      report(
        `| Time | Event |\n| --- | --- |\n${each(n, (i) => `| ${clock(i)} | Step ${i} was done. |`)}`,
        `${tasks}| Task | Owner |\n| --- | --- |\n${each(n, (i) => `| Fix server ${i} | |`)}`,
      ),
  ],
  [
    'fields',
    6,
    (n) =>
      report(
        entry,
        each(n, (i) => `**Impact:** ${i} users saw errors for ${i} minutes from 10:00 to 11:00.`, '\n\n'),
      ),
  ],
  [
    'comments for a line',
    10,
    (n) =>
      report(
        each(
          n,
          (i) => `- ${clock(i)} - We should have known. <!-- postmortem-disable-line language-hindsight -->`,
        ),
      ),
  ],
  [
    'comments in a line',
    100,
    (n) =>
      report(
        `- 10:05 - ${each(n, () => 'We should have known. <!-- postmortem-disable-line language-hindsight -->', ' ')}`,
      ),
  ],
  [
    'links',
    6,
    (n) =>
      report(
        entry,
        each(n, (i) => `See [the plan](#plan-${i}), [the runbook](runbook-${i}.md) and [this]().`),
      ),
  ],
  [
    'headings that links nearly name',
    10,
    (n) =>
      report(
        entry,
        each(n, (i) => `### Server number ${i}\n\n[It](#server-numbr-${i})`, '\n\n'),
      ),
  ],
  [
    'placeholders in a line',
    30,
    (n) =>
      report(
        entry,
        each(n, (i) => `{{what ${i}}}`, ' '),
      ),
  ],
  [
    'unfinished words in a line',
    40,
    (n) =>
      report(
        entry,
        each(n, () => 'TODO: write this.', ' '),
      ),
  ],
  [
    'secrets in a paragraph',
    12,
    (n) =>
      report(
        entry,
        each(n, (i) => `password=a1b2c3d4e${i} from ops${i}@shop.dev at 10.12.6.${i % 200}`),
      ),
  ],
  [
    'hindsight and blame',
    100,
    (n) =>
      report(
        entry,
        `## Root Cause and Resolution\n\n${each(n, () => 'Obviously, the engineer should have checked. It was human error.', '\n\n')}`,
      ),
  ],
]

it.each(shapes)('takes about as many times as long for as many times more: %s', (_, count, print) => {
  const [small, large] = [print(count), print(count * times)]
  expect(
    isLinear(
      () => serve(small),
      () => serve(large),
    ),
  ).toBe(true)
})

it('takes no longer for more sections in a configuration than are read', () => {
  const read = createReader(rules)
  const checkWith = (count: number) => () => {
    const text = `sections:\n${each(count, (i) => `- id: section-${i}`)}\n`
    const { written } = read('file:///.postmortem.yml', text)
    const team = { ...noConfiguration, rules: allRules, templateLayers: [written] }
    const document = service.open(report(entry), { team })
    for (const { fixes } of service.check(document)) expect(fixes).toBeDefined()
    outlineReport(document.report)
  }
  expect(isLinear(checkWith(maxSections / 2), checkWith(16 * maxSections))).toBe(true)
})

it('offers what can be done about thousands of findings in one line in time that grows with their number', () => {
  const ask = (count: number) => {
    const text = report(
      entry,
      each(count, () => 'We should have known.', ' '),
    )
    const document = service.open(text, { team: { ...noConfiguration, rules: allRules } })
    const findings = service.check(document)
    expect(findings.length).toBeGreaterThan(count)
    const { markdown } = document
    const target = {
      uri: 'file:///report.md',
      version: 1,
      document: markdown,
      positions: markdown,
      snippets: true,
    }
    const range = { start: { line: 0, character: 0 }, end: markdown.positionAt(markdown.length) }
    const params = { range, context: { diagnostics: [] } }
    const support = { resolvesEdits: true, createsFiles: true } as never
    return () => [
      findQuickFixes(findings, params, target),
      findSilencing(findings, document.report, params, target, inEnglish),
      findWorkspaceActions(findings, params, target, { support, translate: inEnglish }),
    ]
  }
  expect(isLinear(ask(1000), ask(1000 * times))).toBe(true)
})

it('reads a letter in tens of thousands of lines without a blank one about as soon as in a few hundred', () => {
  const type = (lines: number) => {
    const text = report(
      entry,
      each(lines, () => 'It failed.'),
    )
    const document = service.open(text, { team: { ...noConfiguration, rules: allRules } })
    service.check(document)
    const at = text.indexOf('failed', text.length / 2) + 3
    return () => {
      document.edit([{ start: at, end: at, text: 'x' }])
      service.check(document)
    }
  }
  const least = (action: () => unknown) => Math.min(...[1, 2, 3].map(() => processorTime(action)))
  expect(least(type(20_000))).toBeLessThan(4 * least(type(1_000)))
})

/** Steps that take too little of a whole check to be seen in it. Each of them took quadratic time once. */
const steps: readonly (readonly [name: string, count: number, prepare: (count: number) => () => unknown])[] =
  [
    [
      'sections that appear twice',
      120,
      (n) => {
        const sections = each(n, () => '## Timeline\n\nText.', '\n\n')
        const read = service.open(report(entry, sections), { team: noConfiguration }).report
        const context = {
          options: {},
          hasFile: () => true,
          isPast: () => false,
          isActive: () => true,
        } as const
        return () => sectionDuplicate.check(read, context)
      },
    ],
    [
      'positions in one paragraph',
      400,
      (n) => {
        const { markdown } = service.open(each(n, () => 'It is slow.'))
        return () => Array.from({ length: n }, (_, i) => markdown.positionAt(12 * i))
      },
    ],
    [
      'lines before what follows the incident',
      2000,
      (n) => {
        const document = service.open(each(n, () => '- It failed.'))
        const lines = placeLines(document.markdown, holberton)
        const after = lines.map((_, i) => ({ id: 'lessons', start: 20 * n + 2 * i, end: 20 * n + 2 * i + 1 }))
        return () => toldLines({ lines, sections: after } as never)
      },
    ],
    [
      'titles above repeated sections',
      120,
      (n) => {
        const sections = '## Issue Summary\n\nText.\n\n## Impact\n\nText.\n\n## Timeline\n\nText.\n\n'
        const lines = placeLines(service.open(sections.repeat(n)).markdown, holberton)
        const region = { start: 0, end: lines.length, isAssignment: false }
        const structure = findStructure(lines, 0, lines.length)
        const more = [...lines, ...Array.from({ length: 100 * n }, () => lines[1]!)]
        expect(findIncidents(more, structure, region)).toHaveLength(n)
        return () => findIncidents(more, structure, region)
      },
    ],
  ]

it.each(steps)('takes about as many times as long for as many times more: %s', (_, count, prepare) => {
  expect(isLinear(prepare(count), prepare(count * times))).toBe(true)
})

it('finds the zones of thousands of timelines in time that grows with their number', () => {
  const ask = (count: number) => {
    const text = report(
      entry,
      each(count, () => '## Timeline'),
    )
    const read = service.open(text, { team: noConfiguration }).report
    expect(read.sections.length).toBeGreaterThan(count)
    return () => findTimeZones(read)
  }
  expect(isLinear(ask(1000), ask(1000 * times))).toBe(true)
})

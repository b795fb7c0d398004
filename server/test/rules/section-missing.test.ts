import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/checking/rule.ts'
import { holberton } from '../../src/templates/holberton.ts'
import { runs } from '../runs.ts'
import { apply, findingsIn, rulesIn, severitiesOf } from './findings.ts'

const missingIn = (text: string) => findingsIn(text).filter((finding) => finding.rule === 'section-missing')

/** `«` and `»` mark where the finding is, `[Title]` stands for a section as the fix writes it. */
function check(markdown: string, section: string, expected: string) {
  const marked = /«(.*)»/s.exec(markdown)
  const text = markdown.replace(/[«»]/g, '')
  const finding = missingIn(text).find((each) => each.message.includes(`"${section}"`))
  expect(finding).toBeDefined()
  if (marked) expect(text.slice(finding!.range.start, finding!.range.end)).toBe(marked[1])
  const fixed = apply(text, insertOne(finding!).edits)
  expect(fixed).toBe(expected)
  expect(missingIn(fixed).some((each) => each.message.includes(`"${section}"`))).toBe(false)
}

/** Holds a report of another shape against the whole template. */
const chosen = '---\npostmortem:\n  template: holberton\n---\n\n'

const insertOne = (finding: Finding) => finding.fixes.find((fix) => fix.preferred)!
const insertAll = (finding: Finding) => finding.fixes.find((fix) => fix.title.startsWith('Insert all'))!

const timeline = [
  '- {{HH:MM}} {{time zone}} - {{The issue was detected, by an alert, an engineer or a customer.}}',
  '- {{HH:MM}} {{time zone}} - {{What was investigated, and what was assumed to be the cause.}}',
  '- {{HH:MM}} {{time zone}} - {{Which misleading path was taken.}}',
  '- {{HH:MM}} {{time zone}} - {{To which team or person it was escalated.}}',
  '- {{HH:MM}} {{time zone}} - {{How the incident was resolved.}}',
].join('\n')

describe('section-missing', () => {
  it('reports and inserts a section behind the one that comes before it', () => {
    check(
      '# Postmortem\n\n## «Issue Summary»\n\nText.\n\n## Root Cause and Resolution\n\nText.\n',
      'Timeline',
      `# Postmortem\n\n## Issue Summary\n\nText.\n\n## Timeline\n\n${timeline}\n\n## Root Cause and Resolution\n\nText.\n`,
    )
  })

  it('inserts before the next section where none comes before it', () => {
    check(
      '# «Timeline»\n\nText.\n\n# Root Cause and Resolution\n\nText.\n',
      'Issue Summary',
      '# Issue Summary\n\n- **Duration:** {{start, with date}} to {{end}} {{time zone}} ({{how long}})\n- **Impact:** {{which service was down or slow, and what its users experienced}}; {{how many}}% of users were affected\n- **Root Cause:** {{the cause, in one sentence}}\n\n# Timeline\n\nText.\n\n# Root Cause and Resolution\n\nText.\n',
    )
  })

  it('keeps the line endings and bullets of the document', () => {
    check(
      '## Issue Summary\r\n\r\n* Text.\r\n\r\n## Root Cause and Resolution\r\n\r\nText.\r\n',
      'Timeline',
      `## Issue Summary\r\n\r\n* Text.\r\n\r\n## Timeline\r\n\r\n${timeline.replaceAll('\n', '\r\n').replaceAll('- {{HH', '* {{HH')}\r\n\r\n## Root Cause and Resolution\r\n\r\nText.\r\n`,
    )
  })

  it('sets the section apart where nothing is set apart', () => {
    check(
      '# Postmortem\n## Issue Summary\nText.\n## Root Cause and Resolution\nText.',
      'Timeline',
      `# Postmortem\n## Issue Summary\nText.\n\n## Timeline\n\n${timeline}\n\n## Root Cause and Resolution\nText.`,
    )
  })

  it('closes a fence that would swallow the section', () => {
    const fixed = applyPreferred(
      '## Issue Summary\n\nText.\n\n## Timeline\n\n```\nlog',
      'Root Cause and Resolution',
    )
    expect(fixed).toContain('```\nlog\n```\n\n## Root Cause and Resolution\n')
  })

  it('inserts behind a document that ends without a line ending', () => {
    expect(applyPreferred('# Postmortem: disk full', 'Timeline')).toBe(
      `# Postmortem: disk full\n\n## Timeline\n\n${timeline}`,
    )
  })

  it('inserts a summary before the first section, whatever that is called, and after date and introduction', () => {
    for (const after of ['## Environment\n\nA cluster.\n\n', '## Impact\n\nAll.\n\n', '']) {
      const head = `${chosen}# Postmortem: disk full\n\n## Date: 3 May 2024\n\nSearch was down.\n\n`
      const rest = `${after}## Timeline\n\nText.\n\n## Next steps\n\n- Test\n`
      const fixed = applyPreferred(head + rest, 'Issue Summary')
      expect(fixed.startsWith(`${head}## Issue Summary\n`)).toBe(true)
      expect(fixed.endsWith(`\n\n${rest}`)).toBe(true)
    }
  })

  it('inserts nothing into a list', () => {
    const list =
      '- **Impact**\n  - Search was down.\n- **Root cause**\n  - A full disk.\n- **Resolution**\n  - Freed.\n'
    const text = `${chosen}# Postmortem: disk full\n\nAn hour.\n\n${list}`
    for (const title of ['Issue Summary', 'Timeline', 'Corrective and Preventative Measures'])
      expect(applyPreferred(text, title)).toContain(list)
  })

  it('inserts nothing beside a misspelt section', () => {
    const text = '# Postmortem: disk full\n\n## Isue Sumary\n\nDown.\n\n## Timeline\n\nText.\n'
    expect(
      missingIn(text)
        .map(({ message }) => message)
        .join(),
    ).not.toContain('Issue Summary')
    const [finding] = findingsIn(text).filter(({ rule }) => rule === 'section-title-misspelt')
    expect(finding?.message).toContain('Write "Issue Summary"')
  })

  it('says nothing of a document that is not a postmortem', () => {
    expect(missingIn('# Shopping\n\n## Timeline\n\nMilk.\n')).toEqual([])
  })

  it('leaves no finding, and every line of the author, whatever is missing and however it stands', () => {
    fc.assert(
      fc.property(reports, (text) => {
        const [first] = missingIn(text)
        fc.pre(first !== undefined)
        const fix = insertAll(first!) ?? insertOne(first!)
        const fixed = apply(text, fix.edits)
        expect(missingIn(fixed)).toEqual([])
        expect(fix.edits.every((edit) => edit.start === edit.end)).toBe(true)
      }),
      { seed: 20_240_510, numRuns: runs(14) },
    )
  })

  it('may be fixed one section after the other, in any order', () => {
    fc.assert(
      fc.property(reports, fc.infiniteStream(fc.nat()), (start, choices) => {
        let text = start
        for (let rounds = 0; missingIn(text).length > 0; rounds += 1) {
          expect(rounds).toBeLessThan(holberton.sections.length)
          const findings = missingIn(text)
          text = apply(text, insertOne(findings[choices.next().value! % findings.length]!).edits)
        }
        expect(findingsIn(text).filter((finding) => finding.rule === 'section-missing')).toEqual([])
      }),
      { seed: 20_240_510, numRuns: runs(8) },
    )
  })
})

describe('a report whose sections are not to be seen', () => {
  it('asks for no section where all of the report is behind a fence that does not end', () => {
    const text =
      'Here it is:\n\n```markdown\n# Postmortem: slow\n\n## Issue Summary\n\nSlow from 14:00 to 15:00 UTC.\n\n## Timeline\n\n- 14:00 UTC - Slow.\n'
    const rules = rulesIn(text)
    expect(rules).not.toContain('section-missing')
    expect(rules).not.toContain('length-report')
  })

  it('only informs about sections where there is but a log', () => {
    const severities = (text: string) =>
      findingsIn(`# Post Mortem March 16\n\n${text}`)
        .filter(({ rule }) => rule === 'section-missing')
        .map(({ severity }) => severity)
    expect(new Set(severities('What admins said:\n\n```text\n14:32 <anna> is it down?\n```\n'))).toEqual(
      new Set(['information']),
    )
    expect(new Set(severities(''))).toEqual(new Set(['warning']))
  })

  it('says nothing about sections that may be hidden by the markers of a merge', () => {
    const conflict =
      '<<<<<<< HEAD\n  Postmortem: DNS\n=======\nPostmortem: the DNS\n>>>>>>> 5d25ca3\nIssue Summary\n10:00 to 14:30 UTC.\n\nRoot Cause and Resolution\nA record.\n\nCorrective and Preventative Measures\nCheck records.\n'
    expect(rulesIn(conflict)).toContain('conflict-left')
    expect(rulesIn(conflict)).not.toContain('section-missing')
  })
})

describe('a report that has the last section of a template', () => {
  it('is not held to the rest of a template that nobody chose', () => {
    const text = (last: string) =>
      `# Root Cause Analysis Report\n\n### Problem\n\nA job was killed. ${'It took all of the memory. '.repeat(30)}\n\n### Root Cause\n\nA leak.\n\n${last}`
    const severities = (last: string) =>
      new Set(
        findingsIn(text(last))
          .filter(({ rule }) => rule === 'section-missing')
          .map(({ severity }) => severity),
      )
    expect(severities('### Corrective and Preventative Measures\n\n- The leak was mended.\n')).toEqual(
      new Set(['information']),
    )
  })
})

describe('a section that is missing', () => {
  const titles = [
    'Summary',
    'Impact',
    'Root Causes',
    'Detection',
    'Resolution',
    'Lessons Learned',
    'Timeline',
  ]
  const report = `# Search is down\n\n${titles.map((title) => `## ${title}\n\nText of the section.\n`).join('\n')}`

  it('is only an information in a report that merely resembles a template', () => {
    expect(severitiesOf('section-missing', report)).toEqual(['information'])
    const chosen = '---\npostmortem:\n  template: google-sre\n---\n\n'
    expect(severitiesOf('section-missing', chosen + report)).toContain('warning')
  })
})

describe('an article without a title of the base template', () => {
  const story = 'Search was down yesterday. ## Timeline'.replace(' ##', '\n\n##')
  const entries = '\n\n- 2024-05-10 10:00 UTC - It went down.\n- 2024-05-10 11:00 UTC - It was back.\n'

  it.each([
    ['---\ntags: [outage]\ntitle: Postmortem of the search\n---\n\n'],
    [
      'slug: postmortem-of-the-search\npublished: 2024-05-12\ntags: postmortem, outage\n\n# Postmortem of the search\n\n',
    ],
  ])('is not held against that template: %j', (head) => {
    expect(severitiesOf('section-missing', head + story + entries)).toEqual([])
    const events = story.replace('Timeline', 'Timeline of Events')
    expect(severitiesOf('section-missing', head + events + entries)).toEqual([])
    expect(severitiesOf('section-missing', `# Postmortem of the search\n\n${story}${entries}`)).not.toEqual(
      [],
    )
  })
})

describe('a template that nothing but a few sections speaks for', () => {
  const report = (...titles: readonly string[]) =>
    `# Postmortem: the chain halted\n\n${titles.map((title) => `## ${title}\n\nText of the section.\n`).join('\n')}`
  const own = report('Summary', 'Root Cause', 'Resolution')

  it('is a guess, and what the report lacks for it is only an information', () => {
    expect(severitiesOf('section-missing', own)).toEqual(['information', 'information'])
    expect(new Set(severitiesOf('field-missing', own))).toEqual(new Set(['information']))
    expect(severitiesOf('length-report', own)).toEqual([])
    const withoutSections = `# Postmortem: why it was withdrawn\n\nIt was down on 10 May 2024. ${'Nobody but us used it. '.repeat(25)}\n`
    expect(severitiesOf('section-missing', withoutSections)).toEqual([])
  })

  it('is none in a report that has its titles, or has only been begun', () => {
    expect(severitiesOf('section-missing', report('Issue Summary'))).toContain('warning')
    expect(
      severitiesOf('section-missing', report('Summary', 'Root Cause and Resolution', 'Timeline')),
    ).toEqual(['warning'])
    expect(severitiesOf('section-missing', '# Postmortem: the chain halted\n')).toContain('warning')
  })
})

/** Reports that have some of the sections, in any order, with bodies that are awkward to insert behind. */
const reports = fc
  .record({
    sections: fc.shuffledSubarray(
      holberton.sections.map((section) => section.title),
      { minLength: 1 },
    ),
    level: fc.integer({ min: 1, max: 4 }),
    body: fc.array(
      fc.constantFrom(
        'Plain text.',
        '- item\n  - nested',
        '> quoted',
        '```\ncode\n```',
        '| a |\n| - |\n| b |',
        '    indented',
        '<div>\nhtml',
        '1. one\n2. two',
        '\n\n',
        '```\nopen',
        '<!-- open',
      ),
      { minLength: 4, maxLength: 4 },
    ),
    separator: fc.constantFrom('\n', '\n\n'),
    lineEnding: fc.constantFrom('\n', '\r\n'),
    end: fc.constantFrom('', '\n', '\n\n\n'),
    titled: fc.boolean(),
  })
  .map(({ sections, level, body, separator, lineEnding, end, titled }) => {
    // What is left open swallows the rest, so it can only stand last.
    const parts = sections.map((title, index) => {
      const text = body[index]!
      const closed = index < sections.length - 1 && /open$|^<div>/.test(text) ? 'Text.' : text
      return `${'#'.repeat(level)} ${title}${separator}${closed}`
    })
    const title = titled || sections.length < 2 ? [`# Postmortem${separator}Something happened.`] : []
    return ([...title, ...parts].join(separator) + end).replaceAll('\n', lineEnding)
  })

function applyPreferred(text: string, section: string): string {
  const finding = missingIn(text).find((each) => each.message.includes(`"${section}"`))!
  return apply(text, insertOne(finding).edits)
}

it('asks for no summary above "Problem Definition", which is one', () => {
  const text = (title: string) =>
    `# Root Cause Analysis\n\n## ${title}\n\nThe pod was killed.\n\n## Root Cause\n\nA leak.\n\n## Corrective and Preventative Measures\n\n- Fix it.\n`
  const missing = (title: string) =>
    missingIn(text(title)).filter(({ message }) => /Issue Summary/.test(message))
  expect(missing('Problem Definition')).toEqual([])
  expect(missing('Problem Statement')).toEqual([])
  expect(missing('Problems elsewhere')).toHaveLength(1)
})

import { describe, expect, it } from 'vitest'
import { apply, findingsIn } from './findings.ts'

const quiet = '- 14:02 UTC - Pages were slow.\n- 14:45 UTC - The disk was cleared.'

/** The message without its last sentence, or null without a finding. */
function missingIn(timeline: string, after = '## Root Cause and Resolution\n\nText.') {
  const text = `# Postmortem: shop\n\n## Summary\n\nText.\n\n## Timeline\n\n${timeline}\n\n${after}\n`
  const found = findingsIn(text).find(({ rule }) => rule === 'timeline-fact-missing')
  return found === undefined ? null : found.message.replace(/\. Add .*$/, '')
}

describe('timeline-fact-missing', () => {
  it('asks for everything that the template asks for', () => {
    expect(missingIn(quiet)).toBe(
      'The timeline does not say when the issue was detected, which path was misleading and to whom it was escalated',
    )
  })

  it.each([
    'RK reports to SN that the data is odd',
    'SN has approval from NL',
    'BM sends email to SW',
    'Ana pinged @ben',
  ])('knows whom a letter or two stand for: %s', (saying) => {
    expect(missingIn(`${quiet}\n- 14:50 UTC - ${saying}.`)).not.toContain('escalated')
  })

  it('does not ask a team with sections of its own for what few templates ask', () => {
    const own = '## Impact\n\nText.\n\n## Root Cause\n\nText.\n\n## Lessons Learned\n\nText.'
    expect(missingIn(quiet, own) ?? '').not.toMatch(/misleading|escalated/)
  })

  it('lets two sections stand for one of both', () => {
    expect(
      missingIn(quiet, '## Root Cause\n\nText.\n\n## Resolution\n\nText.\n\n## Corrective Measures\n\nText.'),
    ).toContain('to whom it was escalated')
  })

  it('does not judge a timeline that is elsewhere', () => {
    expect(missingIn('See the [incident channel](https://chat.example.org/c/1).')).toBeNull()
    expect(missingIn('![The timeline](timeline.png)')).toBeNull()
    expect(missingIn('```\n14:02 pages slow\n14:45 disk cleared\n```')).toBeNull()
  })
})

const when = '{{HH:MM}} {{time zone}}'
const detected = '{{The issue was detected, by an alert, an engineer or a customer.}}'
const misled = '{{Which misleading path was taken.}}'
const escalated = '{{To which team or person it was escalated.}}'
const added = [detected, misled, escalated]
const written = ['Pages were slow.', 'The disk was cleared.']

describe('the fix of timeline-fact-missing', () => {
  it('puts a label where the template has its fact', () => {
    const labels = [
      '- **Detection:** an alert fired at 14:02 UTC.',
      '- **Actions Taken:** the logs were read.',
      '- **Misleading Paths:** the network was suspected first.',
      '- **Resolution:** the disk was cleared at 14:45 UTC.',
    ]
    const text = `# Postmortem: shop\n\n## Summary\n\nText.\n\n## Timeline\n\n${labels.join('\n')}\n\n## Root Cause and Resolution\n\nText.\n`
    const finding = findingsIn(text).find(({ rule }) => rule === 'timeline-fact-missing')
    const after = apply(text, finding?.fixes[0]?.edits ?? [])
    const names = Array.from(after.matchAll(/^- \*\*([^*:]+):/gm), ([, name]) => name)
    expect(names).toEqual(['Detection', 'Actions Taken', 'Misleading Paths', 'Escalation', 'Resolution'])
  })

  it.each([
    ['items', '\n', (time: string, text: string) => `- ${time} - ${text}`],
    ['items in bold', '\n', (time: string, text: string) => `* **${time}**: ${text}`],
    ['items apart', '\n\n', (time: string, text: string) => `- ${time} - ${text}`],
    ['lines', '\n', (time: string, text: string) => `${time} ${text}`],
    ['paragraphs', '\n\n', (time: string, text: string) => `${time}: ${text}`],
    ['rows', '\n', (time: string, text: string) => `| ${time} | ${text} |`],
    ['headings', '\n\n', (time: string, text: string) => `### ${time}\n\n${text}`],
    [
      'items with items',
      '\n',
      (time: string, text: string) =>
        written.includes(text) ? `- ${time} - ${text}\n  - Yes.` : `- ${time} - ${text}`,
    ],
  ])('writes entries like the others, whatever the line ending: %s', (name, apart, print) => {
    const head = name === 'rows' ? '| Time | Event |\n| --- | --- |\n' : ''
    const [first = '', last = ''] = written
    const [early = '', ...late] = added.map((text) => print(when, text))
    const own = [print('14:02 UTC', first), print('14:45 UTC', last)]
    const timeline = (entries: readonly string[]) =>
      `# Postmortem: shop\n\n## Summary\n\nText.\n\n## Timeline\n\n${head}${entries.join(apart)}\n\n## Root Cause and Resolution\n\nText.\n`
    for (const lineEnding of ['\n', '\r\n']) {
      const before = timeline(own).replaceAll('\n', lineEnding)
      const found = findingsIn(before).find(({ rule }) => rule === 'timeline-fact-missing')
      const fixed = apply(before, found?.fixes[0]?.edits ?? [])
      expect(fixed.replaceAll(lineEnding, '\n')).toBe(timeline([own[0] ?? '', early, own[1] ?? '', ...late]))
    }
  })
})

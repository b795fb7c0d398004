import { describe, expect, it } from 'vitest'
import { apply, findingsIn, severitiesOf } from './findings.ts'

const report = (status: string, summary: string, tasks = '- [ ] Add an alert on a full disk (owner: Kim)') =>
  [
    '---',
    `status: ${status}`,
    '---',
    '',
    '# Postmortem: search is down',
    '',
    '## Issue Summary',
    '',
    summary,
    '',
    '## Timeline',
    '',
    'It broke, and was repaired.',
    '',
    '## Root Cause and Resolution',
    '',
    'The disk was full.',
    '',
    '## Corrective and Preventative Measures',
    '',
    tasks,
    '',
  ].join('\n')

const find = (text: string, options = {}) =>
  findingsIn(text, { 'status-incomplete': { severity: 'warning', ...options } } as never).filter(
    ({ rule }) => rule === 'status-incomplete',
  )

it('asks more of a published report than of one in review', () => {
  const noOwner = '- [ ] Add an alert on a full disk'
  expect(find(report('published', 'Text.', noOwner))).toHaveLength(1)
  expect(find(report('review', 'Text.', noOwner))).toEqual([])
  expect(find(report('published', 'Text.'))).toEqual([])
})

it('goes back only as far as needed, and then reports nothing', () => {
  const cases = [
    [report('published', 'Text.', '- [ ] Add an alert on a full disk'), 'status: review'],
    [report('Final', '{{what happened}}'), 'status: Draft'],
  ] as const
  for (const [text, expected] of cases) {
    const [finding] = find(text)
    const mended = apply(text, finding!.fixes[0]!.edits)
    expect(mended).toContain(expected)
    expect(find(mended)).toEqual([])
  }
})

it('does not count what is done', () => {
  expect(find(report('published', 'Text.', '- [x] Add an alert on a full disk'))).toEqual([])
})

it('counts the same action items as the rules about owners and due dates', () => {
  const tasks = '- [ ] Storage: add an alert on a full disk\n- [ ] Rotate the logs (OPS-123)'
  expect(find(report('published', 'Text.', tasks))).toEqual([])
  const owners = { options: { published: ['owners', 'dueDates'] } }
  const rotated = '- [ ] Rotate the logs (OPS-123)'
  expect(find(report('published', 'Text.', rotated), owners)).toEqual([])
  expect(find(report('published', 'Text.', '- [ ] Rotate the logs'), owners)).toHaveLength(1)
})

describe('counts an empty section', () => {
  it('if the template requires it', () => {
    expect(find(report('published', ''))).toHaveLength(1)
    expect(find(`${report('published', 'Text.')}\n## Conclusion\n`)).toEqual([])
  })

  it('once, although its title names two sections', () => {
    const text = report('published', 'Text.').replace(
      /## Issue Summary[^#]*## Timeline[^#]*/,
      '## Summary and Timeline\n\n',
    )
    expect(find(text)[0]?.message).toContain('a required section is missing or empty')
  })

  it('only if it is empty to the rule about empty sections', () => {
    const text = report('published', 'Text.').replace('The disk was full.', '## The disk\n\nIt was full.')
    const found = findingsIn(text).map(({ rule }) => rule)
    expect(found).not.toContain('section-empty')
    expect(find(text)).toEqual([])
  })
})

describe('a status that only details of action items contradict', () => {
  it('is an information, because what is listed may be no action items', () => {
    const report = (rest: string) =>
      `---\nstatus: published\n---\n\n# Postmortem: search is down\n\n## Issue Summary\n\nDown.\n\n## Timeline\n\n- 10:00 UTC - Down.\n\n## Root Cause and Resolution\n\n${rest}\n\n## Corrective and Preventative Measures\n\n- [ ] Alert on a full disk\n`
    expect(severitiesOf('status-incomplete', report('A full disk.'))).toEqual(['information'])
    expect(severitiesOf('status-incomplete', report('{{why}}'))).toEqual(['warning'])
  })
})

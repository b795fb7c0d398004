import { describe, expect, it } from 'vitest'
import { findingsIn } from '../rules/findings.ts'

/** The lines, from 1, on which an empty section is reported. */
function check(markdown: string, lines: readonly number[]) {
  const found = findingsIn(markdown).filter(({ rule }) => rule === 'section-empty')
  expect(found.map(({ range }) => markdown.slice(0, range.start).split('\n').length)).toEqual(lines)
}

const write = (...comments: readonly string[]) =>
  `# Postmortem\n${comments[0] ?? ''}\n## Issue Summary\n${comments[1] ?? ''}\n## Timeline\n${comments[2] ?? ''}\n## Impact\n`

describe('a comment that suppresses findings', () => {
  it('changes nothing if it is absent', () => check(write(), [3, 5, 7]))

  it('applies to the next line that is not blank', () => {
    check(write('', '<!-- postmortem-disable-next-line section-empty -->'), [3, 7])
    check(write('', '<!-- postmortem-disable-next-line section-empty -->\n\n'), [3, 9])
  })

  it('applies to its own line', () => {
    check(
      write().replace('## Timeline', '## Timeline <!-- postmortem-disable-line section-empty -->'),
      [3, 7],
    )
  })

  it('applies to everything up to the comment that ends it', () => {
    check(write('<!-- postmortem-disable section-empty -->'), [])
    check(
      write('<!-- postmortem-disable section-empty -->', '', '<!-- postmortem-enable section-empty -->'),
      [7],
    )
    check(write('<!-- postmortem-disable -->', '<!-- postmortem-enable section-empty -->'), [5, 7])
    check(write('<!-- postmortem-disable section-empty -->', '<!-- postmortem-enable length-report -->'), [])
  })

  it('applies to the whole file, wherever it is', () => {
    check(write('', '', '<!-- postmortem-disable-file section-empty -->'), [])
  })

  it('names several rules, and gives its reason after two dashes', () => {
    check(write('<!-- postmortem-disable length-report, section-empty -- it is a draft -->'), [])
    check(write('<!-- postmortem-disable length-report -- section-empty is fine -->'), [3, 5, 7])
  })

  it('has no effect in code', () => {
    check(write('```\n<!-- postmortem-disable section-empty -->\n```'), [5, 7, 9])
  })
})

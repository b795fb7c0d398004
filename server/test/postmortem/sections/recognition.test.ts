import { describe, expect, it } from 'vitest'
import { read } from '../read.ts'

function check(text: string, postmortem: boolean, reason: string) {
  expect(read(text).recognition).toEqual({ postmortem, reason })
}

describe('a document is a postmortem', () => {
  it('by two sections that only postmortems have', () => {
    check('## Timeline\n\n- 10:00\n\n## Corrective and Preventative Measures\n\n- Rest.\n', true, 'sections')
    check('## Summary\n\nThe outage was short.\n\n## Root Cause\n\nA typo.\n', true, 'sections')
  })

  it('by a title that says so, as soon as there is something below it', () => {
    check('# Postmortem: search was down\n', true, 'title')
    check(
      '# Incident report\n\nThe outage began at 10:00.\n\n'.concat('More of it was told. '.repeat(30)),
      true,
      'title',
    )
  })

  it('by the title in its front matter', () => {
    check(
      '---\ntitle: Security incident disclosure\n---\n\nA token leaked.\n\n### What was impacted\n\nNothing.\n',
      true,
      'title',
    )
  })
})

describe('a document is not a postmortem', () => {
  it('as a readme with sections of common names', () => {
    check(
      '# A library\n\n## Overview\n\nIt is fast.\n\n## Why\n\nFun.\n\n## Events\n\n- `close`\n',
      false,
      'no-incident',
    )
    check('# A library\n\n## Install\n\n## Contributors\n\n- two\n', false, 'too-few-sections')
  })

  it('as a changelog of bugs and fixes', () => {
    check(
      `# Release notes\n\n${'## Bug\n\nIt crashed.\n\n## Fix\n\nNow it does not.\n\n'.repeat(3)}`,
      false,
      'no-incident',
    )
  })

  it('as a guide to writing them', () => {
    check(
      `# How to write a postmortem\n\n${'Translate what happened. '.repeat(40)}`,
      false,
      'too-few-sections',
    )
  })

  it('as an assignment that demands one', () => {
    check(
      '# 8. Postmortem\n\n**Issue Summary** must contain:\n\n- the duration\n\n**Timeline** must contain:\n\n- when it was detected\n',
      false,
      'assignment',
    )
  })

  it('as an empty document', () => {
    check('', false, 'too-few-sections')
  })
})

describe('the title', () => {
  it('is the first heading that names no section', () => {
    expect(read('# Search outage\n\n## Summary\n').title?.text).toBe('Search outage')
    expect(read('## Summary\n\n## Timeline\n').title).toBeNull()
  })

  it('is a plain line that says postmortem, without a heading', () => {
    expect(read('Postmortem: search\n\nIssue Summary\n\nDown.\n').title?.text).toBe('Postmortem: search')
  })
})

import { describe, expect, it } from 'vitest'
import { findingsIn } from './findings.ts'

/** The severity and the text of what is taken for guidance below a title. */
function check(body: string, expected: readonly string[], title = '## Root Cause') {
  const text = `# Postmortem\n\n## Issue Summary\n\nIt broke.\n\n${title}\n\n${body}\n\n## Timeline\n\n- 09:00 UTC - It broke.\n`
  const found = findingsIn(text).filter(({ rule }) => rule === 'guidance-left')
  expect(found.map(({ severity, range }) => `${severity}: ${text.slice(range.start, range.end)}`)).toEqual(
    expected,
  )
}

describe('guidance of a template that is not known', () => {
  it('is an instruction in italics or as a quotation, even if the author has followed it', () => {
    check('_Describe the chain of events._\n\nThe disk was full.', [
      'information: Describe the chain of events.',
    ])
    check('*Include links to dashboards.*\n\nThe disk was full.', [
      'information: Include links to dashboards.',
    ])
    check('> Explain how it came about.\n\nThe disk was full.', ['information: Explain how it came about.'])
    check('- _List what you noticed first._', ['information: List what you noticed first.'])
  })

  it('is an instruction that is all of a section', () => {
    check('Briefly describe the faulty change.', ['information: Briefly describe the faulty change.'])
    check('Summarise the cause for a reader in a hurry.', [
      'information: Summarise the cause for a reader in a hurry.',
    ])
  })

  it('is a question that nobody has answered', () => {
    check('> Which change made it possible?', ['information: Which change made it possible?'])
    check('> Which change made it possible?\n\nThe new log format.', [])
    check('_Which change made it possible?_\n\nThe new log format.', [])
  })

  it('is nothing that an author writes', () => {
    check('_All times are in UTC._\n\nThe disk was full.', [])
    check('Include files were missing, and the build failed.\n\nThe disk was full.', [])
    check('List of affected hosts: a, b.', [])
    check('- Provide training for the on-call engineers.', [], '## Action Items')
    check('- Describe the recovery in the runbook.', [], '## Action Items')
    check('- *Include the disk in the alerts*', [], '## Action Items')
    check('The disk was full.\n\n_Describe the chain of events._', [])
  })
})

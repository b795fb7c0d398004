import { describe, expect, it } from 'vitest'
import { findingsIn, rulesIn } from './findings.ts'

const duplicatesIn = (text: string, template = 'holberton') =>
  findingsIn(`---\npostmortem:\n  template: ${template}\n---\n\n# Postmortem: disk full\n\n${text}`)
    .filter(({ rule }) => rule === 'section-duplicate')
    .map(({ message }) => message)

const section = (title: string, text = 'Text.') => `## ${title}\n\n${text}\n\n`

it('reports the same title at the same level', () => {
  expect(duplicatesIn(section('Timeline') + section('Impact') + section('Timeline'))).toHaveLength(1)
  expect(duplicatesIn(section('Timeline') + section('2. TIMELINE (UTC)'))).toHaveLength(1)
  expect(duplicatesIn(section('Timeline').repeat(3))).toHaveLength(2)
})

it.each([
  ['another title', section('Issue Summary') + section('Summary') + section('Timeline')],
  ['a title without text', `${section('Timeline')}## Timeline\n`],
  [
    'a part of its section',
    section('Corrective and Preventative Measures', '## Preventative Measures\n\nText.'),
  ],
  ['another level', `${section('Timeline')}### Timeline\n\nText.\n`],
  [
    'one of another attempt',
    `${section('Timeline')}## Attempt 1\n\n### Root Cause and Resolution\n\nA.\n\n## Attempt 2\n\n### Root Cause and Resolution\n\nB.\n`,
  ],
  [
    'fields in several lists',
    '## Checks\n\n1. **One**\n   - **Timeline**: on each push\n\n2. **Two**\n   - **Timeline**: each night\n',
  ],
])('does not report %s', (_, text) => {
  expect(duplicatesIn(text)).toEqual([])
})

it('does not report two sections of the template that are about the same', () => {
  const text = section('Backlog check') + section('Recurrence') + section('Timeline')
  expect(duplicatesIn(text, 'atlassian')).toEqual([])
})

describe('a report that is told twice', () => {
  const told = (start: string) =>
    `Issue Summary:\nDuration: 10:00 AM to 2:00 PM on May 8th, 2024 (UTC).\nTimeline:\n9:55 AM: ${start}\n2:00 PM: Restored.\nRoot Cause and Resolution:\nRoot Cause: The disk was full.\nCorrective and Preventative Measures:\nRotate the logs.\n`

  it('is compared with itself in no way', () => {
    const rules = rulesIn(`${told('An alert.')}\n\nThe Great Disk Tale\n${told('A scream.')}`)
    expect(rules).not.toContain('section-duplicate')
    expect(rules).not.toContain('timeline-order')
  })
})

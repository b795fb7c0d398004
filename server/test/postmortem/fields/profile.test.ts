import { describe, expect, it } from 'vitest'
import type { Profile } from '../../../src/postmortem/fields/profile.ts'
import { stageOf } from '../../../src/postmortem/fields/profile.ts'
import { readText } from '../../features/report.ts'
import { isLinear, times } from '../../growth.ts'

const rest = '## Timeline (UTC)\n\n- 14:02 The search stopped to answer.\n\n## Root Cause\n\nA full disk.\n'

/** The values of a report whose head holds these lines, each as written. */
function profileOf(head: string, title = 'Postmortem: search is down', frontMatter = '') {
  const text = `${frontMatter}# ${title}\n\n${head}\n\n${rest}`
  const { profile } = readText(text)
  return { ...profile, text }
}

const texts = (values: Profile['services']) => values.map(({ text }) => text)

describe('what a report is filed under', () => {
  it.each([
    ['**Severity:** SEV-1', 'SEV-1'],
    ['- Incident Severity: Critical (all nodes were down)', 'Critical'],
    ['| Date | 3 May 2024 |\n|---|---|\n| Severity | 2 |', '2'],
    ['| Severity | Duration |\n|---|---|\n| High | 1 hour |', 'High'],
    ['## Severity\n\nMedium\n', 'Medium'],
  ])('is a severity after its label: %s', (head, severity) => {
    expect(profileOf(head).severity).toMatchObject({ text: severity, source: 'label' })
  })

  it('is a severity in the title, or the only one that the summary mentions', () => {
    expect(profileOf('', '[SEV2] Search is down').severity).toMatchObject({ text: 'SEV2', source: 'text' })
    expect(profileOf('We declared a SEV-3 incident.').severity?.text).toBe('SEV-3')
    expect(profileOf('It began as SEV3 and became SEV1.').severity).toBeNull()
    expect(profileOf('The severity of it was not known.').severity).toBeNull()
  })

  it('is a severity that the summary gives the incident in words', () => {
    expect(profileOf('This was a low-severity, planned incident.').severity).toMatchObject({
      text: 'low',
      source: 'text',
    })
    expect(profileOf('Two high severity findings were closed.').severity).toBeNull()
  })

  it('is the word behind an emoji, but no choice between several', () => {
    expect(profileOf('**Status:** ✅ Resolved').status?.text).toBe('Resolved')
    expect(profileOf('**Status:** RESOLVED ✅').status?.text).toBe('RESOLVED')
    expect(profileOf('**Severity:** 🔴 Critical (all nodes)').severity?.text).toBe('Critical')
    expect(profileOf('**Severity:** 🔴 Critical / 🟠 High / 🟡 Low').severity).toBeNull()
    expect(profileOf('**Status:** ✅').status).toBeNull()
  })

  it('keeps the half of a state that says what is still open', () => {
    expect(profileOf('**Status:** Disk cleaned, index needs a rebuild').status?.text).toBe(
      'Disk cleaned, index needs a rebuild',
    )
    expect(profileOf('**Status:** Resolved, all is well').status?.text).toBe('Resolved')
  })

  it('is a list of services, but no prose about them', () => {
    expect(texts(profileOf('**Services down:** mail and search').services)).toEqual(['mail', 'search'])
    expect(texts(profileOf('**Services affected:** checkout, mail and search').services)).toEqual([
      'checkout',
      'mail',
      'search',
    ])
    expect(texts(profileOf('Affected services:\n\n- checkout\n- mail').services)).toEqual([
      'checkout',
      'mail',
    ])
    expect(profileOf('**Services:** All of them were slow. Nobody could pay.').services).toEqual([])
    expect(profileOf('**Affected users:** 40%').services).toEqual([])
  })

  it('is an id that looks like one', () => {
    expect(profileOf('**Incident ID:** INC-0042').id?.text).toBe('INC-0042')
    expect(profileOf('| Incident | #17 |\n|---|---|\n| Date | today |').id).toBeNull()
    expect(profileOf('Incident: the search was down for 2 hours').id).toBeNull()
  })

  it('is what the incident repeats, and its reviewers', () => {
    expect(texts(profileOf('This is a recurrence of INC-12.').related)).toEqual(['INC-12'])
    expect(texts(profileOf('A repeat of [the last one](./2024-01-02-disk.md).').related)).toEqual([
      './2024-01-02-disk.md',
    ])
    expect(texts(profileOf('**Related incidents:** INC-1, INC-2').related)).toEqual(['INC-1', 'INC-2'])
    expect(texts(profileOf('**Reviewed by:** Kim and Ada').reviewers)).toEqual(['Kim', 'Ada'])
    expect(texts(profileOf('**Reviewers:** Kim Lee  and  Ada.  & Bo, and Sam...').reviewers)).toEqual([
      'Kim Lee',
      'Ada',
      'Bo',
      'Sam',
    ])
  })

  it('repeats nothing that must not come again', () => {
    expect(profileOf('It was a recurrence of INC-12.').related).toHaveLength(1)
    for (const before of ['There was no', 'This prevents a', 'We saw no further', 'To avoid any'])
      expect(profileOf(`${before} recurrence of INC-12.`).related).toEqual([])
  })

  it('takes about as many times as long to read for as many times more signs', () => {
    const read = (count: number) =>
      profileOf(`**Reviewers:** a${'.'.repeat(count)}x\n\n**Severity:** a${' '.repeat(count)}x`)
    expect(
      isLinear(
        () => read(5000),
        () => read(5000 * times),
      ),
    ).toBe(true)
  })

  it('is a near miss if the title or a label says so', () => {
    expect(profileOf('', 'Near miss: the backup was empty').isNearMiss).toBe(true)
    expect(profileOf('', 'Postmortem: near-miss of the backup').isNearMiss).toBe(true)
    expect(profileOf('Near miss: yes').isNearMiss).toBe(true)
    expect(profileOf('', 'Postmortem: search is down').isNearMiss).toBe(false)
  })

  it('has no date for a status', () => {
    expect(profileOf('**Date of postmortem:** August 16, 2024').status).toBeNull()
    expect(profileOf('**Due date:** 18th December 2023\n**Status:** In review').status?.text).toBe(
      'In review',
    )
  })

  it('is what the front matter states, at the top level or below `postmortem`', () => {
    const frontMatter = [
      '---',
      'id: INC-7',
      'status: draft',
      'services: [checkout, "mail"]',
      'related: INC-1, INC-2',
      'severity: SEV3',
      'postmortem:',
      '  severity: SEV1',
      '  causes:',
      '    - capacity',
      '  near-miss: true',
      '---',
      '',
    ].join('\n')
    const { text, ...profile } = profileOf('**Severity:** low', undefined, frontMatter)
    expect(profile).toMatchObject({
      id: { text: 'INC-7', source: 'frontMatter' },
      status: { text: 'draft' },
      severity: { text: 'SEV1' },
      isNearMiss: true,
    })
    expect(texts(profile.services)).toEqual(['checkout', 'mail'])
    expect(texts(profile.related)).toEqual(['INC-1', 'INC-2'])
    expect(texts(profile.causes)).toEqual(['capacity'])
    for (const { text: value, start, end } of [...profile.services, ...profile.related])
      expect(text.slice(start, end)).toBe(value)
  })

  it('is passages that are really there', () => {
    const { text, ...profile } = profileOf(
      '**Severity:** SEV1 (all)\n**Status:** In review\n**Services affected:** a-service, b\n**Reviewers:** Kim',
    )
    const { severity, status, services, reviewers } = profile
    for (const each of [severity!, status!, ...services, ...reviewers])
      expect(text.slice(each.start, each.end)).toBe(each.text)
  })

  it('is a later name, and not the same letters in an earlier one', () => {
    const [ann, an] = profileOf('**Reviewers:** Ann and An').reviewers
    expect(an!.start).toBeGreaterThan(ann!.end)
  })
})

describe('the stage of a report', () => {
  it('follows from its status, in the words that teams use', () => {
    expect(['Completed', 'complete', 'resolved'].map(stageOf)).toEqual([null, null, null])
    expect(['Draft', 'WIP', 'In review', 'review', 'Final', 'published'].map(stageOf)).toEqual([
      'draft',
      'draft',
      'review',
      'review',
      'published',
      'published',
    ])
    expect(['resolved', 'monitoring', 'done with it'].map(stageOf)).toEqual([null, null, null])
  })
})

import { describe, expect, it } from 'vitest'
import { rulesIn } from './findings.ts'

const isReported = (front: string, fields: string, later = '') =>
  rulesIn(
    `${front === '' ? '' : `---\n${front}\n---\n\n`}# Postmortem: search\n\n## Issue Summary\n\n${fields}\n\n## Timeline\n\nText.\n\n${later}`,
  ).includes('field-contradiction')

describe('field-contradiction', () => {
  it.each([
    ['severity: SEV1', '- **Severity:** SEV3'],
    ['severity: 1', '- **Severity:** Sev-2 (half of the users)'],
    ['', '- **Severity:** P1\n- **Impact:** all users\n- **Severity:** P2'],
    ['severity: critical', '| Field | Value |\n|---|---|\n| Severity | Low |'],
    ['status: draft', '- **Status:** Final'],
    ['status: published', '- **Status:** In review'],
  ])('compares "%s" with "%s"', (front, fields) => {
    expect(isReported(front, fields)).toBe(true)
  })

  it.each([
    ['severity: SEV1', '- **Severity:** sev 1 – critical'],
    ['severity: SEV1', '- **Severity:** P2'],
    ['severity: SEV1', '- **Severity:** Low'],
    ['severity: SEV1', '- **Severity:** SEV1 → SEV3'],
    ['severity: SEV1', '- **Severity:** SEV1 / SEV2 / SEV3'],
    ['severity: SEV1', '- **Initial severity:** SEV3'],
    ['status: draft', '- **Status:** Resolved'],
    ['status: published', '- **Status:** In progress'],
    ['', '- **Severity:** SEV1\n- **Severity:** SEV2\n- **Severity:** SEV3'],
  ])('takes "%s" and "%s" for no contradiction', (front, fields) => {
    expect(isReported(front, fields)).toBe(false)
  })

  it('looks at what is about the whole report', () => {
    const later = '## Action Items\n\n- Add an alert\n  - **Severity:** SEV3\n  - **Status:** final\n'
    expect(isReported('severity: SEV1\nstatus: draft', 'Text.', later)).toBe(false)
    const incident = (name: string, severity: string) => `## ${name}\n\n- **Severity:** ${severity}\n\n`
    expect(
      isReported('', 'Text.', incident('The first night', 'High') + incident('The second night', 'Low')),
    ).toBe(false)
  })
})

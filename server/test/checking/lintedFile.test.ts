import { describe, expect, it } from 'vitest'
import { toLintedFile } from '../../src/checking/lintedFile.ts'
import type { Finding } from '../../src/checking/rule.ts'
import { isLinear, times } from '../growth.ts'

/** A document of secrets, one a line, with a finding about each that quotes it. */
function lint(secrets: readonly string[]) {
  const text = secrets.map((secret) => `${secret}\n`).join('')
  let start = 0
  const findings = secrets.map((secret): Finding => {
    const range = { start, end: start + secret.length }
    start = range.end + 1
    const fixes = [{ title: `Remove ${secret}`, preferred: false, edits: [{ ...range, text: '' }] }]
    return {
      rule: 'secret-exposed',
      severity: 'error',
      message: `It is ${secret}.`,
      range,
      conceal: true,
      fixes,
    }
  })
  const file = { name: 'a.md', path: null, report: null, fixed: 0 }
  return toLintedFile({ ...file, text, findings })
}

describe('a document that is shown', () => {
  it('has dots for a secret wherever it is quoted, the longest where one begins with another', () => {
    const { lines, findings } = lint(['tr0ub4', 'tr0ub4dor', 'dor'])
    expect(lines.map(({ text }) => text)).toEqual(['••••••', '•••••••••', '•••'])
    expect(findings.map(({ message }) => message)).toEqual([
      'It is ••••••.',
      'It is •••••••••.',
      'It is •••.',
    ])
    expect(findings[1]?.fixes[0]?.title).toBe('Remove •••••••••')
  })

  it('has thousands of secrets masked in time that grows with their number', () => {
    const secrets = (count: number) => Array.from({ length: count }, (_, index) => `s3cr3t-number-${index}`)
    const [few, many] = [secrets(400), secrets(400 * times)]
    expect(
      isLinear(
        () => lint(few),
        () => lint(many),
      ),
    ).toBe(true)
  })
})

import { describe, expect, it } from 'vitest'
import type { Finding, Rule } from '../../src/checking/rule.ts'
import { rules } from '../../src/rules/index.ts'
import { apply, findingsIn } from './findings.ts'

/** Whatever the rule has to say of times. */
const isAboutTime = ({ id }: Rule) =>
  /^(?:time-|timeline-|entry-|milestone-|end-before|duration-m|metric-m|weekday-|date-a|evidence-)/.test(id)

const timeRules = rules.filter(isAboutTime)

function check(text: string, rule: Rule, finding: Finding, edits: Finding['fixes'][number]) {
  const fixed = apply(text, edits.edits)
  expect(fixed).not.toBe(text)
  const again = findingsOf(fixed, rule).filter(({ message }) => message === finding.message)
  const before = findingsOf(text, rule).filter(({ message }) => message === finding.message)
  expect(again.length).toBeLessThan(before.length)
}

const findingsOf = (text: string, rule: Rule) =>
  findingsIn(text).filter((finding) => finding.rule === rule.id)

describe.each(timeRules.map((rule) => [rule.id, rule] as const))('the fixes of %s', (_, rule) => {
  const texts = rule.examples.bad.flatMap(({ text }) => [text, text.replaceAll('\n', '\r\n')])

  it.each(texts)('each remove the finding from %j', (text) => {
    for (const finding of findingsOf(text, rule)) {
      for (const fix of finding.fixes) check(text, rule, finding, fix)
    }
  })

  it.each(texts)('change nothing more once %j is fixed', (text) => {
    let fixed = text
    for (let rounds = 0; rounds < 10; rounds += 1) {
      const fix = findingsOf(fixed, rule).flatMap(({ fixes }) => fixes)[0]
      if (fix === undefined) break
      fixed = apply(fixed, fix.edits)
    }
    expect(findingsOf(fixed, rule).flatMap(({ fixes }) => fixes)).toEqual([])
  })
})

describe('safe fixes of times', () => {
  it('leave the time that a reader took it for', () => {
    const text =
      '# Postmortem\n\n## Timeline (UTC)\n\n- Oct 22rd 2022, 17:14pm - An alert was received.\n- 12;45PM on October 23rd, 2022 - The disk was cleared.\n'
    const fixes = findingsIn(text).flatMap((finding) => finding.fixes.filter(({ safe }) => safe === true))
    expect(
      apply(
        text,
        fixes.flatMap(({ edits }) => edits),
      ),
    ).toBe(
      '# Postmortem\n\n## Timeline (UTC)\n\n- Oct 22nd 2022, 17:14 - An alert was received.\n- 12:45PM on October 23rd, 2022 - The disk was cleared.\n',
    )
  })
})

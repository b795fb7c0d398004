import { describe, expect, it } from 'vitest'
import { rulesIn } from '../../rules/findings.ts'
import { read } from '../read.ts'

describe('front matter between lines of plus signs', () => {
  const text =
    "+++\ntitle = 'Network outage postmortem'\ndate = 2017-07-19\n+++\nOn Monday, July 17, 2017, starting at 9:40 PM (CDT), our servers lost the network.\n\nBy 10:10 PM (CDT) all services were back online.\n"

  it('says the title of the report, and nothing about the incident', () => {
    expect(read(text).recognition.postmortem).toBe(true)
    expect(rulesIn(text)).not.toContain('end-before-start')
  })

  it('is that of an article, which has no sections', () => {
    expect(rulesIn(text)).not.toContain('section-missing')
  })
})

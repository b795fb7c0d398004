import { describe, expect, it } from 'vitest'
import { templates } from '../../src/templates/index.ts'
import { renderReport } from '../../src/templates/render.ts'
import { defaultStyle } from '../../src/templates/style.ts'
import { findingsIn } from '../rules/findings.ts'

/** What an author writes where no prose is asked for. */
const answers: Readonly<Record<string, string>> = {
  'start, with date': '2024-05-14 09:00',
  end: '10:10',
  'time zone': 'UTC',
  'how long': '1 hour 10 minutes',
  'how many': '38',
  'day of the start': '2024-05-14',
  who: 'storage team',
  'YYYY-MM-DD': '2024-06-30',
  number: 'OPS-412',
}

const prose = 'At night an alert reported failed requests, the logs were checked, which led nowhere first'

/** What these say depends on the author's prose, and not on what the template has for it. */
const judgesProse = [
  'length-report',
  'length-entry',
  'timeline-fact-missing',
  'cause-repeated',
  'impact-unquantified',
]

function fillIn(text: string): string {
  let minute = 9
  return text.replace(/\{\{([^{}]*)\}\}/g, (_, what: string) => {
    if (what === 'HH:MM') return `09:${++minute}`
    return answers[what] ?? `${prose}: ${what.replace(/\.$/, '').toLowerCase()}`
  })
}

function check(text: string, name: string): readonly string[] {
  return findingsIn(`---\npostmortem: { template: ${name} }\n---\n\n${text}`).map(({ rule }) => rule)
}

describe.each(templates)('a report after the template $id', (template) => {
  const text = renderReport(template, defaultStyle)

  it('is found fault with only for what is left to be filled in, as long as nothing is', () => {
    expect(new Set(check(text, template.id))).toEqual(new Set(['placeholder-left']))
  })

  it('is found fault with for nothing that the template left out, once it is filled in', () => {
    expect(check(fillIn(text), template.id).filter((rule) => !judgesProse.includes(rule))).toEqual([])
  })
})

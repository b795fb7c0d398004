import { describe, expect, it } from 'vitest'
import { findReportLinks, type Tracker } from '../../src/features/documentLinks.ts'
import { readText, reportWith } from './report.ts'

const tracker: Tracker = { ticketUrl: 'https://tracker.example/browse/{ticket}' }
const isRule = (id: string) => id === 'section-empty'

/** The links of a report with this text in its timeline, each with its target. */
function check(entry: string, expected: readonly string[], from: Tracker = tracker) {
  const text = reportWith('from February 3, 2026, 13:10 to 14:00 UTC', `- 13:10 UTC - It broke. ${entry}`)
  const links = findReportLinks(readText(text), from, isRule)
  for (const { start, end, text: shown } of links) expect(text.slice(start, end)).toBe(shown)
  expect(links.map((link) => (link.kind === 'ticket' ? link.address : link.text))).toEqual(expected)
}

describe('document links', () => {
  it('lead from ticket references to the tracker of the team', () => {
    const addresses = ['https://tracker.example/browse/OPS-1', 'https://tracker.example/browse/OPS-2']
    check('See OPS-1 and **OPS-2**.', addresses)
    check('See OPS-1.\n\n| Task | Ticket |\n| --- | --- |\n| Alert | OPS-2 |', addresses)
    check('See OPS-1.', [], {})
  })

  it('lead to the number of a ticket that has nothing else', () => {
    check('See #12.', ['https://git.example/issues/12'], {
      ticketUrl: 'https://git.example/issues/{ticket}',
    })
  })

  it('tell the tickets of the team from those of others', () => {
    check('See OPS-1, F-16 and WEB-2.', ['https://tracker.example/browse/WEB-2'], {
      ...tracker,
      ticketPrefixes: ['WEB'],
    })
  })

  it.each([
    '[OPS-1](https://elsewhere.dev)',
    '[**see** OPS-1 and `x`](https://elsewhere.dev)',
    '[OPS-1][ticket]\n\n[ticket]: https://elsewhere.dev',
    '[OPS-1]\n\n[OPS-1]: https://elsewhere.dev',
    'https://elsewhere.dev/OPS-1',
    '![OPS-1](graph.png)',
    '`OPS-1`',
    '\n\n```\nOPS-1\n```',
    '<!-- OPS-1 -->',
  ])('leave alone what is a link, code or a comment: %s', (entry) => {
    check(entry, [])
  })

  it('lead from the rules named in a comment to their pages', () => {
    check('\n<!-- postmortem-disable-line section-empty, section-emty -- OPS-1 -->', ['section-empty'])
    check('`<!-- postmortem-disable-line section-empty -->`', [])
  })

  it('do not appear in a document that is not a report', () => {
    const text = '# Widgets\n\nSee OPS-1.\n\n<!-- postmortem-disable-file section-empty -->\n'
    expect(findReportLinks(readText(text), tracker, isRule)).toEqual([])
  })
})

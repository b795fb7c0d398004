import { describe, expect, it } from 'vitest'
import { inspect } from '../read.ts'

const report = (timeline: string, title = '## Timeline') =>
  `# Postmortem: search\n\n## Summary\n\nSearch was down on 2024-05-10.\n\n${title}\n\n${timeline}\n\n## Root Cause\n\nA bug.\n`

const timelineOf = (timeline: string, title?: string) => inspect(report(timeline, title)).timeline

function check(timeline: string, entries: readonly (readonly [label: string | null, text: string])[]) {
  expect(timelineOf(timeline).entries.map(({ label, text }) => [label, text])).toEqual(entries)
}

const two = [
  ['10:00', 'Alert.'],
  ['10:30', 'Fixed.'],
] as const

describe('the entries of a timeline', () => {
  it('are bullets, bold or not, with any sign after the time', () => {
    check('- 10:00: Alert.\n- 10:30: Fixed.', two)
    check('- **10:00** - Alert.\n- **10:30** – Fixed.', two)
    check('* [10:00] Alert.\n* [10:30] Fixed.', two)
    check('- `10:00` Alert.\n- `10:30` Fixed.', two)
  })

  it('are plain lines, in one paragraph or in many', () => {
    check('10:00: Alert.\n10:30: Fixed.', two)
    check('10:00 - Alert.\n\n10:30 - Fixed.', two)
    check('**10:00:** Alert.\n**10:30:** Fixed.', two)
    check('10:00        Alert.\n10:30        Fixed.', two)
  })

  it('may run together in one paragraph', () => {
    check('10:00: Alert. 10:20: Restarted. 10:30: Fixed.', [
      ['10:00', 'Alert.'],
      ['10:20', 'Restarted.'],
      ['10:30', 'Fixed.'],
    ])
    check('- 10:00: Alert. - 10:30: Fixed.', [
      ['10:00', 'Alert. -'],
      ['10:30', 'Fixed.'],
    ])
  })

  it('may begin on the line of the title, after its first sentence', () => {
    const { entries } = inspect(
      '# Postmortem\n\n**Timeline** Nobody noticed at first. 10:30: Fixed.\n\n**Root Cause** A bug.\n',
    ).timeline
    expect(entries.map(({ label }) => label)).toContain('10:30')
  })

  it('may begin with an emoji', () => {
    check('- 🔴 10:00 - Alert.\n- ✅ **10:30** - Fixed.', two)
    check(':fire: 10:00: Alert.\n\n:tada: 10:30: Fixed.', two)
    check('| Time | Event |\n|---|---|\n| 🔴 10:00 | Alert. |\n| 🟢 10:30 | Fixed. |', two)
  })

  it('may have the time behind a label, in brackets', () => {
    check('- Detection (10:00): Alert.\n- Resolution (10:30): Fixed.', two)
    check('**Detection [10:00]:** Alert.\n\n**Resolution [10:30]:** Fixed.', two)
    check('- First alert [10:00]: paged.\n- Last alert [10:30]: closed.', [
      ['10:00', 'First alert [10:00]: paged.'],
      ['10:30', 'Last alert [10:30]: closed.'],
    ])
  })

  it('may be sentences of a paragraph', () => {
    check('At 10:00, an alert fired. By 10:30, it was fixed.', [
      ['10:00', 'an alert fired.'],
      ['10:30', 'it was fixed.'],
    ])
    check('- At 10:00, an alert fired. By 10:30, it was fixed.', [
      ['10:00', 'an alert fired. By 10:30, it was fixed.'],
    ])
  })

  it('may say that something went on from then', () => {
    check('- 10:00 onwards - Alert.\n- 10:30 - Fixed.', two)
  })

  it('may follow blanks and emoji as HTML and chats write them', () => {
    check('<p>&emsp;:small_star:10:00: Alert.</p>\n<p>&nbsp; 10:30: Fixed.</p>', two)
  })

  it('may be lines of times above labels that say what happened', () => {
    const below = (times: readonly string[]) =>
      timelineOf(
        `${times[0]}:\n\nDetection: An alert fired.\n${times[1]}:\n\nResolution: The nodes were restarted.`,
      ).entries.map(({ time, text, facts }) => [time !== null, text, facts.includes('detection')])
    expect(below(['10:00 AM', '10:30 AM'])).toEqual([
      [true, 'An alert fired.', true],
      [true, 'The nodes were restarted.', false],
    ])
  })

  it('may be written with hours', () => {
    check('1000hrs: Alert. 1020hrs: Restarted. 1030hrs: Fixed.', [
      ['1000hrs', 'Alert.'],
      ['1020hrs', 'Restarted.'],
      ['1030hrs', 'Fixed.'],
    ])
  })

  it('are rows of a table', () => {
    check('| Time | Event |\n|---|---|\n| 10:00 | Alert. |\n| 10:30 | Fixed. |', two)
    const { entries } = timelineOf(
      '| Date | Time (CET) | Event |\n|---|---|---|\n| 2024-05-11 | 10:00 | Alert. |',
    )
    expect(entries[0]).toMatchObject({ time: '2024-05-11T10:00:00+01:00', text: 'Alert.' })
  })

  it('are headings with text below', () => {
    check('### 10:00\n\n- Alert.\n\n### 10:30\n\nFixed.', two)
  })

  it('continue in the lines below', () => {
    check('- 10:00 Alert.\n  It came late.\n  - on two nodes\n- 10:30 Fixed.', [
      ['10:00', 'Alert. It came late. on two nodes'],
      ['10:30', 'Fixed.'],
    ])
  })

  it('go on in a wrapped line, even if that begins with a time', () => {
    check('- 10:00 The index stopped, and\n  at 10:05 users saw errors.\n- 10:30 Fixed.', [
      ['10:00', 'The index stopped, and users saw errors.'],
      ['10:30', 'Fixed.'],
    ])
  })

  it('are not continued by a row that says in words when it was', () => {
    check(
      '| Time | Event |\n|---|---|\n| 10:00 | Alert. |\n| Soon after | Restart. |\n| 10:30 | Fixed. |',
      two,
    )
  })

  it('are not continued by a table of something else, which has no times', () => {
    check('- 10:00 Alert.\n- 10:30 Fixed.\n\n| Host | Load |\n|---|---|\n| first | high |', [
      two[0],
      ['10:30', 'Fixed. first high'],
    ])
  })

  it('are not the introduction above a list, but may be a paragraph below it', () => {
    check(
      'Between 10:00 and 11:00 the search failed; here is what happened:\n\n- 10:00 Alert.\n- 10:30 Fixed.\n\n10:45 All of the teams were told.',
      [...two, ['10:45', 'All of the teams were told.']],
    )
  })

  it('are not the last words of an introduction that goes on in the next line', () => {
    check('It took half an hour from the first alert to\nthe fix.\n\n- 10:00: Alert.\n- 10:30: Fixed.', two)
  })

  it('may end with their time if they are short and have only one', () => {
    check(
      '- The index was started again by the team on call at 10:30\n- An alert came at 10:40, and another one at 10:50',
      [
        ['10:30', 'The index was started again by the team on call at 10:30'],
        [null, 'An alert came at 10:40, and another one at 10:50'],
      ],
    )
    const long = 'Users began to see errors on the search page this morning at 10:05'
    check(`- ${long}\n- 10:30 Fixed.`, [
      [null, long],
      ['10:30', 'Fixed.'],
    ])
  })

  it('have no time where brackets hold something else', () => {
    check('- First alert [high]: paged.\n- 10:30 Fixed.', [
      [null, 'First alert [high]: paged.'],
      ['10:30', 'Fixed.'],
    ])
  })

  it('may lack a time among others that have one', () => {
    check('- 10:00 Alert.\n- Nobody came.\n- 10:30 Fixed.', [
      ['10:00', 'Alert.'],
      [null, 'Nobody came.'],
      ['10:30', 'Fixed.'],
    ])
  })

  it('are not the times in code and quotations', () => {
    check('- 10:00 Alert.\n\n```\n10:05 error\n```\n\n> 10:06 hello\n\n- 10:30 Fixed.', two)
  })

  it('are not the links to days in a table of contents, but may have a link', () => {
    const days = '[Friday 10 May 2024](#friday)<br>\n[Saturday 11 May 2024](#saturday)<br>\n\n'
    check(`${days}- 10:00: Alert.\n- 10:30: Fixed.`, two)
    check('- 10:00: [Alert.](#alert)\n- 10:30: Fixed.', two)
  })

  it('are steps if none has a time', () => {
    expect(timelineOf('1. We looked at the logs.\n2. We restarted it.').style).toBe('steps')
    expect(timelineOf('We looked at the logs.').style).toBe('prose')
  })

  it('take the date from the line above them', () => {
    const { entries } = timelineOf(
      '**May 12, 2024**\n\n- 23:00 UTC Alert.\n\n**May 13, 2024**\n\n- 01:00 UTC Fixed.',
    )
    expect(entries.map(({ time }) => time)).toEqual([
      '2024-05-12T23:00:00+00:00',
      '2024-05-13T01:00:00+00:00',
    ])
  })

  it('take the date from an item that is nothing else, while a date below all of them is that of none', () => {
    const { fields, timeline } = inspect(report('- 2024-05-12\n- 10:00 Alert.\n- 10:30 Fixed.\n\n2024-05-14'))
    expect(timeline.entries.slice(0, 2).map(({ time }) => time)).toEqual([
      '2024-05-12T10:00:00',
      '2024-05-12T10:30:00',
    ])
    expect(fields.end?.time).toBe('2024-05-12T10:30:00')
  })
})

describe('the order of a timeline', () => {
  it('is kept over midnight', () => {
    expect(timelineOf('- 23:50 UTC down\n- 00:20 UTC up').outOfOrder).toEqual([])
  })

  it('is broken by an entry that steps back', () => {
    expect(timelineOf('- 10:00 UTC down\n- 09:30 UTC alert\n- 10:40 UTC up').outOfOrder).toEqual([10])
  })

  it('compares instants, not clocks', () => {
    expect(timelineOf('- 10:00 UTC down\n- 12:30 UTC+2 up').outOfOrder).toEqual([])
  })
})

describe('a fact of the timeline', () => {
  const factsOf = (timeline: string) => timelineOf(timeline).facts

  it('names the lines that state it', () => {
    expect(
      factsOf(
        '- 10:00 A customer complained about empty pages.\n- 10:10 We checked the logs and suspected a DDoS attack.\n- 10:20 Escalated to the database team.\n- 10:40 Service restored.',
      ),
    ).toEqual({
      detection: [9],
      detectionMethod: [9],
      actions: [10],
      misleading: [10],
      escalation: [11],
      resolution: [12],
    })
  })

  it('is stated by a label', () => {
    expect(
      factsOf('**Detection:** 10:00\n\n**Misleading paths:** the cache\n\n**Escalation:** nobody'),
    ).toMatchObject({
      detection: [9],
      misleading: [11],
      escalation: [13],
    })
  })

  it.each([
    ['misleading', '- 10:00 Alert.\n- 10:10 We found the query and fixed it.'],
    ['escalation', '- 10:00 The on-call engineer received an alert.\n- 10:10 Errors escalated quickly.'],
    ['resolution', '- 10:00 Alert.\n- 10:10 We tried to fix it.'],
    ['detection', '- 10:00 The page was slow.\n- 10:20 It was restarted.'],
  ] as const)('is not claimed where nothing tells it: %s', (fact, timeline) => {
    const text = `# Postmortem\n\n## Timeline\n\n${timeline}\n\n## Impact\n\nPages were slow.\n`
    expect(inspect(text).timeline.facts[fact]).toEqual([])
  })

  it.each([
    ['detection', 'Ann saw that the checkout was unavailable.'],
    ['detection', 'I encountered the problem upon opening the page.'],
    ['detection', 'The team met soon after it was identified.'],
    ['detectionMethod', '@ann noticed that pages were empty.'],
    ['detectionMethod', 'Ann noticed that pages were empty.'],
    ['detectionMethod', 'Users report empty pages.'],
    ['detectionMethod', 'Alerted by a buyer.'],
    ['detectionMethod', 'We were first notified of this by two shops.'],
    ['detectionMethod', 'Detected while deploying the shop.'],
    ['detectionMethod', 'We received an e-mail about empty pages.'],
    ['detectionMethod', 'The outage was reported by a vendor.'],
    ['misleading', 'We suspected the proxy.'],
    ['misleading', 'Was assuming a provider outage, but their status page was green.'],
    ['misleading', 'Restarting the proxy did not help.'],
    ['misleading', 'The second attempt was unsuccessful.'],
    ['misleading', 'The trace gave no useful information.'],
    ['misleading', 'This idea was discarded.'],
    ['misleading', 'The network turned out not to be at fault.'],
    ['misleading', 'We toyed with the idea that the release had done it.'],
    ['misleading', 'We briefly blamed the provider.'],
    ['misleading', 'Could the proxy be full? It wasn’t.'],
    ['misleading', 'Our first guess is the network.'],
    ['escalation', 'Ann pings Bob on the chat.'],
    ['escalation', 'Paged @bob.'],
    ['escalation', 'Support forwarded this ticket to the platform team.'],
    ['escalation', 'The incident was handled by Bob, an administrator.'],
    ['escalation', 'Opened a ticket with the provider.'],
    ['resolution', 'The page is now serving the right prices.'],
    ['resolution', 'The shop works again.'],
  ] as const)('is told in many words: %s, "%s"', (fact, sentence) => {
    expect(factsOf(`- 10:00 ${sentence}`)[fact]).toEqual([9])
  })

  it('is not hidden by a title above all of the entries', () => {
    const entries = '10:00 UTC - Kim noticed that pages are empty.\n10:30 UTC - The search was restored.'
    expect(factsOf(`### The Investigation\n\n${entries}`)).toMatchObject({
      detection: [11],
      resolution: [12],
    })
  })

  it('may be told in a sentence that goes on in the next line', () => {
    expect(factsOf('- 10:00 Pages are slow. The restart of the proxy did\n  not help.').misleading).toEqual([
      9,
    ])
  })

  it.each([
    ['misleading', 'The proxy was restarted as suspected.'],
    ['misleading', 'The suspected attacker logged in.'],
    ['misleading', 'The site did not work.'],
    ['misleading', 'The proxy was restarted. It was not slow any more.'],
    ['escalation', 'The file is owned by the user www-data.'],
    ['escalation', 'The wrong item was pulled from the cache in some cases.'],
    ['detection', 'The process was being shut down.'],
  ] as const)('is not told by words alone: %s, "%s"', (fact, sentence) => {
    const text = `# Postmortem\n\n## Timeline\n\n- 10:00 ${sentence}\n\n## Impact\n\nPages were slow.\n`
    expect(inspect(text).timeline.facts[fact]).toEqual([])
  })

  it('may be stated in the summary', () => {
    const text =
      '# Postmortem\n\n## Summary\n\nCustomers reported errors, and the vendor was contacted.\n\n## Timeline\n\n- 10:00 Down.\n- 10:30 Up.\n'
    expect(inspect(text).timeline.facts).toMatchObject({
      detection: [5],
      detectionMethod: [5],
      escalation: [5],
    })
  })
})
